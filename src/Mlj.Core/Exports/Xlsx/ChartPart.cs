using System.Globalization;

namespace Mlj.Exports.Xlsx;

/// <summary>The charts of a sheet: where they stand, and each of them with the values that it shows before anybody recalculates.</summary>
internal static class ChartPart
{
    private const int EmusOfAPoint = 12_700;
    private const int WidthInPoints = 430;
    private const int HeightInPoints = 250;
    private const int RowsOfAChart = 18;
    private const int FirstRow = 2;
    private const string Colour = "1F4E78";
    private const string Ink = "404040";

    public static void WriteDrawing(XmlOutput xml, SheetPart sheet)
    {
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8)
            .Raw("<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "u8)
            .Raw("xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"u8);
        for (var index = 0; index < sheet.Charts.Count; index++)
            xml.Raw("<xdr:oneCellAnchor><xdr:from><xdr:col>"u8).Number(sheet.Columns + 1).Raw("</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>"u8)
                .Number(FirstRow + index * RowsOfAChart).Raw("</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx=\""u8).Number(WidthInPoints * EmusOfAPoint)
                .Raw("\" cy=\""u8).Number(HeightInPoints * EmusOfAPoint).Raw("\"/><xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\""u8).Number(index + 2)
                .Raw("\" name=\""u8).Attribute(string.Create(CultureInfo.InvariantCulture, $"Chart {index + 1}")).Raw("\" descr=\""u8).Attribute(sheet.Charts[index].AltText)
                .Raw("\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>"u8)
                .Raw("<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"u8)
                .Raw("<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "u8)
                .Raw("xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId"u8).Number(index + 1)
                .Raw("\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>"u8);
        xml.Raw("</xdr:wsDr>"u8);
    }

    public static void Write(XmlOutput xml, ExportChart chart, SectionPart data)
    {
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8)
            .Raw("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"u8)
            .Raw("<c:roundedCorners val=\"0\"/><c:chart>"u8);
        WriteTitle(xml, chart.Title, 1200, isBold: true);
        xml.Raw("<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>"u8)
            .Raw("<c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:tx><c:v>"u8).PlainText(chart.ValuesTitle)
            .Raw("</c:v></c:tx><c:spPr><a:solidFill><a:srgbClr val=\""u8).Attribute(Colour).Raw("\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>"u8)
            .Raw("<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"u8);
        WriteFont(xml, 900, isBold: false);
        xml.Raw("<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>"u8)
            .Raw("<c:cat><c:strRef><c:f>"u8).PlainText(data.Cells(chart.Labels)).Raw("</c:f><c:strCache>"u8);
        WritePoints(xml, data, chart.Labels);
        xml.Raw("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>"u8).PlainText(data.Cells(chart.Values)).Raw("</c:f><c:numCache>"u8);
        WritePoints(xml, data, chart.Values);
        xml.Raw("</c:numCache></c:numRef></c:val></c:ser><c:gapWidth val=\"40\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"u8)
            .Raw("<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/>"u8);
        WriteTitle(xml, chart.Labels, 900, isBold: false);
        xml.Raw("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>"u8);
        WriteFont(xml, 900, isBold: false);
        xml.Raw("<c:crossAx val=\"2\"/></c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/>"u8);
        if (chart.Maximum is { } maximum)
            xml.Raw("<c:max val=\""u8).Attribute(maximum.ToString(CultureInfo.InvariantCulture)).Raw("\"/><c:min val=\"0\"/>"u8);
        xml.Raw("</c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>"u8);
        WriteTitle(xml, chart.ValuesTitle, 900, isBold: false);
        xml.Raw("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>"u8);
        WriteFont(xml, 900, isBold: false);
        xml.Raw("<c:crossAx val=\"1\"/></c:valAx></c:plotArea><c:plotVisOnly val=\"0\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>"u8);
    }

    private static void WriteTitle(XmlOutput xml, string words, int size, bool isBold)
    {
        xml.Raw("<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr><a:r><a:rPr lang=\"en-GB\" sz=\""u8).Number(size)
            .Raw(isBold ? "\" b=\"1\">"u8 : "\" b=\"0\">"u8).Raw("<a:solidFill><a:srgbClr val=\""u8).Attribute(Ink).Raw("\"/></a:solidFill></a:rPr><a:t>"u8)
            .PlainText(words).Raw("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>"u8);
    }

    private static void WriteFont(XmlOutput xml, int size, bool isBold) => xml.Raw("<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\""u8).Number(size)
        .Raw(isBold ? "\" b=\"1\">"u8 : "\" b=\"0\">"u8).Raw("<a:solidFill><a:srgbClr val=\""u8).Attribute(Ink)
        .Raw("\"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>"u8);

    private static void WritePoints(XmlOutput xml, SectionPart data, string column)
    {
        var cells = data.Table.Find(column)!;
        if (cells is Tables.Column.Numbers { Format.Decimals: { } decimals })
            xml.Raw("<c:formatCode>"u8).PlainText(CellFormat.Decimals(decimals)).Raw("</c:formatCode>"u8);
        xml.Raw("<c:ptCount val=\""u8).Number(data.Table.RowCount).Raw("\"/>"u8);
        for (var row = 0; row < data.Table.RowCount; row++)
            if (cells[data.Table.Order[row]] is { IsMissing: false } cell)
                xml.Raw("<c:pt idx=\""u8).Number(row).Raw("\"><c:v>"u8).PlainText(cell.ToString()).Raw("</c:v></c:pt>"u8);
    }
}
