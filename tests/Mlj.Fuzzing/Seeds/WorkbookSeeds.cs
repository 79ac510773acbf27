using System.Text;
using System.Text.RegularExpressions;
using Mlj.Exports;
using Mlj.Fuzzing.Packages;
using Mlj.Tables;
using Mlj.Testing.Workbooks;

namespace Mlj.Fuzzing.Seeds;

/// <summary>Small workbooks that are all right, each written in another way.</summary>
internal static partial class WorkbookSeeds
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The workbooks with a few words on what is particular about them.</summary>
    public static IReadOnlyList<(string Name, ZipDraft Zip)> All { get; } =
    [
        ("inline texts", Zip(Form(Workbook.Sheet("Form Responses 1")))),
        ("shared texts", Zip(Form(Workbook.Sheet("Form Responses 1").WithSharedTexts()))),
        ("percentages", Zip(Workbook.Sheet("Answers").WithSharedTexts().Row("Full name", "E-mail address", "Score", "Submitted").Row("Ann Lee", "ann@example.org", 0.583.AsPercent(), 45292.5.In("dd/mm/yyyy hh:mm"))
            .Row("Bob", "bob@example.org", 1.0.AsPercent(), CellValue.BuiltIn(45293.25, 22)).Row("Cy", "cy@example.org", CellValue.BuiltIn(0, 9), CellValue.IsoDate("2024-01-02T03:04:05Z")))),
        ("scores out of", Zip(Workbook.Sheet("Quiz").Row("Timestamp", "Username", "Score").Row(45292.5.In("m/d/yyyy h:mm:ss"), "ann@example.org", 14.OutOf(24)).Row(45292.6.In("m/d/yyyy h:mm:ss"), "bob@example.org", 24.OutOf(24))
            .Row(45292.7.In("m/d/yyyy h:mm:ss"), "ann@example.org", 20.OutOf(24)))),
        ("days from 1904", Zip(Workbook.Sheet("Old").With1904().Row("Email", "Score", "Date").Row("ann@example.org", 17, 43000.5.In("yyyy-mm-dd")).Row("bob@example.org", 18, 43001.In("[h]:mm")))),
        ("cells of every kind", Zip(Workbook.Sheet("Kinds").Row("Email", "Score", "Note").Row(CellValue.Raw("t=\"inlineStr\"", "<is><r><rPr><b/></rPr><t>ann@</t></r><r><t>example.org</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></is>"), CellValue.Formula("B3+1", 12), true)
            .Row(CellValue.Raw("t=\"str\"", "<f>A1</f><v>bob@example.org</v>"), CellValue.Formula("A1"), CellValue.Error("#DIV/0!")).Row(CellValue.Raw("t=\"inlineStr\"", "<is><t><![CDATA[cy@example.org]]></t></is>"), 7.5, "one_x000D__xD83D__xDE00_two")
            .Row(CellValue.Shared("dee@example.org"), CellValue.Raw("t=\"n\"", "<v>1E1</v>"), false).Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\" count=\"9\"><si><r><t>dee@</t></r><r><t xml:space=\"preserve\">example.org</t></r></si><si/></sst>"))),
        ("no references", Zip(Workbook.Sheet("Bare").RowXml("<row><c t=\"inlineStr\"><is><t>Email</t></is></c><c t=\"inlineStr\"><is><t>Score</t></is></c></row><row><c t=\"inlineStr\"><is><t>ann@example.org</t></is></c><c><v>17</v></c></row><row/><row r=\"7\"><c/><c><v>18</v></c></row>"))),
        ("many sheets", Zip(Form(Workbook.Sheet("Summary").BeforeRows("<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"2\" width=\"9\"/></cols>").Row("Class", "Maths").AfterRows("<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")
            .Sheet("Chart", kind: "chartsheet").Sheet("Keys", state: "hidden").Row("Key", 1).Sheet("Macros", kind: "xlMacrosheet").Sheet("Responses")))),
        ("a heading below", Zip(Workbook.Sheet("Export").Row("Course: Optics").Row().RowAt(4, "Surname", "First name", "ID number", "Email address", "Status", "Started", "Completed", "Grade/10.00", "Q. 1 /5.00", "Q. 2 /5.00")
            .Row("Lee", "Ann", "0012", "ann@example.org", "Finished", "2 January 2024 10:00", "2 January 2024 11:00", "8.50", "5.00", "3.50").Row("Overall average", null, null, null, null, null, null, "8.50", "5.00", "3.50"))),
        ("prefixed names", Prefixed(Form(Workbook.Sheet("Prefixed").WithSharedTexts()))),
        ("strict names", Respelled(Form(Workbook.Sheet("Strict").WithSharedTexts()), xml => xml.Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
            .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal))),
        ("no namespaces", Respelled(Form(Workbook.Sheet("None").WithSharedTexts()), xml => Namespace().Replace(xml, "").Replace("r:id=", "id=", StringComparison.Ordinal))),
        ("utf-16", Encoded(Form(Workbook.Sheet("Sixteen").WithSharedTexts()), Encoding.Unicode)),
        ("utf-16, big end first", Encoded(Form(Workbook.Sheet("Sixteen")), Encoding.BigEndianUnicode)),
        ("utf-8 with marks", Encoded(Form(Workbook.Sheet("Mark").WithSharedTexts()), Encoding.UTF8)),
        ("other paths", Respelled(Form(Workbook.Sheet("Paths").WithSharedTexts()), xml => xml.Replace("Target=\"worksheets/", "Target=\"\\XL\\Worksheets\\..\\worksheets\\", StringComparison.Ordinal).Replace("Target=\"xl/", "Target=\"/xl/", StringComparison.Ordinal))),
        ("descriptors", Kept(Form(Workbook.Sheet("Late")), entry => entry.HasDescriptor = true)),
        ("stored", Kept(Form(Workbook.Sheet("Flat")), entry => entry.IsStored = true)),
        ("zip64", Large(Form(Workbook.Sheet("Large")))),
        ("macros", Zip(Form(Workbook.Sheet("Macros")).Part("xl/vbaProject.bin", "Sub Auto_Open()"))),
        ("written by ourselves", Parts(Exported())),
    ];

    /// <summary>The parts of a zip whose entries are all right.</summary>
    private static ZipDraft Parts(byte[] bytes)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        return new ZipDraft
        {
            Entries = [.. zip.Entries.Select(entry =>
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                    stream.CopyTo(content);
                return new ZipEntryDraft(entry.FullName, content.ToArray());
            })],
        };
    }

    private static WorkbookBuilder Form(WorkbookBuilder book) => book
        .Row("Timestamp", "Email Address", "Full Name", "Score", "Which lens?")
        .Row(45292.5.In("yyyy-mm-dd hh:mm"), "ann@example.org", "Ann Lee", "17 / 20", "convex")
        .Row(45292.6.In("yyyy-mm-dd hh:mm"), "zoe@example.org", "Zoë Müller-Strauß", "9 / 20", "concave <& flat>")
        .Row(45292.7.In("yyyy-mm-dd hh:mm"), "ade@example.org", "Adébáyọ̀ 😀", 12, true)
        .Row(45292.8.In("yyyy-mm-dd hh:mm"), "ann@example.org", "Ann Lee", "20 / 20", null);

    private static ZipDraft Zip(WorkbookBuilder book) => new() { Entries = book.Parts().ConvertAll(part => new ZipEntryDraft(part.Name, part.Content)) };

    private static ZipDraft Kept(WorkbookBuilder book, Action<ZipEntryDraft> how)
    {
        var zip = Zip(book);
        zip.Entries.ForEach(how);
        return zip;
    }

    private static ZipDraft Large(WorkbookBuilder book)
    {
        var zip = Kept(book, entry => entry.IsZip64 = true);
        zip.HasZip64End = true;
        return zip;
    }

    private static ZipDraft Respelled(WorkbookBuilder book, Func<string, string> how) =>
        Kept(book, entry => entry.Content = Encoding.UTF8.GetBytes(how(Encoding.UTF8.GetString(entry.Content))));

    private static ZipDraft Prefixed(WorkbookBuilder book) =>
        Respelled(book, xml => Tag().Replace(xml, "<$1x:").Replace("xmlns=", "xmlns:x=", StringComparison.Ordinal));

    private static ZipDraft Encoded(WorkbookBuilder book, Encoding encoding) =>
        Kept(book, entry => entry.Content = [.. encoding.Preamble, .. encoding.GetBytes(Encoding.UTF8.GetString(entry.Content))]);

    private static byte[] Exported()
    {
        var sheet = new ExportSheet("Results", new Table(
            new Column.Texts("Name", ["Ann Lee", "Bob"]) { Role = ColumnRole.Name },
            new Column.Texts("Email", ["ann@example.org", "bob@example.org"]) { Role = ColumnRole.Email },
            new Column.Numbers("Test 1", [85.5m, null]) { Role = ColumnRole.Score, Test = 1, Format = NumberFormat.Percentage },
            new Column.Texts("Text", ["=1+1\r\n", "_x000D_"])));
        using var stream = new MemoryStream();
        ExportFormats.Default.ForExtension(".xlsx")!.Write(new ExportBook(sheet, sheet), stream);
        return stream.ToArray();
    }

    [GeneratedRegex("<(/?)(?=\\w)")]
    private static partial Regex Tag();

    [GeneratedRegex(" xmlns(:r)?=\"[^\"]*\"")]
    private static partial Regex Namespace();
}
