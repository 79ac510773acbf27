using System.Globalization;
using System.Security;

namespace Mlj.Testing.Workbooks;

/// <summary>A cell for <see cref="WorkbookBuilder.Row"/> that is more than a text, a number, true or false, or empty.</summary>
public sealed class CellValue
{
    private readonly Func<WorkbookBuilder, string, string> _write;

    private CellValue(Func<WorkbookBuilder, string, string> write) => _write = write;

    /// <summary>A number shown in a format such as <c>0.0%</c>, <c>dd/mm/yyyy</c> or <c>0" / 10"</c>.</summary>
    public static CellValue Formatted(double number, string formatCode) =>
        new((book, reference) => $"<c{reference} s=\"{book.StyleOf(formatCode)}\"><v>{Number(number)}</v></c>");

    /// <summary>A number in a built-in format, such as 9 (a percentage) or 14 (a date).</summary>
    public static CellValue BuiltIn(double number, int formatId) =>
        new((book, reference) => $"<c{reference} s=\"{book.StyleOf(formatId)}\"><v>{Number(number)}</v></c>");

    /// <summary>An error such as <c>#DIV/0!</c>.</summary>
    public static CellValue Error(string text) => new((_, reference) => $"<c{reference} t=\"e\"><v>{Escape(text)}</v></c>");

    /// <summary>A date as ISO text.</summary>
    public static CellValue IsoDate(string text) => new((_, reference) => $"<c{reference} t=\"d\"><v>{Escape(text)}</v></c>");

    /// <summary>A formula with the value that the program computed; without one when it is null.</summary>
    public static CellValue Formula(string formula, object? cached = null) => new((_, reference) => cached switch
    {
        null => $"<c{reference}><f>{Escape(formula)}</f></c>",
        string text => $"<c{reference} t=\"str\"><f>{Escape(formula)}</f><v>{Escape(text)}</v></c>",
        _ => $"<c{reference}><f>{Escape(formula)}</f><v>{Number(Convert.ToDouble(cached, CultureInfo.InvariantCulture))}</v></c>",
    });

    /// <summary>A text in the table of shared strings, whatever the other texts are.</summary>
    public static CellValue Shared(string text) => new((book, reference) => $"<c{reference} t=\"s\"><v>{book.ShareText(text)}</v></c>");

    /// <summary>A cell of any type: <c>Raw("t=\"b\"", "&lt;v&gt;1&lt;/v&gt;")</c>; only its reference is filled in.</summary>
    public static CellValue Raw(string attributes, string inner) =>
        new((_, reference) => $"<c{reference}{(attributes.Length == 0 ? "" : " ")}{attributes}>{inner}</c>");

    internal static string Write(WorkbookBuilder book, string reference, object value) => value switch
    {
        CellValue cell => cell._write(book, reference),
        string text when book.SharesTexts => Shared(text)._write(book, reference),
        string text => $"<c{reference} t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(text)}</t></is></c>",
        bool truth => $"<c{reference} t=\"b\"><v>{(truth ? 1 : 0)}</v></c>",
        DateTime date => Formatted(date.ToOADate(), "yyyy-mm-dd hh:mm")._write(book, reference),
        _ => $"<c{reference}><v>{Number(Convert.ToDouble(value, CultureInfo.InvariantCulture))}</v></c>",
    };

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    // A bare carriage return in XML is a line feed.
    internal static string Escape(string text) => SecurityElement.Escape(text).Replace("\r", "&#13;", StringComparison.Ordinal);
}
