using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Mlj.Benchmarks.Cells;

namespace Mlj.Benchmarks.Readers;

/// <summary>What one writes in an afternoon: ZipArchive, XmlReader, fixed names of parts, and no checks at all.</summary>
internal static class XmlReaderLoop
{
    private static readonly XmlReaderSettings Settings = new() { IgnoreComments = true, IgnoreProcessingInstructions = true, DtdProcessing = DtdProcessing.Prohibit };

    public static TSink Read<TSink>(byte[] file, TSink sink) where TSink : ICellSink
    {
        using var package = new ZipArchive(new MemoryStream(file));
        var shared = ReadShared(package.GetEntry("xl/sharedStrings.xml"));
        using var xml = XmlReader.Create(package.GetEntry("xl/worksheets/sheet1.xml")!.Open(), Settings);
        int row = 0, column = 0;
        string? type = null;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "row":
                    row = int.Parse(xml.GetAttribute("r")!, CultureInfo.InvariantCulture);
                    break;
                case "c":
                    column = CellName.Column(xml.GetAttribute("r"));
                    type = xml.GetAttribute("t");
                    break;
                case "t":
                    xml.Read();
                    sink.Text(row, column, xml.Value);
                    break;
                case "v":
                    xml.Read();
                    if (type is null or "n")
                        sink.Number(row, column, double.Parse(xml.Value, CultureInfo.InvariantCulture));
                    else
                        sink.Text(row, column, type == "s" ? shared[int.Parse(xml.Value, CultureInfo.InvariantCulture)] : xml.Value);
                    break;
            }
        }
        return sink;
    }

    private static List<string> ReadShared(ZipArchiveEntry? part)
    {
        var texts = new List<string>();
        if (part is null)
            return texts;
        using var xml = XmlReader.Create(part.Open(), Settings);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "t")
                continue;
            xml.Read();
            texts.Add(xml.Value);
        }
        return texts;
    }
}
