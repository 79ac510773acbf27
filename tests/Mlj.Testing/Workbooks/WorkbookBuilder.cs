using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Testing.Workbooks;

/// <summary>
/// Builds a workbook part by part. What is not said is left out, so that a test shows all that matters; every part can be replaced by
/// raw XML or bytes for the odd cases.
/// </summary>
public sealed class WorkbookBuilder
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private readonly List<SheetDraft> _sheets = [];
    private readonly List<string> _styles = ["0"];
    private readonly List<string> _codes = [];
    private readonly List<string> _texts = [];
    private readonly List<(string Name, byte[]? Content)> _parts = [];
    private bool _is1904;
    private CompressionLevel _compression = CompressionLevel.Fastest;

    internal bool SharesTexts { get; private set; }

    private SheetDraft Last => _sheets[^1];

    /// <summary>Begins another sheet; <see cref="Row"/> and its like add to the last one begun.</summary>
    /// <param name="name">The name on its tab.</param>
    /// <param name="state">null for a sheet that is shown, else <c>hidden</c> or <c>veryHidden</c>.</param>
    /// <param name="kind">The kind of part: <c>worksheet</c>, <c>chartsheet</c>, <c>dialogsheet</c>, <c>xlMacrosheet</c>.</param>
    public WorkbookBuilder Sheet(string name, string? state = null, string kind = "worksheet")
    {
        _sheets.Add(new SheetDraft(name, state, kind));
        return this;
    }

    /// <summary>
    /// Adds a row below the last one. A cell is a text, a number, a bool, a DateTime, a <see cref="CellValue"/>, or null for none.
    /// </summary>
    public WorkbookBuilder Row(params object?[] cells) => RowAt(Last.NextRow, cells);

    /// <summary>Adds a row with a number of its own, which may be any.</summary>
    public WorkbookBuilder RowAt(int number, params object?[] cells)
    {
        Last.Rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        for (var index = 0; index < cells.Length; index++)
            if (cells[index] is { } cell)
                Last.Rows.Append(CellValue.Write(this, $" r=\"{Place.ColumnLetters(index + 1)}{number}\"", cell));
        Last.Rows.Append("</row>");
        Last.NextRow = number + 1;
        return this;
    }

    /// <summary>Adds raw XML among the rows: <c>&lt;row&gt;&lt;c&gt;&lt;v&gt;1&lt;/v&gt;&lt;/c&gt;&lt;/row&gt;</c>.</summary>
    public WorkbookBuilder RowXml(string xml)
    {
        Last.Rows.Append(xml);
        return this;
    }

    /// <summary>Adds raw XML before the rows, such as a dimension.</summary>
    public WorkbookBuilder BeforeRows(string xml)
    {
        Last.Head += xml;
        return this;
    }

    /// <summary>Adds raw XML behind the rows, such as merged cells.</summary>
    public WorkbookBuilder AfterRows(string xml)
    {
        Last.Tail += xml;
        return this;
    }

    /// <summary>Makes the last sheet's part exactly this text.</summary>
    public WorkbookBuilder SheetXml(string xml)
    {
        Last.Xml = xml;
        return this;
    }

    /// <summary>Puts texts into a table of shared strings instead of into their cells.</summary>
    public WorkbookBuilder WithSharedTexts()
    {
        SharesTexts = true;
        return this;
    }

    /// <summary>Counts days from 1904.</summary>
    public WorkbookBuilder With1904()
    {
        _is1904 = true;
        return this;
    }

    /// <summary>Keeps the parts unpacked in the zip.</summary>
    public WorkbookBuilder Stored()
    {
        _compression = CompressionLevel.NoCompression;
        return this;
    }

    /// <summary>Adds a part, or replaces the one of that name: <c>xl/styles.xml</c>.</summary>
    public WorkbookBuilder Part(string name, string xml) => Part(name, Encoding.UTF8.GetBytes(xml));

    /// <summary>Adds a part, or replaces the one of that name.</summary>
    public WorkbookBuilder Part(string name, byte[] content)
    {
        _parts.Add((name, content));
        return this;
    }

    /// <summary>Leaves a part out that would be there.</summary>
    public WorkbookBuilder Without(string name)
    {
        _parts.Add((name, null));
        return this;
    }

    /// <summary>The workbook as a file in memory.</summary>
    public SourceFile ToFile(string name = "Test.xlsx") => SourceFile.FromBytes(name, ToBytes());

    /// <summary>The bytes of the workbook; the same for the same calls.</summary>
    public byte[] ToBytes() => Zip(Parts(), _compression);

    /// <summary>The parts by name, before they are zipped; for changing one of them by hand.</summary>
    public List<(string Name, byte[] Content)> Parts()
    {
        var sheets = _sheets.Select((sheet, index) => ($"xl/worksheets/sheet{index + 1}.xml", sheet.ToXml())).ToList();
        List<(string Name, string Xml)> all =
        [
            ("[Content_Types].xml", ContentTypes()),
            ("_rels/.rels", Relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", WorkbookXml()),
            ("xl/_rels/workbook.xml.rels", Relationships(WorkbookRelationships())),
            .. sheets,
        ];
        if (HasStyles)
            all.Add(("xl/styles.xml", StylesXml()));
        if (_texts.Count > 0)
            all.Add(("xl/sharedStrings.xml", SharedStringsXml()));
        var parts = all.ConvertAll(part => (part.Name, Encoding.UTF8.GetBytes(part.Xml)));
        foreach (var (name, content) in _parts)
        {
            var at = parts.FindIndex(part => part.Name == name);
            if (content is null)
                parts.RemoveAt(at);
            else if (at < 0)
                parts.Add((name, content));
            else
                parts[at] = (name, content);
        }
        return parts;
    }

    /// <summary>Zips parts in their order, also two of one name.</summary>
    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts, CompressionLevel compression = CompressionLevel.Fastest)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                var entry = zip.CreateEntry(name, compression);
                entry.LastWriteTime = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }
        return bytes.ToArray();
    }

    internal int StyleOf(string formatCode)
    {
        if (!_codes.Contains(formatCode))
            _codes.Add(formatCode);
        return StyleOf(164 + _codes.IndexOf(formatCode));
    }

    internal int StyleOf(int formatId)
    {
        var id = formatId.ToString(CultureInfo.InvariantCulture);
        if (!_styles.Contains(id))
            _styles.Add(id);
        return _styles.IndexOf(id);
    }

    internal int ShareText(string text)
    {
        if (!_texts.Contains(text))
            _texts.Add(text);
        return _texts.IndexOf(text);
    }

    private bool HasStyles => _styles.Count > 1;

    private static string Relationships(IEnumerable<(string Id, string Kind, string Target)> each) =>
        $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(each.Select(one => $"<Relationship Id=\"{one.Id}\" Type=\"{Links}/{one.Kind}\" Target=\"{one.Target}\"/>"))
        + "</Relationships>";

    private IEnumerable<(string Id, string Kind, string Target)> WorkbookRelationships()
    {
        for (var index = 0; index < _sheets.Count; index++)
            yield return ($"rId{index + 1}", _sheets[index].Kind, $"worksheets/sheet{index + 1}.xml");
        if (HasStyles)
            yield return ("rIdStyles", "styles", "styles.xml");
        if (_texts.Count > 0)
            yield return ("rIdTexts", "sharedStrings", "sharedStrings.xml");
    }

    private string WorkbookXml() =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\">{(_is1904 ? "<workbookPr date1904=\"1\"/>" : "")}<sheets>"
        + string.Concat(_sheets.Select((sheet, index) =>
            $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{index + 1}\"{(sheet.State is null ? "" : $" state=\"{sheet.State}\"")} r:id=\"rId{index + 1}\"/>"))
        + "</sheets></workbook>";

    private string ContentTypes()
    {
        const string Office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var types = new StringBuilder($"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Office}.sheet.main+xml\"/>");
        for (var index = 0; index < _sheets.Count; index++)
            types.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{index + 1}.xml\" ContentType=\"{Office}.{_sheets[index].Kind}+xml\"/>");
        if (HasStyles)
            types.Append($"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Office}.styles+xml\"/>");
        if (_texts.Count > 0)
            types.Append($"<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Office}.sharedStrings+xml\"/>");
        return types.Append("</Types>").ToString();
    }

    private string StylesXml() =>
        $"<styleSheet xmlns=\"{Main}\">"
        + (_codes.Count == 0 ? "" : "<numFmts>" + string.Concat(_codes.Select((code, index) => $"<numFmt numFmtId=\"{164 + index}\" formatCode=\"{SecurityElement.Escape(code)}\"/>")) + "</numFmts>")
        + "<fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs>"
        + string.Concat(_styles.Select(id => $"<xf numFmtId=\"{id}\" applyNumberFormat=\"1\"/>"))
        + "</cellXfs></styleSheet>";

    private string SharedStringsXml() =>
        $"<sst xmlns=\"{Main}\">" + string.Concat(_texts.Select(text => $"<si><t xml:space=\"preserve\">{CellValue.Escape(text)}</t></si>")) + "</sst>";

    private sealed class SheetDraft(string name, string? state, string kind)
    {
        public string Name { get; } = name;

        public string? State { get; } = state;

        public string Kind { get; } = kind;

        public StringBuilder Rows { get; } = new();

        public string Head { get; set; } = "";

        public string Tail { get; set; } = "";

        public string? Xml { get; set; }

        public int NextRow { get; set; } = 1;

        public string ToXml() => Xml ?? $"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Links}\">{Head}<sheetData>{Rows}</sheetData>{Tail}</worksheet>";
    }
}
