using System.Text;
using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Recognition;

/// <summary>Whatever stands in the cells, a file is read or refused, and the ledger adds up.</summary>
public class NastyCellsTests
{
    private const int Rounds = 400;

    private static readonly string[] Headings =
    [
        "Email", "EMAIL", "Name", "First name", "Surname", "Full Names", "Score", "Total Marks (24)", "Grade/10,00", "Percentage", "Score (%)", "Max score", "Correct", "Incorrect", "Phone", "Timestamp", "No.",
        "Points - Q1", "Points - Q2", "Attempt #", "Feedback - x", "Test 3 Score", "", " ", "😀", "&#xD800;", "\uFFFF", "a\u0301\u0301", "%", "(24)", "/", "Score (0)", "Score (99999999999999999999999)",
    ];

    private static readonly object?[] Cells =
    [
        null, null, "", " ", "\u00a0", "\u200b", "ann@example.org", "bob@example.org", "ANN@example.org", "a@b@c", "@", "anonymous", "Ann Bell", "Bell, Ann", "Average", "Points Possible", "Email", "Score",
        "14", "14/24", "14 / 0", "/", "0/0", "58.3%", "%", "-", "−5", "absent", "1,234", "1.234,5", "0.85", "7,5", "NaN", "1e308", "½", "\uFFFF\uFFFE", "🦉", "99999999999999999999999999999", "999999999999999 / 999999999999999",
        "2026-02-19 10:11", "31/31/2026", "99:99", "08031234567", "TRUE", 0, 1, 14, -1, 0.5, 1e15, 1e28, 7.9e28, -7.9e28, 1e300, 5e-324, true,
        5e27.AsPercent(), 0.583.AsPercent(), 1e28.OutOf(1), 0.In("0\" / 0\""), 46072.5.In("yyyy-mm-dd"), 1e300.In("yyyy-mm-dd"), (-5).In("yyyy-mm-dd"),
        CellValue.Error("#N/A"), CellValue.IsoDate("2026-02-19"), CellValue.IsoDate("nonsense"), CellValue.Raw("t=\"n\"", "<v>1E+27</v>"),
    ];

    [Fact]
    public void Compile_OfAnyCellsUnderAnyHeadings_NeverFails()
    {
        var chance = new Random(17);
        var (read, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var compilation = new ResultsCompiler().Compile([Book(chance).ToFile("Test 1.xlsx"), Book(chance).ToFile("Exam.xlsx")]);

            read += compilation.Consolidation.Tests.Count;
            refused += compilation.Refused.Count;
            Assert.True(compilation.Ledger.Files.Count == compilation.Consolidation.Tests.Count);
            foreach (var score in compilation.Participants.SelectMany(participant => participant.Attempts).Select(attempt => attempt.Response.Score).OfType<Mlj.Values.Score>())
                Assert.InRange(score.Percentage, 0, 100);
        }
        Assert.True(read > Rounds / 4 && refused > Rounds / 4, $"{read} read, {refused} refused");
    }

    [Fact]
    public void Compile_OfAnyTextInCsv_NeverFails()
    {
        var chance = new Random(18);
        var texts = Cells.OfType<string>().ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var width = chance.Next(2, 7);
            var lines = Enumerable.Range(0, chance.Next(1, 8)).Select(row => string.Join(',', Enumerable.Range(0, width).Select(_ => Quoted(row == 0 ? One(Headings, chance) : One(texts, chance)))));
            var compilation = new ResultsCompiler().Compile([SourceFile.FromBytes("Test 1.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)))]);
            Assert.Equal(1, compilation.Consolidation.Tests.Count + compilation.Refused.Count);
        }

        static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static WorkbookBuilder Book(Random chance)
    {
        var width = chance.Next(2, 8);
        var book = Workbook.Sheet();
        for (var title = chance.Next(8); title > 6; title--)
            book.Row(One(Cells, chance));
        book.Row([.. Enumerable.Range(0, width).Select(_ => (object)Printable(One(Headings, chance)))]);
        for (var row = chance.Next(10); row >= 0; row--)
            book.Row([.. Enumerable.Range(0, width).Select(_ => One(Cells, chance) is string text ? Printable(text) : One(Cells, chance))]);
        return book;
    }

    private static T One<T>(T[] all, Random chance) => all[chance.Next(all.Length)];

    /// <summary>XML has no U+FFFE and U+FFFF but as an escape.</summary>
    private static string Printable(string text) => text.Replace("\uFFFF", "_xFFFF_", StringComparison.Ordinal).Replace("\uFFFE", "_xFFFE_", StringComparison.Ordinal);
}
