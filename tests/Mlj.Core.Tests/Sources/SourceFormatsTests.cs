using System.Text;
using Mlj.Sources;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests.Sources;

public class SourceFormatsTests
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000]];

    [Theory]
    [InlineData("%PDF-1.7\n...", "a PDF document")]
    [InlineData("<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>", "a web page (html)")]
    [InlineData("\r\n  <HTML>", "a web page (html)")]
    [InlineData("<table><tr><td>Name</td></tr></table>", "a web page (html)")]
    [InlineData("<?xml version=\"1.0\"?><Workbook/>", "an XML document")]
    [InlineData("{\\rtf1 Hello}", "a rich text document (rtf)")]
    [InlineData("{\"participants\": []}", "a JSON document")]
    [InlineData("\uFEFF[\n  { \"name\": \"Ann\" }\n]", "a JSON document")]
    [InlineData("[[\"Name\", \"Score\"], [\"Ann\", 17]]", "a JSON document")]
    public void Open_AnotherKindOfText_IsRefusedByItsName(string text, string kind)
    {
        var problem = Refused(Encoding.UTF8.GetBytes(text));
        Assert.Equal(("wrong_format", $"This is {kind}."), (problem.Code, problem.What));
    }

    [Theory]
    [InlineData("{Name},Score\nAnn,17\n", "{Name}")]
    [InlineData("[Name],Score\nAnn,17\n", "[Name]")]
    [InlineData("[\n", "[")]
    public void Open_TextThatOnlyBeginsLikeJson_IsRead(string text, string cell)
    {
        using var book = SourceFormats.Default.Open(SourceFile.FromBytes("a.csv", Encoding.UTF8.GetBytes(text)));
        Assert.Equal($"A1 s {cell}", book.ReadCells()[0]);
    }

    [Fact]
    public void Limits_BelowNothing_AreTheCallersError()
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(SourceLimits.MaxXmlAttributes), () => new SourceLimits { MaxXmlAttributes = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(nameof(SourceLimits.MaxFileBytes), () => SourceLimits.Default with { MaxFileBytes = -1 });
        Assert.Equal(0, new SourceLimits { MaxXmlAttributes = 0 }.MaxXmlAttributes);
    }

    [Theory]
    [InlineData(30, "The file is larger than 30 bytes.")]
    [InlineData(1500, "The file is larger than 1,500 bytes.")]
    [InlineData(1 << 20, "The file is larger than 1 MB.")]
    public void Open_AFileAboveTheLimit_NamesTheLimitInTheUnitThatShowsIt(int limit, string what) => Assert.Equal(what,
        Assert.Throws<SourceException>(() => SourceFormats.Default.Open(SourceFile.FromBytes("a.csv", new byte[limit + 1]), new SourceLimits { MaxFileBytes = limit })).Problem.What);

    [Fact]
    public void Formats_WithoutAFormat_AreTheCallersError() => Assert.Throws<ArgumentException>("formats", () => new SourceFormats([.. SourceFormats.Default.Formats, null!]));

    [Fact]
    public void Open_EmptyFile_SaysSo() => Assert.Equal("empty_file", Refused([]).Code);

    [Fact]
    public void Open_OldWorkbook_IsRefusedByItsName()
    {
        var problem = Refused([.. CompoundFile, .. Encoding.Unicode.GetBytes("Workbook")]);
        Assert.Equal("wrong_format", problem.Code);
        Assert.Contains("xls", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    public void Open_WorkbookWithAPassword_SaysSo(int shift)
    {
        // Wherever the name lies, also across the ends of the buffer in which it is looked for.
        byte[] bytes = [.. CompoundFile[..(65_536 - 16 + shift)], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. CompoundFile];
        Assert.Equal("encrypted", Refused(bytes).Code);
    }

    [Theory]
    [InlineData("word/document.xml", "docx")]
    [InlineData("ppt/presentation.xml", "pptx")]
    [InlineData("content.xml", "ods")]
    [InlineData("xl/workbook.bin", "xlsb")]
    [InlineData("holiday.jpg", "zip archive")]
    public void Open_AnotherKindOfZip_IsRefusedByItsName(string part, string kind)
    {
        var problem = Refused(WorkbookBuilder.Zip([(part, [])]));
        Assert.Equal("wrong_format", problem.Code);
        Assert.Contains(kind, problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_DocumentWithItsRelationship_IsRefusedByItsName()
    {
        var bytes = WorkbookBuilder.Zip([
            ("_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>"u8.ToArray()),
            ("word/document.xml", "<document/>"u8.ToArray())]);
        Assert.Equal("This is a Word document (docx).", Refused(bytes).What);
    }

    [Fact]
    public void Open_Bytes_IsNoWorkbook()
    {
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);
        Assert.Equal("not_a_workbook", Refused(bytes).Code);
        Assert.Equal("not_a_workbook", Refused([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0, 0]).Code);
    }

    [Fact]
    public void Open_ByItsBytes_WhateverItsName()
    {
        Assert.Equal(["A1 s Email"], Workbook.Of(["Email"]).ToFile("results.csv").ReadCells());
        Assert.Equal(["A1 s Email"], SourceFile.FromBytes("results.xlsx", "Email\n"u8.ToArray()).ReadCells());
    }

    [Fact]
    public void Open_FileAboveTheLimit_NamesTheLimit()
    {
        var error = Assert.Throws<SourceException>(() => SourceFormats.Default.Open(Workbook.Of([1]).ToFile(), new SourceLimits { MaxFileBytes = 100 }));
        Assert.Equal("limit_file", error.Problem.Code);
    }

    [Fact]
    public void With_AnotherFormat_AsksItFirst()
    {
        var formats = SourceFormats.Default.With(new EverythingIsOneCell());
        Assert.Equal("everything", formats.Formats[0].Name);
        Assert.Equal(3, formats.Formats.Count);
        Assert.Throws<NotSupportedException>(() => formats.Open(SourceFile.FromBytes("a.pdf", "%PDF"u8.ToArray())));
    }

    [Fact]
    public void Default_ReadsXlsxAndCsv() => Assert.Equal(["xlsx", "csv"], SourceFormats.Default.Formats.Select(format => format.Name));

    private static Problem Refused(byte[] bytes)
    {
        var problem = Assert.Throws<SourceException>(() => SourceFormats.Default.Open(SourceFile.FromBytes("results", bytes))).Problem;
        Assert.Equal("results", problem.Where.File);
        return problem;
    }

    private sealed class EverythingIsOneCell : ISourceFormat
    {
        public string Name => "everything";

        public bool Recognises(ReadOnlySpan<byte> start) => true;

        public ISourceBook Open(SourceFile file, SourceLimits limits, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
