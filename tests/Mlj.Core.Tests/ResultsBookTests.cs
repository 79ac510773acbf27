using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mlj.Actions;
using Mlj.Exports;
using Mlj.Exports.Xlsx;
using Mlj.Merging;
using Mlj.Pipeline;
using Mlj.Sources;
using Mlj.Tables;

namespace Mlj.Tests;

public class ResultsBookTests
{
    private static readonly Lazy<Compilation> Odd = new(() => new ResultsCompiler(CompilerOptions.Default with { Merge = new MergeOptions { SamePeople = [new SamePerson("ben@example.org", "benn@example.org")] } }).Compile(
    [
        Csv("Test 1.csv", "Submitted Time,Name,Email,Total Marks (24)\n2026-03-07 10:00,Ada Quill,ada@example.org,18\n2026-03-08 10:00,Ada Quill,ada@example.org,11\n"
            + "2026-03-08 11:00,Ben Torvald,ben@example.org,25\n2026-03-08 11:00,مريم السلام,maryam@example.org,12\n2026-03-08 11:00,Zoë 😀 Vell,zoe@example.org,24\n"),
        Csv("Test 2.csv", "Name,Email,Score (100)\nBen Torvald,benn@example.org,49.996\n=HYPERLINK(\"http://example.org\"),formula@example.org,60\n"),
    ]));

    [Fact]
    public void Of_BooksOfEveryKind_AreValidOpenXml()
    {
        ExportBook[] books =
        [
            ResultsBook.Of(Samples.Compile()), ResultsBook.Of(Odd.Value), ResultsBook.Of(new ResultsCompiler().Compile(Enumerable.Empty<string>())), Redacted(),
            .. Enumerable.Range(1, 12).Select(seed => ResultsBook.Of(new GeneratedClass(seed).Run, BuiltInActions.Catalog)),
        ];
        foreach (var book in books)
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(Written(book)), isEditable: false);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        }
    }

    [Fact]
    public void Of_TheSamePeople_HasEqualBytesUntilATimeIsGiven()
    {
        Assert.Equal(Written(ResultsBook.Of(Samples.Compile())), Written(ResultsBook.Of(Samples.Compile())));
        var book = ResultsBook.Of(Samples.Compile(), new BookOptions { Created = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) });
        Assert.Contains("Made at | 2026-03-01 12:00 +00:00 | ", Lines(book, "About"));
    }

    [Fact]
    public void Of_ThePolicy_LeavesFormulasThatAskTheRules()
    {
        var section = ResultsBook.Of(Samples.Compile()).Main.Sections[0];
        Assert.Equal(["Assignment Score", "Final Average", "Status", "Tests Taken"], section.Formulas.Keys.Order());
        Assert.Equal("COUNT(Results[[#This Row],[Test 1 Score]:[Test 5 Score]])", section.Formulas["Tests Taken"].Text);
        Assert.Equal("IF(ISNUMBER(Results[[#This Row],[Final Average]]),IF(ROUND(Results[[#This Row],[Final Average]],9)>=Pass_mark,\"PASS\",\"FAIL\"),\"N/A\")", section.Formulas["Status"].Text);
        Assert.Equal("Pass_mark", section.Marks["Final Average"]);
        Assert.Contains(ResultsBook.Of(Samples.Compile()).Sheets.Single(sheet => sheet.Name == "Rules").Sections[0].Names, name => name.Name == "Pass_mark");
    }

    [Fact]
    public void Of_ScoresThatAreNoLongerThere_KeepsValues()
    {
        var results = Samples.Compile();
        var book = ResultsBook.Of(With(results, new Plan([new RemoveColumn { ColumnName = "Test 3 Score" }, new RenameColumn { OldName = "Final Average", NewName = "Result" }])));
        Assert.Equal(["Status"], book.Main.Sections[0].Formulas.Keys);
        Assert.Contains("Results[[#This Row],[Result]]", book.Main.Sections[0].Formulas["Status"].Text, StringComparison.Ordinal);
        Assert.Contains(book.Sheets.Select(sheet => sheet.Name), name => name == "Summary");
    }

    [Fact]
    public void Of_AScoreNextToThePassMark_KeepsItsValue()
    {
        var table = new Table(new Column.Numbers("Score", [50, 49.9999999999m, 49.9m]) { Role = ColumnRole.Score, Test = 1 });
        var run = new Plan([new AddPassFail { ScoreColumn = "Score", Threshold = 50 }]).Run(table, BuiltInActions.Catalog);
        Assert.Equal([1], ResultsBook.Of(run, BuiltInActions.Catalog).Main.Sections[0].Formulas["Status"].ValueRows);
    }

    [Fact]
    public void Of_ExceptionalCells_HaveNotesThatSayWhy()
    {
        var notes = ResultsBook.Of(Odd.Value).Main.Sections[0].Notes.Select(note => $"{Odd.Value.Participants[note.Stored].Name}, {note.Column}: {note.Text}").ToList();
        Assert.Contains("Ada Quill, Test 1 Score: Sat more than once. Test 1: 18/24 (75 %) counts, 11/24 (45.83 %) does not.", notes);
        Assert.Contains(notes, note => note.StartsWith("Ben Torvald, Full Name: One person under 2 addresses: ", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("Ben Torvald, Test 1 Score: A score was set aside: '25' is above the maximum of 24", StringComparison.Ordinal));
        Assert.Equal(3, notes.Count);
        Assert.Contains("xl/comments2.xml", Parts(ResultsBook.Of(Odd.Value)).Keys);
    }

    [Fact]
    public void Of_MoreExceptionalCellsThanHaveNotes_SaysSo()
    {
        var rows = Enumerable.Range(1, 1_001).Select(number => $"P{number} Quill,p{number}@example.org,50\nP{number} Quill,p{number}@example.org,60\n");
        var book = ResultsBook.Of(new ResultsCompiler().Compile([Csv("Test 1.csv", "Name,Email,Score (100)\n" + string.Concat(rows))]));
        Assert.Equal(1_001, book.Main.Sections[0].Notes.Count);
        Assert.Contains("Exceptional cells | 1001 | the first 1,000 have notes; the sheets Review and Ledger have all", Lines(book, "Summary"));
    }

    [Fact]
    public void Of_MoreRowsThanTheLimit_HasValuesAloneAndSaysSo()
    {
        var book = ResultsBook.Of(Odd.Value, new BookOptions { MostLiveRows = 3 });
        Assert.Empty(book.Main.Sections[0].Formulas);
        Assert.Empty(book.Main.Sections[0].Notes);
        Assert.DoesNotContain(Parts(book), part => part.Value.Contains("<f>", StringComparison.Ordinal) && part.Key.StartsWith("xl/worksheets/", StringComparison.Ordinal));
        Assert.Contains("Computed columns with formulas | 0 | more than 3 rows: values only, without formulas and notes", Lines(book, "Summary"));
    }

    [Fact]
    public void Of_RedactedResults_HasNoNameOrAddressAnywhere()
    {
        var parts = Parts(Redacted());
        var secrets = Odd.Value.Participants.SelectMany(participant => participant.Emails.Append(participant.Name));
        Assert.Empty(secrets.SelectMany(secret => parts.Where(part => part.Value.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(part => $"{secret} in {part.Key}")));
    }

    [Fact]
    public void Of_ARedactedTableOfAnotherOrigin_DoesNotTellTheSeed()
    {
        var table = new Table(new Column.Texts("Full Name", ["Ada Quill"]) { Role = ColumnRole.Name }, new Column.Numbers("Score", [50]));
        var parts = Parts(ResultsBook.Of(new Plan([new Redact()], 2_718_281_828_459_045).Run(table, BuiltInActions.Catalog), BuiltInActions.Catalog));
        Assert.DoesNotContain(parts, part => part.Value.Contains("2718281828459045", StringComparison.Ordinal) || part.Value.Contains("Quill", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_AHistoryOfAnotherTable_Throws() =>
        Assert.Throws<ArgumentException>(() => ResultsBook.Of(Samples.Compile() with { History = With(Samples.Compile(), new Plan([new CountTests { ResultColumn = "Taken" }])).History }));

    [Fact]
    public void Write_Charts_HaveWordsForThoseWhoCannotSeeThem()
    {
        var drawing = Parts(ResultsBook.Of(Samples.Compile()))["xl/drawings/drawing1.xml"];
        Assert.Contains("descr=\"Histogram of Final Average: 10 to under 20: 2 people, ", drawing, StringComparison.Ordinal);
        Assert.Contains("descr=\"Mean of each test in percent: Test 1: 71.0 percent, ", drawing, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EverySheet_PrintsOnOnePagesWidthWithPageNumbers() => Assert.All(
        Parts(ResultsBook.Of(Samples.Compile())).Where(part => part.Key.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Select(part => part.Value), sheet =>
        {
            Assert.Contains("orientation=\"landscape\"", sheet, StringComparison.Ordinal);
            Assert.Contains("Page &amp;P of &amp;N", sheet, StringComparison.Ordinal);
            Assert.Contains("fitToPage=\"1\"", sheet, StringComparison.Ordinal);
            Assert.DoesNotContain("mergeCell", sheet, StringComparison.Ordinal);
            Assert.DoesNotContain("hidden=\"1\"", sheet, StringComparison.Ordinal);
        });

    private static ExportBook Redacted() => ResultsBook.Of(With(Odd.Value, new Plan([new Redact()], 2_718_281_828_459_045)));

    private static Compilation With(Compilation results, Plan plan)
    {
        Assert.True(History.Of(results.Run.Result, BuiltInActions.Catalog).TryAccept(plan.Run(results.Run.Result, BuiltInActions.Catalog), out var history, out _));
        return results with { History = history };
    }

    private static IEnumerable<string> Lines(ExportBook book, string sheet) => book.Sheets.Single(each => each.Name == sheet).Sections
        .SelectMany(section => section.Table.Order.Stored.Select(stored => string.Join(" | ", section.Table.Columns.Select(column => column.Show(stored)))));

    private static byte[] Written(ExportBook book)
    {
        using var stream = new MemoryStream();
        new XlsxExport().Write(book, stream);
        return stream.ToArray();
    }

    private static Dictionary<string, string> Parts(ExportBook book)
    {
        using var package = new ZipArchive(new MemoryStream(Written(book)));
        return package.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }

    private static SourceFile Csv(string name, string text) => SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(text));
}
