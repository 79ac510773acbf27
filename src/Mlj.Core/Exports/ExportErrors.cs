using System.Globalization;
using Mlj.Values;

namespace Mlj.Exports;

/// <summary>The wording of everything that keeps a book from being written, in one place so that all of it speaks with one voice.</summary>
internal static class ExportErrors
{
    public static ExportException TooManyRows(Place where, int rows, int limit) =>
        Make("too_many_rows", $"The sheet has {Count(rows)} rows with its heading; a workbook holds {Count(limit)}.", where,
            "Write a csv file, or leave out rows.");

    public static ExportException TooManyColumns(Place where, int columns, int limit) =>
        Make("too_many_columns", $"The sheet has {Count(columns)} columns; a workbook holds {Count(limit)}.", where,
            "Write a csv file, or leave out columns.");

    public static ExportException TextTooLong(Place where, int characters, int limit) =>
        Make("text_too_long", $"The text has {Count(characters)} characters; a cell of a workbook holds {Count(limit)}.", where,
            "Write a csv file, or shorten the text.");

    private static ExportException Make(string code, string what, Place where, string remedy) => new(new Problem(code, what, where, remedy));

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
