using System.Net;

namespace Mlj.Hosting.Web.Tests;

public sealed class UploadTests : IDisposable
{
    private const int Megabyte = 1 << 20;

    private readonly TestHost _host = new();

    [Fact]
    public async Task Upload_OfACopy_SaysOfWhich()
    {
        var caller = await Caller.BeginAsync(_host);
        await caller.UploadAsync("Test 1.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,40\n");

        var taken = await caller.UploadAsync("Test 2.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,40\n");

        Assert.Equal("Test 1.csv", taken["files"]![0]!["copy_of"]!.GetValue<string>());
        Assert.Equal([null, "Test 1.csv"], (await caller.GetAsync(caller.Path))["files"]!.AsArray().Select(file => file!["copy_of"]?.GetValue<string>()));
    }

    [Fact]
    public async Task Upload_OfFiftyMegabytesAndOneByte_IsRefusedAndNotKept()
    {
        var caller = await Caller.BeginAsync(_host);
        using var content = new ZerosContent(50L * Megabyte + 1, known: false);

        var problem = await Caller.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, await caller.SendFileAsync("Test 1.csv", content));

        Assert.Equal("file_too_large", problem["code"]!.GetValue<string>());
        Assert.Empty(_host.Files);
        Assert.Equal(0, (await caller.GetAsync(caller.Path))["files_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task Upload_ThatSaysToBeTooLong_IsRefusedUnread()
    {
        var caller = await Caller.BeginAsync(_host);
        using var content = new ZerosContent(60L * Megabyte, known: true);

        await Caller.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, await caller.SendFileAsync("Test 1.csv", content));

        Assert.InRange(content.Given, 0, 2 * Megabyte);
    }

    [Fact]
    public async Task Upload_OfAHostileFileAmongGoodOnes_LeavesTheGoodOnes()
    {
        var caller = await Caller.ConsolidatedAsync(_host);

        var problem = await Caller.ProblemAsync(HttpStatusCode.UnsupportedMediaType, await caller.SendFileAsync("Test 3.xlsx", new ByteArrayContent([0x50, 0x4B, 3, 4, .. new byte[300]])));
        Assert.Contains("Test 3.xlsx", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        var kept = await caller.UploadAsync("Test 4.csv", "City,Colour\nLagos,green\nAbuja,blue\n");
        Assert.NotNull(kept["files"]![0]!["recognised"]!["problem"]);

        var summary = (await caller.PostAsync("/api/consolidate/" + caller.Session))["summary"]!;
        Assert.Equal(3, summary["participants"]!.GetValue<int>());
        Assert.Equal("Test 4.csv", Assert.Single(summary["refused"]!.AsArray())!["file"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("../../escape Test 1.csv", "escape Test 1.csv")]
    [InlineData("C:\\Users\\ada\\Test 1.csv", "Test 1.csv")]
    [InlineData("Prüfung Tést 1 \u202Eexe.csv", "Prüfung Tést 1 exe.csv")]
    public async Task Upload_OfANameThatCouldBeAPath_KeepsTheNameAsDataOnly(string name, string kept)
    {
        var caller = await Caller.BeginAsync(_host);

        var uploaded = await caller.UploadAsync(name, "Name,Email,Score (100)\nAda Quill,ada@example.org,40\n");

        Assert.Equal(kept, uploaded["files"]![0]!["name"]!.GetValue<string>());
        Assert.Equal([Path.Combine(_host.Folder, "files")], _host.Files.Select(Path.GetDirectoryName));
        Assert.DoesNotContain(_host.Files, file => file.Contains("Test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Upload_OfTestsInAnyOrder_NumbersThemByTheirNames()
    {
        var caller = await Caller.BeginAsync(_host);
        await caller.UploadAsync("Test 2.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,22\n");
        await caller.UploadAsync("Test 1.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,11\n");
        await caller.PostAsync("/api/consolidate/" + caller.Session);

        Assert.Equal(["11"], await caller.ColumnAsync("Test 1 Score"));
        Assert.Equal(["22"], await caller.ColumnAsync("Test 2 Score"));
    }

    [Fact]
    public async Task Upload_WithoutTheField_Is422_AndOfAnotherType415()
    {
        var caller = await Caller.BeginAsync(_host);
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        await Caller.ProblemAsync(HttpStatusCode.UnprocessableEntity, await caller.Http.PostAsync("/api/upload/" + caller.Session, form));
        await Caller.ProblemAsync(HttpStatusCode.UnsupportedMediaType, await caller.Http.PostAsync("/api/upload/" + caller.Session, new StringContent("x")));
    }

    [Fact]
    public async Task Upload_BeyondTheNumberOfFiles_IsRefused()
    {
        using var host = new TestHost(new() { ["MaxFiles"] = "1" });
        var caller = await Caller.BeginAsync(host);
        await caller.UploadAsync("Test 1.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,40\n");

        var problem = await Caller.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, await caller.SendFileAsync("Test 2.csv", new ByteArrayContent([65])));

        Assert.Equal("too_many_files", problem["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Correction_OfAFile_CountsFromTheNextConsolidationOn()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        var file = (await caller.GetAsync(caller.Path))["files"]![0]!["file_id"]!.GetValue<string>();

        var corrected = await Caller.ReadAsync(await caller.SendAsync(HttpMethod.Put, $"{caller.Path}/files/{file}", new { test_number = 7, maximum = 200 }));

        Assert.Equal(7, corrected["recognised"]!["test"]!["number"]!.GetValue<int>());
        Assert.True((await caller.GetAsync(caller.Path))["is_stale"]!.GetValue<bool>());
        Assert.Equal(["40", "80", "60"], await caller.ColumnAsync("Test 1 Score"));
        await caller.PostAsync("/api/consolidate/" + caller.Session);
        Assert.Equal(["20", "40", "30"], await caller.ColumnAsync("Test 7 Score"));
        await Caller.ProblemAsync(HttpStatusCode.UnprocessableEntity, await caller.SendAsync(HttpMethod.Put, $"{caller.Path}/files/{file}", new { score_column = "Nowhere" }));
        await Caller.ProblemAsync(HttpStatusCode.BadRequest, await caller.SendAsync(HttpMethod.Put, $"{caller.Path}/files/{file}", new { maximum = 0 }));
        await Caller.ProblemAsync(HttpStatusCode.BadRequest, await caller.SendAsync(HttpMethod.Put, $"{caller.Path}/files/{file}", new { skore_column = "B" }));
    }

    [Fact]
    public async Task Removal_OfAFile_KeepsItsBytesUntilTheTableNeedsThemNoMore()
    {
        var caller = await Caller.ConsolidatedAsync(_host);
        var file = (await caller.GetAsync(caller.Path))["files"]![1]!["file_id"]!.GetValue<string>();

        await caller.DeleteAsync($"{caller.Path}/files/{file}");
        Assert.Equal(2, _host.Files.Count());
        using var restarted = new TestHost(of: _host);
        Assert.Equal(3, (await caller.At(restarted).ColumnAsync("Test 2 Score")).Count);
        await caller.PostAsync("/api/consolidate/" + caller.Session);

        Assert.Single(_host.Files);
        Assert.Equal(["Test 1 Score"], (await caller.GetAsync(caller.Path + "/charts"))["tests"]!.AsArray().Select(test => test!["column"]!.GetValue<string>()));
    }

    public void Dispose() => _host.Dispose();
}
