using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Mlj.Exports;
using Mlj.Sources;
using Mlj.Tables;
using Mlj.Testing.Workbooks;
using Mlj.Tests.Exports.Xlsx;
using Mlj.Values;

namespace Mlj.Tests.Exports;

/// <summary>
/// What is written reads back the same, whatever the table is. A format may change four things and no others: half of a character becomes the
/// replacement character, an empty text is a missing one, a workbook keeps a number as a double, and in a csv, where every cell is text, a
/// number stands as it is shown, a NUL becomes the replacement character, and an apostrophe stands before what looks like a formula.
/// </summary>
public class RoundTripTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.Elements("_", "x", "_x000D_", "_x005F_", "_xD83D_", "\n", "\r", "\r\n", "\t", " ", "  ", "\0", "\u0001", "\u001F", "\u007F", "\u0085", "\u2028", "\uFEFF", "\uFFFE", "\uFFFF", "<", ">", "&", "&amp;", "]]>"),
        Gen.Elements("\"", "\"\"", "'", "=", "+", "-", "@", ",", ";", "|", "\t", "sep=;", "sep=", "a", "1", "0.5", "1e5", "TRUE", "é", "e\u0301", "李", "😀", "\uD800", "\uDC00", "\uD83D", "مرحبا", "\u202E"),
        Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString()));

    private static readonly Gen<string> Texts = Gen.OneOf(
        Pieces.ListOf().Select(string.Concat),
        Pieces.ListOf().Select(string.Concat),
        Gen.Elements(Books.HostileTexts.ToArray()),
        Gen.Choose(1, 300).SelectMany(times => Pieces.Select(piece => string.Concat(Enumerable.Repeat(piece, times)))));

    private static readonly Gen<decimal> Numbers = Gen.OneOf(
        Gen.Choose(-1000, 1000).Select(number => (decimal)number),
        Gen.Elements(0m, 0.00m, -0.0m, decimal.MaxValue, decimal.MinValue, 1e-28m, -1e-28m, 0.1m, 1m / 3, 123456789012345678m, 99.995m, 49.9999999m),
        Gen.Choose(int.MinValue, int.MaxValue).Three().SelectMany(parts => Gen.Choose(0, 28).Select(scale =>
            new decimal(parts.Item1, parts.Item2, parts.Item3, parts.Item1 % 2 == 0, (byte)scale))));

    private static readonly Gen<Table> Tables = Gen.Choose(1, 6).SelectMany(columns => Gen.Choose(0, 8).SelectMany(rows => Columns(columns, rows)));

    [Fact]
    public void Xlsx_AnyTable_ReadsBackTheSameByUsAndByAnother() => ForAnyTable(table =>
    {
        var expected = Expected(table, text => text, column => row => column.Number(row) is { } number ? NumberText.RoundTrip(AsDouble(number)) : null);
        Assert.Equal(expected, OwnReading(".xlsx", table));
        Assert.Equal(expected, Another(table));
    });

    [Fact]
    public void Csv_AnyTable_ReadsBackTheSame() => ForAnyTable(table =>
        Assert.Equal(Expected(table, Defused, column => row => column.Show(row)), OwnReading(".csv", table)));

    [Fact]
    public void Json_AnyTable_ParsesToTheSame() => ForAnyTable(table =>
    {
        var rows = JsonDocument.Parse(Written(".json", table)).RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(table.RowCount, rows.Count);
        for (var row = 0; row < rows.Count; row++)
            Assert.Equal(table.Columns.Select(column => (WellFormed(column.Name), column[row].Text is { } text ? WellFormed(text) : column[row].IsMissing ? null : column.Show(row))),
                rows[row].EnumerateObject().Select(cell => (cell.Name, cell.Value.ValueKind == JsonValueKind.Number ? cell.Value.GetRawText() : cell.Value.GetString())));
    });

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".csv")]
    public void Write_AsManyColumnsAsThereCanBe_ReadsBackTheSame(string extension)
    {
        var table = new Table([.. Enumerable.Range(1, 16_384).Select(number => new Column.Texts($"c{number}", [number % 2 == 0 ? null : $"=v{number}"]))]);
        Assert.Equal(Expected(table, text => extension == ".csv" ? Defused(text) : text, _ => _ => null), OwnReading(extension, table));
    }

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".csv")]
    public void Write_NothingBelowTheHeadingOrNothingAtAll_ReadsBackTheSame(string extension)
    {
        Assert.Equal(["A1 s Name", "B1 s Score"], OwnReading(extension, new Table(new Column.Texts("Name", []), new Column.Numbers("Score", []))));
        Assert.Empty(OwnReading(extension, new Table()));
    }

    private static Gen<Table> Columns(int columns, int rows) =>
        Gen.Zip(Texts.ListOf(columns), Gen.Choose(0, 2).ListOf(columns)).SelectMany(heads =>
            Gen.Zip(Missing(Texts).ListOf(columns * rows), MissingNumber().ListOf(columns * rows)).Select(cells =>
                new Table([.. heads.Item1.Select((name, index) => Heading(name, index)).Select((name, index) => heads.Item2[index] > 0
                    ? (Column)new Column.Texts(name, [.. cells.Item1.Skip(index * rows).Take(rows)])
                    : new Column.Numbers(name, [.. cells.Item2.Skip(index * rows).Take(rows)]) { Format = index % 2 == 0 ? NumberFormat.AsIs : NumberFormat.Percentage })])));

    // Headings are not blank and differ, also once the halves of characters are replaced; nearly the same is fine.
    private static string Heading(string name, int index) => string.IsNullOrWhiteSpace(name) ? new string('h', index + 1) : index == 0 ? name : $"{name[..Math.Min(name.Length, 300)]}{index}";

    private static Gen<string?> Missing(Gen<string> texts) => Gen.Frequency((1, Gen.Constant<string?>(null)), (4, texts.Select(text => (string?)text)));

    private static Gen<decimal?> MissingNumber() => Gen.Frequency((1, Gen.Constant<decimal?>(null)), (4, Numbers.Select(number => (decimal?)number)));

    private static void ForAnyTable(Action<Table> holds) =>
        Prop.ForAll(Tables.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_261_122, 7).WithQuietOnSuccess(true));

    // The cells that are not empty, as CellLines shows them.
    private static List<string> Expected(Table table, Func<string, string> text, Func<Column.Numbers, Func<int, string?>> number)
    {
        var cells = new List<string>();
        for (var row = -1; row < table.RowCount; row++)
            for (var index = 0; index < table.Columns.Count; index++)
            {
                var column = table.Columns[index];
                var (kind, shown) = row < 0 ? ('s', text(column.Name)) : column is Column.Numbers numbers ? ('n', number(numbers)(row)) : ('s', column[row].Text is { } cell ? text(cell) : null);
                if (!string.IsNullOrEmpty(shown))
                    cells.Add($"{Place.ColumnLetters(index + 1)}{row + 2} {kind} {WellFormed(shown)}");
            }
        return cells;
    }

    private static string Defused(string text) => (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text).Replace('\0', '\uFFFD');

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    private static double AsDouble(decimal number) => double.Parse(number.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Written(string extension, Table table)
    {
        using var stream = new MemoryStream();
        ExportFormats.Default.ForExtension(extension)!.Write(Books.Of(table), stream);
        return stream.ToArray();
    }

    private static List<string> OwnReading(string extension, Table table)
    {
        var cells = SourceFile.FromBytes("results", Written(extension, table)).ReadCells();
        // In a csv every cell is text.
        return extension == ".csv" ? cells.ConvertAll(cell => IsNumberIn(table, cell) ? cell.Replace(" s ", " n ", StringComparison.Ordinal) : cell) : cells;
    }

    private static bool IsNumberIn(Table table, string cell)
    {
        var reference = cell.AsSpan(0, cell.IndexOf(' ', StringComparison.Ordinal));
        var letters = reference.IndexOfAnyInRange('0', '9');
        return !reference[letters..].SequenceEqual("1") && table.Columns[Place.ColumnNumber(reference[..letters].ToString())!.Value - 1] is Column.Numbers;
    }

    private static List<string> Another(Table table)
    {
        var rows = SecondReader.Read(Books.Of(table))["Results"];
        var cells = new List<string>();
        for (var row = 0; row < rows.Count; row++)
            for (var index = 0; index < rows[row].Length; index++)
                if (rows[row][index] is { } value && value is not "")
                    cells.Add($"{Place.ColumnLetters(index + 1)}{row + 1} {(value is double number ? $"n {NumberText.RoundTrip(number)}" : $"s {value}")}");
        return cells;
    }
}
