using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Mlj.Testing;

namespace Mlj.Hosting.Telegram.Tests.Emulator;

/// <summary>The npm package telegram-test-api, a Telegram that nobody here wrote, in a process of its own on loopback.</summary>
internal sealed class TelegramTestApi : IDisposable
{
    private static readonly string Folder = Repository.PathOf("tests", "emulators", "telegram");

    private readonly Process _process;
    private readonly HttpClient _http;

    private TelegramTestApi(Process process, string address)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = new Uri(address) };
        Address = address;
    }

    /// <summary>Why it cannot be started; null when it can.</summary>
    public static string? Missing { get; } = Find("node") is null || Find("npm") is null ? "node and npm are not installed: no 'node' or 'npm' on the path." : null;

    public string Address { get; }

    public static async Task<TelegramTestApi> StartAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "telegram-test-api")))
            await RunAsync(Find("npm")!, "ci", "--no-audit", "--no-fund");
        int port;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }
        var process = Process.Start(new ProcessStartInfo(Find("node")!, ["start.js", $"{port}"]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
        if (line != "ready")
            throw new InvalidOperationException("The emulator does not start: " + await process.StandardError.ReadToEndAsync());
        return new TelegramTestApi(process, $"http://127.0.0.1:{port}");
    }

    /// <summary>The person does something; the object goes to the emulator as its own client would send it.</summary>
    public async Task SendAsync(string kind, string token, JsonObject content)
    {
        content["botToken"] = token;
        content["date"] = 1_772_600_000;
        using var response = await _http.PostAsJsonAsync("/" + kind, content);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>All messages of the bot, as they read now.</summary>
    public async Task<IReadOnlyList<JsonObject>> MessagesAsync(string token)
    {
        using var response = await _http.PostAsJsonAsync("/getUpdatesHistory", new { token });
        var history = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["result"]!.AsArray();
        return [.. history.OfType<JsonObject>().Where(update => update["message"]?["chat_id"] is not null)];
    }

    public void Dispose()
    {
        _http.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static async Task RunAsync(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{string.Join(' ', args)}' failed: {await output}{await error}");
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
