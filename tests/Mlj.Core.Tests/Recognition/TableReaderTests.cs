using System.Text;
using Mlj.Exports;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Tables;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Recognition;

public class TableReaderTests
{
    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".csv")]
    public void Read_WhatWeWrote_HasTheSameColumnsKindsAndRoles(string extension)
    {
        var results = Samples.Compile();
        using var bytes = new MemoryStream();
        results.Write(bytes, ExportFormats.Default.ForExtension(extension)!);
        var read = TableReader.Read(SourceFile.FromBytes("results" + extension, bytes.ToArray()));
        Assert.Equal(results.Table.Columns.Select(column => (column.Name, column.Kind, column.Role, column.Test)), read.Table.Columns.Select(column => (column.Name, column.Kind, column.Role, column.Test)));
        Assert.Equal(results.Table.RowCount, read.Table.RowCount);
        foreach (var (column, now) in results.Table.Columns.Zip(read.Table.Columns))
            Assert.All(Enumerable.Range(0, column.Count), row => Assert.Equal(column.Show(row), now.Kind == ColumnKind.Text ? now.Show(row) : ((Column.Numbers)now).Formatted(((Column.Numbers)column).Format).Show(row)));
        Assert.Equal(Enumerable.Range(2, read.Table.RowCount), read.Rows);
        Assert.DoesNotContain(read.Notes, note => note.Code != "sheet_chosen");
    }

    [Theory]
    [InlineData("Points\n7.5\n8\n", "7.5|8", ColumnKind.Number)]
    [InlineData("Points\n\"7,5\"\n8\n", "7.5|8", ColumnKind.Number)]
    [InlineData("Points\n58.3%\n60 %\n", "58.3|60", ColumnKind.Number)]
    [InlineData("Points\n-2\n\n0.25\n", "-2|0.25", ColumnKind.Number)]
    [InlineData("Points\n\"1,234.5\"\n2\n", "1234.5|2", ColumnKind.Number)]
    [InlineData("Points\nabsent\n8\n", "|8", ColumnKind.Number)]
    [InlineData("Room\nabsent\n8\n", "absent|8", ColumnKind.Text)]
    [InlineData("Room\n7a\n8\n", "7a|8", ColumnKind.Text)]
    [InlineData("Code\n007\n12\n", "007|12", ColumnKind.Text)]
    [InlineData("Code\n0\n0.5\n", "0|0.5", ColumnKind.Number)]
    [InlineData("Number\n2348031234567\n2348031234568\n", "2348031234567|2348031234568", ColumnKind.Text)]
    [InlineData("Phone\n4455\n5566\n", "4455|5566", ColumnKind.Text)]
    [InlineData("Matric No\n4455\n5566\n", "4455|5566", ColumnKind.Text)]
    [InlineData("Note\n'=1+1\n'+234\n", "=1+1|+234", ColumnKind.Text)]
    [InlineData("Note\n'tis\n''=\n", "'tis|''=", ColumnKind.Text)]
    [InlineData("Born\n2026-03-07\n2026-03-08\n", "2026-03-07|2026-03-08", ColumnKind.Text)]
    [InlineData("Answer\n14 / 24\n12 / 24\n", "14 / 24|12 / 24", ColumnKind.Text)]
    public void Read_AColumnOfCsv_DecidesByAllOfIt(string csv, string cells, ColumnKind kind)
    {
        var column = Assert.Single(Csv(csv).Table.Columns);
        Assert.Equal((kind, cells), (column.Kind, string.Join('|', Enumerable.Range(0, column.Count).Select(row => column[row].ToString()))));
    }

    [Fact]
    public void Read_ANumberOfTwoReadings_IsANoteAndStaysText()
    {
        var read = Csv("Price\n\"1,234\"\n\"2,345\"\n");
        Assert.Equal(ColumnKind.Text, read.Table.Columns[0].Kind);
        var note = Assert.Single(read.Notes);
        Assert.Equal("decimal_mark_unclear", note.Code);
        Assert.Contains("1234 or 1.234", note.Message, StringComparison.Ordinal);
        // Another column of the file, or the caller, decides it; and no score is above 100.
        Assert.Equal("1234", Csv("Price,Other\n\"1,234\",0.5\n").Table.Columns[0].Show(0));
        Assert.Equal("1.234", TableReader.Read(SourceFile.FromBytes("a.csv", "Price\n\"1,234\"\n"u8.ToArray()), new TableReadOptions { DecimalMark = DecimalMark.Comma }).Table.Columns[0].Show(0));
        Assert.Equal("58.333", Csv("Score\n58.333\n60.125\n").Table.Columns[0].Show(0));
        Assert.Equal("mixed_decimal_marks", Assert.Single(Csv("Price\n\"1,5\"\n1.5\n").Notes).Code);
    }

    [Fact]
    public void Read_CellsOfAWorkbook_KeepWhatTheyAre()
    {
        var bytes = Workbook.Sheet("Sheet1")
            .Row("Name", "Share", "When", "Mixed", "Typed", "Fault", "Yes")
            .Row("Ada", 0.583.AsPercent(), CellValue.BuiltIn(46088, 14), 5, "85", 1, true)
            .Row("Ben", 0.07.AsPercent(), CellValue.BuiltIn(46088.5, 22), "five", "90", CellValue.Error("#DIV/0!"), false).ToBytes();
        var read = TableReader.Read(SourceFile.FromBytes("a.xlsx", bytes));
        Assert.Equal(["Ada", "58.3", "2026-03-07", "5", "85", "1", "TRUE"], read.Table.Columns.Select(column => column[0].ToString()));
        Assert.Equal(["Ben", "7", "2026-03-07T12:00:00", "five", "90", "", "FALSE"], read.Table.Columns.Select(column => column[1].ToString()));
        Assert.Equal([ColumnKind.Text, ColumnKind.Number, ColumnKind.Text, ColumnKind.Text, ColumnKind.Text, ColumnKind.Number, ColumnKind.Text], read.Table.Columns.Select(column => column.Kind));
        Assert.Equal(["error_cells", "mixed_column"], read.Notes.Select(note => note.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_HeadingsThatAreBlankOrTwice_AreMadeUniqueWithNotes()
    {
        var read = Csv(" Score ,,Score,Score (2),Column B\n1,2,3,4,5\n");
        Assert.Equal(["Score", "Column B (2)", "Score (3)", "Score (2)", "Column B"], read.Table.Columns.Select(column => column.Name));
        Assert.Equal(["blank_heading", "repeated_heading"], read.Notes.Select(note => note.Code));
        Assert.All(read.Notes, note => Assert.NotNull(note.Place?.Column));
    }

    [Theory]
    [InlineData("Full Name,E-mail Address,Quiz 3,Mean,Letter Grade,Verdict", "Name|Email|Score 3|Average|Grade|Status")]
    [InlineData("Nombre completo,Correo electrónico,Nota", "Name|Email|Score")]
    [InlineData("Name,Test 1 Score,Test 2 Score,Total Score", "Name|Score 1|Score 2|None")]
    [InlineData("Name,Total Marks (24),Rank", "Name|None|None")]
    [InlineData("Student Name,Parent Email,Notes", "Name|None|None")]
    public void Read_Headings_GiveRoles(string headings, string roles)
    {
        var cells = headings.Split(',').Select((heading, index) => heading.Contains("Name") || heading.Contains("ombre") ? "Ada" : heading.Contains("mail") || heading.Contains("Correo") ? "ada@example.org" : heading is "Letter Grade" or "Verdict" or "Notes" ? "B" : "7");
        var read = Csv($"{headings}\n{string.Join(',', cells)}\n");
        Assert.Equal(roles, string.Join('|', read.Table.Columns.Select(column => $"{column.Role} {column.Test}".TrimEnd())));
    }

    [Fact]
    public void Read_AColumnOfScoresWithoutAny_IsStillOneOfNumbers() => Assert.Equal(ColumnKind.Number, Csv("Name,Test 1 Score\nAda,\n").Table.Columns[1].Kind);

    [Fact]
    public void Read_ASheetByName_OrSaysWhichThereAre()
    {
        var file = SourceFile.FromBytes("a.xlsx", Workbook.Sheet("First").Row("A").Row(1).Sheet("results").Row("B").Row(2).ToBytes());
        Assert.Equal("B", TableReader.Read(file).Table.Columns[0].Name);
        Assert.Equal("A", TableReader.Read(file, new TableReadOptions { Sheet = "FIRST" }).Table.Columns[0].Name);
        var error = Assert.Throws<SourceException>(() => TableReader.Read(file, new TableReadOptions { Sheet = "Third" }));
        Assert.Equal("'a.xlsx': There is no sheet 'Third'. The sheets are: First, results.", error.Problem.ToString());
        Assert.Equal("no_rows", Assert.Single(Csv("A,B\n").Notes).Code);
        Assert.Equal("heading_is_data", Csv("Ada,ada@example.org\nBen,ben@example.org\n").Notes[0].Code);
    }

    private static SheetTable Csv(string text) => TableReader.Read(SourceFile.FromBytes("a.csv", Encoding.UTF8.GetBytes(text)));
}
