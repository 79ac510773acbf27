using Mlj.Exports;

namespace Mlj.Tests.Exports;

public sealed class ExportFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlj-export-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Write_OfOneFileByManyThreads_IsAlwaysWhole()
    {
        const int length = 100_000;
        Write(length, 'a');
        using var finished = new CancellationTokenSource();
        var torn = 0;
        var reader = Task.Run(() =>
        {
            while (!finished.IsCancellationRequested)
            {
                // Whoever reads may hold the former file open; its contents are one letter throughout.
                using var stream = new FileStream(In("a.csv"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var text = new StreamReader(stream);
                var read = text.ReadToEnd();
                torn += read.Length == length && read.AsSpan().IndexOfAnyExcept(read[0]) < 0 ? 0 : 1;
            }
        });
        await Task.WhenAll("abcd".Select(letter => Task.Run(() =>
        {
            for (var time = 0; time < 50; time++)
                Write(length, letter);
        })));
        await finished.CancelAsync();
        await reader;
        Assert.Equal(0, torn);
        Assert.Equal([In("a.csv")], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_UnderTheLongestNameThatThereIs_Writes()
    {
        var name = new string('x', 251) + ".csv";
        Write(3, 'a', name);
        Assert.Equal("aaa", File.ReadAllText(In(name)));
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)]
    public void Write_OverAFile_KeepsWhoMayReadIt(UnixFileMode mode)
    {
        // Windows has no such modes.
        if (OperatingSystem.IsWindows())
            return;
        Write(1, 'a');
        File.SetUnixFileMode(In("a.csv"), mode);
        Write(2, 'b');
        Assert.Equal(("bb", mode), (File.ReadAllText(In("a.csv")), File.GetUnixFileMode(In("a.csv"))));
    }

    [Fact]
    public void Write_ThroughALink_ReplacesWhatItLeadsToAndKeepsTheLink()
    {
        // To make a link takes rights that few have on Windows.
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(In("kept"));
        File.CreateSymbolicLink(In("a.csv"), Path.Combine("kept", "b.csv"));
        foreach (var letter in "ab")
        {
            Write(1, letter);
            Assert.Equal(letter.ToString(), File.ReadAllText(In(Path.Combine("kept", "b.csv"))));
            Assert.NotNull(new FileInfo(In("a.csv")).LinkTarget);
        }
        Assert.Single(Directory.GetFileSystemEntries(In("kept")));
    }

    private string In(string name) => Path.Combine(_folder, name);

    private void Write(int length, char letter, string name = "a.csv") => ExportFile.Write(In(name), stream =>
    {
        // In pieces, as an export comes.
        for (var left = length; left > 0; left -= 5_000)
            stream.Write([.. Enumerable.Repeat((byte)letter, Math.Min(left, 5_000))]);
    });
}
