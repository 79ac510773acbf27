namespace Mlj.Fuzzing.Mutations;

/// <summary>What programs stumble over.</summary>
internal static class Nasty
{
    /// <summary>The content of cells, as plain text.</summary>
    public static IReadOnlyList<string> Cells { get; } =
    [
        "", " ", "0", "-0", "1", "-1", "17", "100", "101", "0.5", "1e308", "-1e308", "1e-400", "1e999", "NaN", "Infinity", "0x10", "1,5", "1.234,5", "12..5", "+5", ".5", "5.",
        "79228162514264337593543950335", "79228162514264337593543950336", "-79228162514264337593543950336", "7.9228162514264338e28", "0.0000000000000000000000000001", "9007199254740993",
        "4294967296", "9223372036854775808", "99999999999999999999999999999999999999", "1234567890123456789012345678901234567890.5", "2958465.99999999", "2958466", "-657435", "60", "61", "45000.9999999999",
        "17/20", "17 / 20", "17/0", "0/0", "-1/20", "21/20", "1/79228162514264337593543950335", "17 of 20", "85%", "85 %", "-5%", "1e30%", "85,5 %", "17.5 / 20,0", "17/20 (85%)", "% 5", "/", "//", "1/2/3",
        "N/A", "-", "absent", "null", "#N/A", "#DIV/0!", "TRUE", "FALSE", "yes",
        "2024-02-30", "9999-12-31T23:59:60", "0000-00-00T00:00:00Z", "2024-02-29T25:61:61", "10000-01-01", "2024-01-01T00:00:00+99:99", "31/12/2024 23:59:59", "12/31/24 11:59 PM", "2024-01-01T10:00:00.99999999999999999Z",
        "ann@example.org", "ANN@EXAMPLE.ORG", " ann@example.org ", "ann@@example.org", "@", "a@b", "ann@example.org, bob@example.org", "ann＠example.org", "ann+1@example.org", "\u202Eann@example.org", "ann@exa\u00ADmple.org",
        "Name", "Email", "E-mail Address", "Score", "Total score", "Points", "Timestamp", "Grade/10.00", "Test 1", "Test 999999999999", "Test -1", "Test 0", "First name", "Surname", "Username", "Score /20",
        "=1+1", "'x", "_x000D_", "_xD83D__xDE00_", "_xD800_", "_xDE00__xD83D_", "_x0000_", "_xFFFF_", "_x005F_x0041_", "😀", "Zoë", "e\u0301", "ﷺ", "İstanbul", "ß", "\uFEFF", "\u200B", "\u0085", "\u2028", "A\tB", "A\nB", "A\r\nB",
        "12345678901234567😀😀😀😀", "Ẹ̀kọ́ Ọjọ́", "李小龙", "مرحبا", "x\u0300\u0301\u0302\u0303\u0304\u0305",
    ];

    /// <summary>Values at the edges of what an attribute may have.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "", " ", "0", "-1", "1", "2", "00001", "+1", "1 ", " 1", "1.0", "1e2", "16384", "16385", "1048576", "1048577", "2147483647", "2147483648", "4294967295", "4294967296", "-2147483648", "99999999999999999999",
        "A0", "A1", "B2", "A", "1", "a1", "$A$1", "XFD1", "XFE1", "AAAA1", "ZZZ1", "XFD1048576", "A1048577", "A1:B2", "R1C1", "A-1", "A1A", "😀1",
        "s", "n", "b", "e", "d", "str", "inlineStr", "S", "inlinestr", "x", "true", "false", "hidden", "veryHidden", "External", "Internal", "preserve",
        "9", "14", "22", "27", "45", "49", "164", "0%", "0.0%", "yyyy-mm-dd", "[h]:mm", "0\" / 10\"", "0\" / 79228162514264337593543950335\"", "0\" / 0\"", "\"", "\\", "_", "*", "[", "[Red]0", "@", ";;;", "General", "0\" / 1e5\"",
        "../xl/worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "..\\..\\..\\etc\\passwd", "/../../etc/passwd", "file:///etc/passwd", "http://example.org/x", "sheet1.xml", "xl/sharedStrings.xml", "styles.xml", "workbook.xml", "%2e%2e/%00", "%ED%A0%80", "%", "//", ".", "..",
        "rId1", "rId2", "rId999", "&lt;", "&amp;&quot;", "&#10;", "&#x41;", "&#0;", "&#xD800;", "&#x110000;", "&unknown;", "&", "<", "'", "\uFFFD", "😀", "UTF-16", "UTF-7", "ISO-8859-1", "windows-1252", "utf-8", "klingon",
    ];

    /// <summary>Pieces of XML that may stand anywhere or nowhere.</summary>
    public static IReadOnlyList<string> Markup { get; } =
    [
        "<!-- comment -->", "<!-- a -- b -->", "<!--", "-->", "<![CDATA[a < b & c]]>", "<![CDATA[", "]]>", "<![CDATA[]]>", "<?pi data?>", "<?", "<?xml version=\"1.0\"?>", "<?xml version=\"1.1\" encoding=\"klingon\"?>",
        "<!DOCTYPE x [<!ENTITY e \"x\">]>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">", "&e;", "&amp;", "&lt;", "&#65;", "&#x1F600;", "&#xD800;", "&#0;", "&#13;", "&#99999999999;", "&#x;", "&",
        "<v>1</v>", "<v/>", "</v>", "<v>", "<t>t</t>", "<is><t>i</t></is>", "<f>A1</f>", "<c/>", "<c><v>5</v></c>", "<c r=\"B2\"><v>5</v></c>", "<c t=\"s\"><v>0</v></c>", "<c t=\"s\"><v>99</v></c>", "<c t=\"s\"><v>-1</v></c>",
        "<row/>", "<row r=\"3\"/>", "<row><c><v>9</v></c></row>", "<row r=\"9\"><c r=\"C9\"><v>9</v></c></row>", "<sheetData/>", "<sheetData>", "</sheetData>", "<extLst><ext><c><v>1</v></c></ext></extLst>", "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>",
        "<r><t>run</t></r>", "<rPh sb=\"0\" eb=\"1\"><t>no</t></rPh>", "<si><t>more</t></si>", "<xf numFmtId=\"14\"/>", "<numFmt numFmtId=\"14\" formatCode=\"0%\"/>", "<x:c xmlns:x=\"urn:x\"><x:v>1</x:v></x:c>", "<x:y/>", "<xmlns:a/>",
        "_x0000_", "_xD83D_", "\0", "\uFFFF", "\u0001", "\uFEFF", "😀", "\r\n", "  ",
    ];

    /// <summary>Numbers for the records of a zip.</summary>
    public static IReadOnlyList<long> Numbers { get; } =
    [
        0, 1, 2, 7, 8, 9, 12, 22, 30, 46, 99, 255, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, 0x100000000,
        -1, -2, -30, -1000, long.MinValue, long.MinValue + 1000, long.MaxValue, long.MaxValue - 1000,
    ];
}
