using System.Diagnostics;
using System.Text.Json;
using Mlj.Hosting.Data;
using Mlj.Hosting.Telegram.Tests.Fakes;

namespace Mlj.Hosting.Telegram.Tests;

/// <summary>The built program in a process of its own, also one that is killed.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlj-bot-").FullName;

    [Fact]
    public async Task Program_WithoutAToken_SaysSoAndEnds()
    {
        using var process = Start(null, null);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("TELEGRAM_BOT_TOKEN", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_KilledAtEachCall_AnswersOnce()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        // A kill with no chance to tidy up: before the file is fetched, as it is fetched, before and after the answer, at the poll that confirms.
        (string Method, bool Before)[] deaths = [("getFile", true), ("file", false), ("sendMessage", true), ("sendMessage", false), ("getUpdates", true)];
        var (death, died, output) = (0, new TaskCompletionSource(), "");
        Process? process = null;
        var isSent = false;
        telegram.Script = (method, _) => Volatile.Read(ref isSent) && death < deaths.Length && deaths[death].Method == method
            ? new FakeFault(0, IsBefore: deaths[death].Before, Then: Die)
            : null;
        Run();
        await Bot.UntilAsync(() => telegram.Calls.Any(call => call.Method == "getUpdates"), () => "the first poll\n" + output);
        telegram.SendFile("Test 1.csv", Samples.Test(1));
        Volatile.Write(ref isSent, true);
        for (var deadline = Stopwatch.StartNew(); death < deaths.Length && deadline.Elapsed < TimeSpan.FromMinutes(4);)
        {
            await died.Task.WaitAsync(TimeSpan.FromMinutes(2));
            died = new TaskCompletionSource();
            await process!.WaitForExitAsync();
            process.Dispose();
            Run();
        }
        telegram.Say("/consolidate");
        await Bot.UntilAsync(() => telegram.Messages.Values.Any(message => message.Text.Contains("3 people, 1 test", StringComparison.Ordinal)), () => "the table\n" + output);
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();

        Assert.Equal(deaths.Length, death);
        Assert.Equal(2, telegram.Messages.Count);
        using var sessions = new SqliteSessionStore(Path.Combine(_folder, "sessions.db"));
        using var state = JsonDocument.Parse((await sessions.ExpiredAsync(DateTimeOffset.MaxValue, 9)).Single().State);
        Assert.Equal(1, state.RootElement.GetProperty("uploads").GetArrayLength());
        Assert.All(["CANARY", "Quill", "Test 1"], secret => Assert.DoesNotContain(secret, output, StringComparison.Ordinal));

        void Run()
        {
            process = Start(FakeTelegram.Token, telegram.Address);
            process.OutputDataReceived += (_, line) => output += line.Data + "\n";
            process.ErrorDataReceived += (_, line) => output += line.Data + "\n";
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        void Die()
        {
            death++;
            process!.Kill();
            died.TrySetResult();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Process Start(string? token, string? address)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "Mlj.Hosting.Telegram.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MLJ__DATAFOLDER"] = _folder;
        start.Environment["MLJ__TELEGRAM__APIADDRESS"] = address ?? "";
        start.Environment["MLJ__TELEGRAM__LEASESECONDS"] = "5";
        start.Environment["MLJ__TELEGRAM__POLLSECONDS"] = "1";
        start.Environment["MLJ__TELEGRAM__QUIETSECONDS"] = "0.2";
        start.Environment["TELEGRAM_BOT_TOKEN"] = token;
        return Process.Start(start)!;
    }
}
