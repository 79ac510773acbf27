namespace Mlj.Testing.Workbooks;

/// <summary>
/// Small workbooks for tests, made of the least XML that is a workbook:
/// <code>Workbook.Sheet("Answers").Row("Email", "Score").Row("ann@example.org", 0.583.AsPercent()).ToFile("Test 1.xlsx")</code>
/// </summary>
public static class Workbook
{
    /// <summary>A workbook with a first sheet; go on with <see cref="WorkbookBuilder.Row"/>.</summary>
    public static WorkbookBuilder Sheet(string name = "Sheet1") => new WorkbookBuilder().Sheet(name);

    /// <summary>A workbook of one sheet with the rows given; shorter than calling <see cref="WorkbookBuilder.Row"/> for each.</summary>
    public static WorkbookBuilder Of(params IEnumerable<object?[]> rows)
    {
        var book = Sheet();
        foreach (var row in rows)
            book.Row(row);
        return book;
    }

    /// <summary>A workbook whose only sheet has this XML between the tags of <c>sheetData</c>.</summary>
    public static WorkbookBuilder OfRows(string rowsXml) => Sheet().RowXml(rowsXml);
}
