using Mlj.Exports;
using Mlj.Tables;

namespace Mlj.Tests.Exports;

/// <summary>Books for the tests of formats.</summary>
internal static class Books
{
    /// <summary>Texts that programs are known to stumble over.</summary>
    public static IReadOnlyList<string> HostileTexts { get; } =
    [
        "", " ", "  two  spaces  ", "\t", "\ttab first", "\rreturn first", "line\nbreak", "line\r\nbreak", "=1+1", "+49 151 1234567", "-5", "@SUM(A1)",
        "=HYPERLINK(\"http://x\")", "'quoted", "00123", "1e5", "TRUE", "2024-01-01", "_x0041_", "__x0041_", "_x0041_x0042_", "_x005F_", "_x005f_", "_xZZZZ_", "_x004",
        "nul\0inside", "\u0001", "\u001F", "\u007F", "\u0085", "\uFFFE\uFFFF", "<a href=\"x\">&amp;</a>", "]]>", "\"", "a,b;c", "Ẹ̀kọ́ Ọjọ́", "李小龙", "😀 family 👨‍👩‍👧", "مرحبا",
        "\u202Eright to left", "\u200Bzero width", "e\u0301", "#REF!", "#N/A", new string('x', 32_767),
    ];

    /// <summary>A book of one sheet, its table having these columns.</summary>
    public static ExportBook Of(params Column[] columns) => Of(new Table(columns));

    /// <summary>A book of one sheet.</summary>
    public static ExportBook Of(Table table)
    {
        var sheet = new ExportSheet("Results", table);
        return new ExportBook(sheet, sheet);
    }

    /// <summary>What a class might get back: four tests, every role, every verdict, missing scores, a second sheet.</summary>
    public static ExportBook Class()
    {
        string[] names = ["Adébáyọ̀ Ọláwálé", "Chinonso Eze", "Fatima Bello-Umar", "John O'Neil", "李 小龙", "Zainab"];
        decimal?[] Scores(decimal start, decimal step) => [.. names.Select((_, row) => row == 2 ? null : (decimal?)Math.Min(100, start + step * row))];
        Column Test(int number, decimal start, decimal step) => new Column.Numbers($"Test {number}", Scores(start, step))
        {
            Role = ColumnRole.Score,
            Test = number,
            Format = NumberFormat.Percentage.WithBoundary(50),
        };
        var main = new ExportSheet("Results", new Table(
        [
            new Column.Texts("Name", names) { Role = ColumnRole.Name },
            new Column.Texts("Email", [.. names.Select((_, row) => $"person.{row}@example.org")]) { Role = ColumnRole.Email },
            new Column.Texts("Phone", ["+2348012345678", "08012345678", null, "0044 20 7946 0000", "", "-"]),
            .. Enumerable.Range(1, 12).Select(number => Test(number, 41 + number / 7m, 10 + number / 3m)),
            new Column.Numbers("Tests Taken", [12, 12, 0, 12, 12, 12]) { Role = ColumnRole.TestsTaken },
            new Column.Numbers("Assignment Score", [100, 100, 0, 66.6666666667m, 99.999m, 12]) { Role = ColumnRole.Assignment, Format = NumberFormat.Percentage },
            new Column.Numbers("Final Average", [49.996m, 50, null, 99.9999999999999999m, 70.123456789m, 12])
            {
                Role = ColumnRole.Average,
                Format = NumberFormat.Percentage.WithBoundary(50),
            },
            new Column.Texts("Status", ["FAIL", "PASS", "N/A", "Passed", "pass", "failed"]) { Role = ColumnRole.Status },
        ]))
        { FrozenColumns = 2 };
        var notes = new ExportSheet("Review & notes", new Table(
            new Column.Texts("Where", ["'Test 3.xlsx', sheet 'Responses', row 14", "'Test 4.xlsx'"]),
            new Column.Texts("What", ["Two people may be one: the names agree, the addresses differ by a letter. Say whether they are the same person before the results go out.", "Nothing."])));
        return new ExportBook(main, main, notes) { Title = "Results of <the> year & more", Created = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) };
    }

    /// <summary>Books that are odd in one way each.</summary>
    public static IEnumerable<(string Oddity, ExportBook Book)> Odd()
    {
        yield return ("a class", Class());
        yield return ("hostile text", Of(new Column.Texts("Text", HostileTexts)));
        yield return ("hostile headings", Of([.. HostileTexts.Where(text => text.Length is > 0 and <= 255 && !string.IsNullOrWhiteSpace(text)).Select(text => new Column.Texts(text, ["x"]))]));
        yield return ("lone surrogates", Of(new Column.Texts("a\uD800", ["\uD800", "x\uDC00y"]), new Column.Texts("a\uD801", ["\uDBFF\uDBFF", null])));
        yield return ("headings that differ in case", Of(new Column.Texts("Score", ["1"]), new Column.Texts("score", ["2"])));
        yield return ("a heading of 256 characters", Of(new Column.Texts(new string('q', 256), ["1"])));
        yield return ("a heading of 255 characters", Of(new Column.Texts(new string('q', 255), ["1"])));
        yield return ("a heading of three lines", Of(new Column.Texts("first\nsecond\r\nthird", ["1"])));
        yield return ("no rows", Of(new Column.Texts("Name", []), new Column.Numbers("Score", [])));
        yield return ("no columns", Of());
        yield return ("no rows left by a filter", Of(new Table(new Column.Texts("Name", ["x"])).Ordered(RowOrder.Of([]))));
        yield return ("every frozen column", Framed(new ExportSheet("S", new Table(new Column.Texts("Name", ["x"]))) { FrozenColumns = 9 }));
        yield return ("negative frozen columns", Framed(new ExportSheet("S", new Table(new Column.Texts("Name", ["x"]))) { FrozenColumns = -1 }));
        yield return ("numbers of every size", Of(new Column.Numbers("N", [0, 0.00m, -0.0m, decimal.MaxValue, decimal.MinValue, 1e-28m, 0.1m, 1m / 3, 123456789012345678m, 1e15m, -2.5m])));
        yield return ("28 decimals", Of(new Column.Numbers("N", [1m / 3, 1e-28m]) { Format = new NumberFormat(28) }));
        yield return ("tests without bound", Of([.. Enumerable.Range(-1, 45).Select(test => new Column.Numbers("T" + test, [1, null]) { Role = ColumnRole.Score, Test = test })]));
        yield return ("scores and verdicts of the other kind", Of(
            new Column.Texts("Test 1", ["14/24", null]) { Role = ColumnRole.Score, Test = 1 },
            new Column.Numbers("Status", [1, null]) { Role = ColumnRole.Status },
            new Column.Texts("Average", ["none", " PASS "]) { Role = ColumnRole.Average }));
        yield return ("names that make tables of one name", Framed(
            new ExportSheet("A B", new Table(new Column.Texts("x", ["1"]))), new ExportSheet("A-B", new Table(new Column.Texts("x", ["1"]))),
            new ExportSheet("1ÄB", new Table(new Column.Texts("x", ["1"]))), new ExportSheet("It's <one> & \"two\"", new Table(new Column.Texts("x", ["1"]))),
            new ExportSheet("Tab1", new Table(new Column.Texts("x", ["1"]))), new ExportSheet("_x0041_", new Table(new Column.Texts("x", ["1"]))),
            new ExportSheet("R1C1", new Table(new Column.Texts("x", ["1"]))), new ExportSheet("李小龙", new Table())));
        yield return ("16,384 columns", Of([.. Enumerable.Range(1, 16_384).Select(number => new Column.Numbers("c" + number, [number]))]));
        yield return ("odd properties", Of(new Column.Texts("Name", ["x"])) with { Title = "<\0\uD800 & \r\n>", Creator = "" });
    }

    private static ExportBook Framed(params ExportSheet[] sheets) => new(sheets[0], sheets);
}
