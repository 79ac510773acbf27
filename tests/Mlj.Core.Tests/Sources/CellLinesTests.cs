using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Sources;

public class CellLinesTests
{
    private static readonly WorkbookBuilder Book = Workbook.Sheet("First").Row("a\tb\\c\r\nd", 0.1, true).Row(null, CellValue.Error("#N/A"), CellValue.IsoDate("2026-02-11"), 46064.0.In("yyyy"))
        .Sheet("Second\\sheet").Row(-0.0, 1e17, 1e-5);

    [Fact]
    public void Write_AllSheets_HeadsEachByItsName() =>
        Assert.Equal("# First\nR1C1\ts\ta\\tb\\\\c\\r\\nd\nR1C2\tn\t0.1\nR1C3\tb\t1\nR2C2\te\t#N/A\nR2C3\td\t2026-02-11\nR2C4\tn\t46064\n"
            + "# Second\\\\sheet\nR1C1\tn\t0\nR1C2\tn\t1e+17\nR1C3\tn\t1e-05\n", Write(null).Text);

    [Fact]
    public void Write_OneSheet_TakesItsNameInAnyCase() => Assert.Equal((1, "# First"), (Write("FIRST").Count, Write("FIRST").Text[..7]));

    [Fact]
    public void Write_SheetThatIsNotThere_WritesNothing() => Assert.Equal((0, ""), Write("Third"));

    private static (int Count, string Text) Write(string? sheet)
    {
        using var book = SourceFormats.Default.Open(Book.ToFile());
        using var writer = new StringWriter();
        return (CellLines.Write(book, writer, sheet), writer.ToString());
    }
}
