using Mlj.Exports;
using Mlj.Exports.Csv;
using Mlj.Exports.Json;
using Mlj.Exports.Xlsx;

namespace Mlj.Tests.Exports;

public class ExportFormatsTests
{
    [Theory]
    [InlineData("out.xlsx", typeof(XlsxExport))]
    [InlineData("folder.csv/OUT.XLSX", typeof(XlsxExport))]
    [InlineData("a.b.csv", typeof(CsvExport))]
    [InlineData(".json", typeof(JsonExport))]
    public void ForPath_AKnownExtension_FindsItsFormat(string path, Type format) => Assert.IsType(format, ExportFormats.Default.ForPath(path));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("xlsx")]
    [InlineData("out.pdf")]
    [InlineData("out.")]
    public void ForPath_AnyOther_FindsNone(string path) => Assert.Null(ExportFormats.Default.ForPath(path));

    [Fact]
    public void ForExtension_WithOrWithoutDot_FindsTheFormat()
    {
        Assert.IsType<CsvExport>(ExportFormats.Default.ForExtension("csv"));
        Assert.IsType<CsvExport>(ExportFormats.Default.ForExtension(".Csv"));
        Assert.Null(ExportFormats.Default.ForExtension(""));
    }

    [Fact]
    public void Extensions_OfTheDefault_AreThreeInOrder() => Assert.Equal([".xlsx", ".csv", ".json"], ExportFormats.Default.Extensions);

    [Fact]
    public void Formats_WithoutAFormat_AreTheCallersError() => Assert.Throws<ArgumentException>("all", () => new ExportFormats([.. ExportFormats.Default.All, null!]));
}
