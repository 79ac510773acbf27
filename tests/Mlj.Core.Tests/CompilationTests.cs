using System.Text;
using System.Text.Json;
using Mlj.Actions;
using Mlj.Exports;
using Mlj.Merging;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Tables;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests;

public sealed class CompilationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlj-compilation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Save_AndHandedInAgain_IsRefusedAsATestAndReadAsATable()
    {
        Samples.Compile().Save(In("results.xlsx"));
        var results = new ResultsCompiler().Compile([.. Samples.Paths, In("results.xlsx")]);
        var refused = Assert.Single(results.Refused);
        Assert.Equal(("results.xlsx", "own_results"), (refused.File, refused.Problem.Code));
        Assert.Equal(5, results.Consolidation.Tests.Count);
        Assert.Equal(Samples.Compile().Table.Columns.Select(column => column.Name), results.Table.Columns.Select(column => column.Name));
        Assert.Equal("own_results", new ResultsCompiler().Inspect(SourceFile.FromPath(In("results.xlsx"))).Problem?.Code);
        Assert.Equal(36, TableReader.Read(SourceFile.FromPath(In("results.xlsx"))).Table.RowCount);
    }

    [Fact]
    public void Save_AsCsvAndHandedInAgain_IsAskedAbout()
    {
        Samples.Compile().Save(In("results.csv"));
        var results = new ResultsCompiler().Compile([.. Samples.Paths, In("results.csv")]);
        var note = Assert.Single(results.Notes, note => note.Code == "own_results");
        Assert.Equal((NoteLevel.Question, "results.csv"), (note.Level, note.Place?.File));
        Assert.Contains("'Test 1 Score', 'Final Average', 'Status'", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_ByExtension_ChoosesTheFormat()
    {
        var results = Small();
        foreach (var (name, start) in new[] { ("a.xlsx", "PK"u8.ToArray()), ("a.CSV", "\uFEFFFull Name,"u8.ToArray()), ("a.json", "{"u8.ToArray()) })
        {
            results.Save(In(name));
            Assert.Equal(start, File.ReadAllBytes(In(name))[..start.Length]);
        }
        using var json = JsonDocument.Parse(File.ReadAllText(In("a.json")));
        Assert.Equal("Ada Quill", json.RootElement.GetProperty("rows")[0].GetProperty("Full Name").GetString());
    }

    [Theory]
    [InlineData("results.ods")]
    [InlineData("results")]
    [InlineData("results.xlsx.")]
    public void Save_UnderAnExtensionThatNoFormatHas_IsTheCallersErrorAndWritesNothing(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => Small().Save(In(name)));
        Assert.Contains(".xlsx, .csv, .json", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Save_OverAFile_ReplacesIt()
    {
        File.WriteAllText(In("results.csv"), new string('x', 100_000));
        Small().Save(In("results.csv"));
        Assert.StartsWith("Full Name,", File.ReadAllText(In("results.csv")), StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", File.ReadAllText(In("results.csv")), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Save_ThatFails_LeavesTheFormerFileAndNoDraft()
    {
        File.WriteAllText(In("results.xlsx"), "the former results");
        // A cell of a workbook holds 32,767 characters.
        var results = new ResultsCompiler(new CompilerOptions { Limits = new SourceLimits { MaxCellCharacters = 50_000 } }).Compile([Csv("Test 1.csv", $"Name,Email,Score (100)\n{new string('a', 40_000)},ada@example.org,60\n")]);
        Assert.Throws<ExportException>(() => results.Save(In("results.xlsx")));
        Assert.Equal("the former results", File.ReadAllText(In("results.xlsx")));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Save_Cancelled_LeavesTheFormerFileAndNoDraft()
    {
        File.WriteAllText(In("results.csv"), "the former results");
        Assert.Throws<OperationCanceledException>(() => Small().Save(In("results.csv"), cancellation: new CancellationToken(canceled: true)));
        Assert.Equal("the former results", File.ReadAllText(In("results.csv")));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Save_OntoAFolder_FailsAndLeavesNoDraft()
    {
        Directory.CreateDirectory(In("results.xlsx"));
        var error = Assert.Throws<IOException>(() => Small().Save(In("results.xlsx")));
        Assert.EndsWith("results.xlsx' is a folder.", error.Message, StringComparison.Ordinal);
        Assert.Equal([In("results.xlsx")], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Save_IntoAFolderThatIsNotThere_SaysWhichFolder()
    {
        var error = Assert.Throws<DirectoryNotFoundException>(() => Small().Save(Path.Combine(In("nowhere"), "results.xlsx")));
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".draft", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Save_WithAHistoryOfAnotherTable_IsTheCallersErrorThoughNothingWasChanged()
    {
        var results = Small();
        var other = new Table(new Column.Texts("Name", ["Ada", "Ben"]));
        Assert.Throws<ArgumentException>(() => (results with { History = History.Of(other, BuiltInActions.Catalog) }).Save(In("results.xlsx")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
        (results with { History = History.Of(results.Run.Result, BuiltInActions.Catalog) }).Save(In("results.xlsx"));
    }

    [Fact]
    public void Notes_OfAPolicyThatCannotBeCarriedOut_SayWhyAndSoDoesTheBook()
    {
        var options = new CompilerOptions { Policy = new Plan([new AddPassFail { ScoreColumn = "Test 1 Scroe" }]) };
        var results = new ResultsCompiler(options).Compile([Csv("Test 1.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,60\n")]);
        var note = Assert.Single(results.Notes);
        Assert.Equal((NoteLevel.Review, "policy_not_done"), (note.Level, note.Code));
        Assert.Contains("There is no column 'Test 1 Scroe'. Did you mean 'Test 1 Score'?", note.Message, StringComparison.Ordinal);
        results.Save(In("results.xlsx"));
        using var book = SourceFormats.Default.Open(SourceFile.FromPath(In("results.xlsx")));
        Assert.Contains(Sheet(book, 0), line => line is ["Scoring policy not carried out: reasons", "1", "sheet Review"]);
        Assert.Contains(Sheet(book, 4), line => line is ["review", _, var what] && what == note.Message);
        Assert.Contains(Sheet(book, 6), line => line is ["Recipe", _, "not carried out; the reasons are on the sheet Review"]);
        Assert.Empty(results.With(CompilerOptions.Default).Notes);
    }

    [Theory]
    [InlineData("results.xlsx")]
    [InlineData("results.csv")]
    [InlineData("results.json")]
    public void Save_OfEqualInputs_GivesEqualBytes(string name)
    {
        Samples.Compile().Save(In(name));
        Samples.Compile().Save(In("again" + name));
        Assert.Equal(File.ReadAllBytes(In(name)), File.ReadAllBytes(In("again" + name)));
    }

    [Fact]
    public void Save_AWorkbook_HasItsSheetsWithTheRightCells()
    {
        var results = new ResultsCompiler(new CompilerOptions { Merge = new MergeOptions { SamePeople = [new SamePerson("ben@example.org", "benn@example.org")] } }).Compile(
        [
            Csv("Test 1.csv", """
                Submitted Time,Name,Email,Total Marks (24)
                2026-03-07 10:00,Ada Quill,ada@example.org,18
                2026-03-08 10:00,Ada Quill,ada@example.org,11
                2026-03-08 11:00,Ben Torvald,ben@example.org,25
                ,,,
                2026-03-08 12:00,Cleo Marrow,cleo,0
                """),
            Csv("Test 2.csv", "Name,Email,Score (100)\n=1+1,formula@example.org,49.996\n"),
            SourceFile.FromBytes("empty.csv", []),
        ]);
        results.Save(In("results.xlsx"));
        using var book = SourceFormats.Default.Open(SourceFile.FromPath(In("results.xlsx")));
        Assert.Equal(["Summary", "Results", "Tests", "Ledger", "Review", "Rules", "About"], book.Sheets.Select(sheet => sheet.Name));

        var summary = Sheet(book, 0);
        Assert.Equal("Results of 2 tests, 4 people", summary[0][0]);
        Assert.Contains(summary, line => line is ["What", "Value", "Remark"]);
        Assert.Equal(("4", "2", "6", "3", "1", "0", "1", "1", "1"),
            (Fact("Participants"), Fact("Tests"), Fact("Rows read"), Fact("Rows placed"), Fact("Attempts superseded"), Fact("Exact duplicates"), Fact("Rows set aside"), Fact("Blank rows"), Fact("Files refused")));

        var rows = Sheet(book, 1);
        Assert.Equal(["Full Name", "Email", "Test 1 Score", "Test 2 Score", "Tests Taken", "Assignment Score", "Final Average", "Status"], rows[0]);
        Assert.Equal(results.Table.RowCount + 1, rows.Count);
        for (var row = 0; row < results.Table.RowCount; row++)
            for (var column = 0; column < results.Table.Columns.Count; column++)
            {
                var cell = results.Table[row, column];
                var written = rows[row + 1][column];
                if (cell.Number is { } number)
                    Assert.Equal((double)number, double.Parse(written, System.Globalization.CultureInfo.InvariantCulture), 9);
                else
                    Assert.Equal(cell.Text ?? "", written);
            }
        // A text that begins like a formula is a text.
        Assert.Contains("A2 s =1+1", book.ReadCells(1));
        Assert.Equal("=1+1", results.Table[0, 0].Text);

        var tests = Sheet(book, 2);
        Assert.Equal(["1", "Test 1.csv", "Test 1", "2026-03-07 10:00 to 2026-03-08 12:00", "24", "5"], Line(tests, "Title", "1")[..6]);
        Assert.Equal("Total Marks (24)", Line(tests, "Number from", "1")[5]);

        var ledger = Sheet(book, 3);
        Assert.Equal(["Test 1.csv", "adds up", "5", "2", "1", "0", "1", "1", "54", "18", "36"], Line(ledger, "Balance", "Test 1.csv")[..11]);
        Assert.Equal(["All files", "adds up", "6"], Line(ledger, "Balance", "All files")[..3]);
        Assert.Contains(ledger, line => line is ["Test 1.csv", "Ben Torvald <ben@example.org>", "quarantined", ..] && line.Contains("25") && line.Contains("'25' is above the maximum of 24"));
        Assert.Contains(ledger, line => line is ["Test 1.csv", _, "superseded", "3", ..]);

        var review = Sheet(book, 4);
        Assert.Contains(review, line => line[0] == "file refused" && line[1] == "empty.csv");
        Assert.Contains(review, line => line[0] == "retake" && line[1] == "Ada Quill <ada@example.org>" && line[2] == "Test 1: 18/24 (75 %) counts, 11/24 (45.83 %) does not.");
        Assert.Contains(review, line => line[0] == "review" && line[2].Contains("'cleo' of Cleo Marrow is no address", StringComparison.Ordinal));

        var about = Sheet(book, 6);
        Assert.Equal(results.Inputs.Select(input => input.Sha256), about.Where(line => line[0] == "Input, and its SHA-256").Select(line => line[2]));
        Assert.Contains(about, line => line is ["One person by decision", "ben@example.org", "benn@example.org"]);
        Assert.Contains(about, line => line[0] == "Attempts" && line[1] == "best");
        Assert.Contains("\"add_assignment_score\"", about.Single(line => line[0] == "Recipe")[1], StringComparison.Ordinal);

        string Fact(string what) => summary.First(line => line[0] == what)[1];

        // The first line with this beginning below the heading with this word.
        static List<string> Line(List<List<string>> sheet, string heading, string beginning) =>
            sheet.SkipWhile(line => !line.Contains(heading)).First(line => line[0] == beginning);
    }

    [Fact]
    public void Save_WhenNothingNeedsALook_SaysSo()
    {
        Small().Save(In("results.xlsx"));
        using var book = SourceFormats.Default.Open(SourceFile.FromPath(In("results.xlsx")));
        Assert.Equal(["nothing", "", "Nothing needs a look."], Sheet(book, 4)[1]);
    }

    [Fact]
    public void Write_ToAStream_LeavesItOpen()
    {
        using var stream = new MemoryStream();
        Small().Write(stream, ExportFormats.Default.ForExtension(".csv")!);
        Assert.True(stream.CanWrite);
        Assert.True(stream.Length > 0);
        Assert.Throws<OperationCanceledException>(() => Small().Write(stream, ExportFormats.Default.ForExtension(".csv")!, new CancellationToken(canceled: true)));
    }

    private static Compilation Small() => new ResultsCompiler().Compile([Csv("Test 1.csv", "Name,Email,Score (100)\nAda Quill,ada@example.org,60\n")]);

    private static SourceFile Csv(string name, string text) => SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(text));

    private string In(string name) => Path.Combine(_folder, name);

    /// <summary>The cells of a sheet as the library's own reader finds them, empty ones included.</summary>
    private static List<List<string>> Sheet(ISourceBook book, int index)
    {
        var lines = new List<List<string>>();
        using var reader = book.OpenSheet(index);
        while (reader.Read())
        {
            var line = new List<string>();
            for (var at = 0; at < reader.Row.Count; at++)
            {
                var cell = reader.Row[at];
                while (line.Count < cell.Column - 1)
                    line.Add("");
                line.Add(CellLines.Text(cell));
            }
            while (lines.Count > 0 && line.Count < lines[0].Count)
                line.Add("");
            lines.Add(line);
        }
        return lines;
    }
}
