using System.Globalization;
using System.Text;
using System.Xml;
using Mlj.OpenXml;

namespace Mlj.Tests.OpenXml;

public class XmlScannerTests
{
    private static readonly PackageLimits Limits = new(10, 1 << 20, 1 << 20, MaxInflationRatio: 200, MaxXmlDepth: 8, MaxXmlAttributes: 4, MaxXmlAttributeBytes: 1 << 20);

    [Theory]
    [InlineData("<a/>", "(a)")]
    [InlineData("<a></a >", "(a )")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?><a/>", "(a)")]
    [InlineData("<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\r\n<a/>\n", "(a)")]
    [InlineData("<!-- one --><?two three?><a/><!----><?four?>", "(a)")]
    [InlineData("<a b=\"1\" c='2'\n\td = \"3\" />", "(a b=1 c=2 d=3)")]
    [InlineData("<a b=\"it's &lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F600;\"/>", "(a b=it's <>&\"'AB😀)")]
    [InlineData("<a b=\"1\t2\r\n3\r4\n5&#10;6\"/>", "(a b=1 2 3 4 5\n6)")]
    [InlineData("<a>x<b/>y</a>", "(a 'x'(b)'y')")]
    [InlineData("<a>&lt;&#13;&#x0000A;é😀</a>", "(a '<\r\né😀')")]
    [InlineData("<a>1\r\n2\r3\n4</a>", "(a '1\n2\n3\n4')")]
    [InlineData("<a><![CDATA[<b>&amp;\r\n]]]]><![CDATA[>]]></a>", "(a '<b>&amp;\n]]''>')")]
    [InlineData("<a>x > y ] ]> ]]</a>", "(a 'x > y ] ]> ]]')")]
    [InlineData("<a>1<!-- < & ]]> -->2<?x <b> ?>3</a>", "(a '1''2''3')")]
    [InlineData("<x:a xmlns:x=\"urn:x\" x:b=\"1\" xml:space=\"preserve\"><x:c/></x:a>", "(a xmlns:x=urn:x x:b=1 xml:space=preserve (c))")]
    [InlineData("<a x:b=\"1\" xmlns:x=\"urn:x\"/>", "(a x:b=1 xmlns:x=urn:x)")]
    [InlineData("<é ñ=\"1\">東</é>", "(é ñ=1 '東')")]
    [InlineData("<a.b-c_d/>", "(a.b-c_d)")]
    [InlineData("<a b=\"\"></a>", "(a b= )")]
    public void Read_WellFormed_GivesItsTokens(string xml, string expected)
    {
        Assert.Equal(expected, Tokens(Encoding.UTF8.GetBytes(xml)));
        new XmlDocument { XmlResolver = null }.LoadXml(xml.TrimStart('\uFEFF'));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("text")]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<a>")]
    [InlineData("<a></a")]
    [InlineData("<a></b>")]
    [InlineData("<a></ab>")]
    [InlineData("<a></>")]
    [InlineData("<a></ a>")]
    [InlineData("</a>")]
    [InlineData("<a/></a>")]
    [InlineData("<a><b></a></b>")]
    [InlineData("< a/>")]
    [InlineData("<1/>")]
    [InlineData("<-a/>")]
    [InlineData("<a/ >")]
    [InlineData("<a/><b/>")]
    [InlineData("<a/>text")]
    [InlineData("text<a/>")]
    [InlineData("&#32;<a/>")]
    [InlineData("<a/><![CDATA[]]>")]
    [InlineData("<a b/>")]
    [InlineData("<a b=1/>")]
    [InlineData("<a b=\"1/>")]
    [InlineData("<a b=\"1'/>")]
    [InlineData("<a b=\"1\"c=\"2\"/>")]
    [InlineData("<a b=\"1\" b=\"2\"/>")]
    [InlineData("<a b=\"<\"/>")]
    [InlineData("<a b=\"&\"/>")]
    [InlineData("<a b=\"&x;\"/>")]
    [InlineData("<a =\"1\"/>")]
    [InlineData("<a 1=\"1\"/>")]
    [InlineData("<a>&</a>")]
    [InlineData("<a>& </a>")]
    [InlineData("<a>&lt</a>")]
    [InlineData("<a>&nbsp;</a>")]
    [InlineData("<a>&#;</a>")]
    [InlineData("<a>&#x;</a>")]
    [InlineData("<a>&#0;</a>")]
    [InlineData("<a>&#1;</a>")]
    [InlineData("<a>&#xD800;</a>")]
    [InlineData("<a>&#xFFFE;</a>")]
    [InlineData("<a>&#x110000;</a>")]
    [InlineData("<a>&#99999999999999999999;</a>")]
    [InlineData("<a>&#X41;</a>")]
    [InlineData("<a>]]></a>")]
    [InlineData("<a>\u0001</a>")]
    [InlineData("<a>\0</a>")]
    [InlineData("<a b=\"\u001F\"/>")]
    [InlineData("<a>\uFFFE</a>")]
    [InlineData("<a>\uFFFF</a>")]
    [InlineData("<a><!-- -- --></a>")]
    [InlineData("<a><!-- --->")]
    [InlineData("<a><!-- </a>")]
    [InlineData("<a><![CDATA[ </a>")]
    [InlineData("<a><![cdata[]]></a>")]
    [InlineData("<a><!x></a>")]
    [InlineData("<a><? x?></a>")]
    [InlineData("<a><?x</a>")]
    [InlineData("<a><?XML ?></a>")]
    [InlineData("<a/><!DOCTYPE a>")]
    [InlineData(" <?xml version=\"1.0\"?><a/>")]
    [InlineData("<?xml version=\"1.1\"?><a/>")]
    [InlineData("<?xml?><a/>")]
    [InlineData("<?xml encoding=\"utf-8\"?><a/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"no-such\"?><a/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?><a/>")]
    [InlineData("<?xml version=\"1.0\"")]
    [InlineData("<x:a/>")]
    [InlineData("<a x:b=\"1\"/>")]
    [InlineData("<a><b xmlns:x=\"urn:x\"/><x:c/></a>")]
    [InlineData("<a><b xmlns:x=\"urn:x\"></b><x:c/></a>")]
    [InlineData("<a xmlns:x=\"\"/>")]
    [InlineData("<:a/>")]
    [InlineData("<a:/>")]
    [InlineData("<a:b:c xmlns:a=\"urn:a\"/>")]
    [InlineData("<×/>")]
    public void Read_NotWellFormed_IsBadXml(string xml)
    {
        foreach (var size in (int[])[1, 3, 1000])
            Assert.Equal(PackageFault.BadXml, Assert.Throws<PackageException>(() => Tokens(Encoding.UTF8.GetBytes(xml), size)).Fault);
        // The judgement is not ours alone.
        Assert.ThrowsAny<XmlException>(() => Load(xml));
    }

    [Theory]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("<?xml version=\"1.0\"?><!-- --> <!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    public void Read_DocumentType_IsForbidden(string xml)
    {
        foreach (var size in (int[])[1, 3, 1000])
            Assert.Equal(PackageFault.ForbiddenDtd, Assert.Throws<PackageException>(() => Tokens(Encoding.UTF8.GetBytes(xml), size)).Fault);
    }

    [Theory]
    [InlineData(new byte[] { 0xEB })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0x80 })]
    public void Read_InvalidUtf8_IsBadXml(byte[] bytes)
    {
        foreach (var size in (int[])[1, 2, 1000])
        {
            Assert.Equal(PackageFault.BadXml, Assert.Throws<PackageException>(() => Tokens([.. "<a>"u8, .. bytes, .. "</a>"u8], size)).Fault);
            Assert.Equal(PackageFault.BadXml, Assert.Throws<PackageException>(() => Tokens([.. "<a/>"u8, .. bytes], size)).Fault);
        }
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    [InlineData("us-ascii")]
    public void Read_AnyEncoding_InPiecesOfAnySize_GivesTheSame(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var isNarrow = name is "iso-8859-1" or "us-ascii";
        var text = name == "us-ascii" ? "Zoe" : isNarrow ? "Zoë" : "Zoë 東京 😀";
        var xml = $"<?xml version=\"1.0\" encoding=\"{(isNarrow ? name : "utf-8")}\"?><!-- c --><a b='1'>{text}<c d=\"&amp;\"/><![CDATA[<&]]>&#10;</a>";
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)];
        for (var size = 1; size <= 64; size++)
            Assert.Equal($"(a b=1 '{text}'(c d=&)'<&''\n')", Tokens(bytes, size));
    }

    [Fact]
    public void Read_TooDeep_IsALimit()
    {
        Assert.Equal(string.Concat(Enumerable.Repeat("(a ", 7)) + "(a)" + string.Concat(Enumerable.Repeat(")", 7)), Tokens(Encoding.UTF8.GetBytes(Nested(7, "<a/>"))));
        Assert.Equal(PackageFault.TooDeep, Assert.Throws<PackageException>(() => Tokens(Encoding.UTF8.GetBytes(Nested(8, "<a/>")))).Fault);
    }

    [Fact]
    public void Read_TooManyAttributes_IsALimit()
    {
        Assert.Equal("(a b=1 c=2 d=3 e=4)", Tokens("<a b='1' c='2' d='3' e='4'/>"u8.ToArray()));
        Assert.Equal(PackageFault.TooManyAttributes, Assert.Throws<PackageException>(() => Tokens("<a b='1' c='2' d='3' e='4' f='5'/>"u8.ToArray())).Fault);
    }

    [Fact]
    public void Read_LongText_ComesInPiecesThatJoin()
    {
        var piece = "a&amp;b\r\nc]]d😀&#65;";
        var xml = Encoding.UTF8.GetBytes($"<a>{string.Concat(Enumerable.Repeat(piece, 40_000))}</a>");
        var expected = string.Concat(Enumerable.Repeat("a&b\nc]]d😀A", 40_000));
        foreach (var size in (int[])[7777, 100_000])
            Assert.Equal($"(a '{expected}')", Tokens(xml, size).Replace("''", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<a b=\"", "\"/>")]
    [InlineData("<a><!--", "--></a>")]
    [InlineData("<a><?b ", "?></a>")]
    [InlineData("<a><![CDATA[", "]]></a>")]
    [InlineData("<a", "/>")]
    public void Read_TokenOfManyMegabytes_IsRefusedBeforeItIsGathered(string start, string end)
    {
        var xml = Encoding.UTF8.GetBytes(start + new string('x', 30 << 20) + end);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(PackageFault.BadXml, Assert.Throws<PackageException>(() => Tokens(xml, 1 << 16)).Fault);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 << 20);
    }

    private static string Nested(int depth, string inner) => string.Concat(Enumerable.Repeat("<a>", depth)) + inner + string.Concat(Enumerable.Repeat("</a>", depth));

    private static void Load(string xml)
    {
        using var reader = XmlReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(xml)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
        }
    }

    private static string Tokens(byte[] xml, int size = 1 << 20)
    {
        var text = new StringBuilder();
        using var scanner = new XmlScanner("part", new ChunkedStream(xml, size), Limits);
        while (scanner.Read() is var token && token != XmlToken.End)
        {
            switch (token)
            {
                case XmlToken.StartTag:
                    text.Append('(').Append(Encoding.UTF8.GetString(scanner.LocalName));
                    for (var index = 0; index < scanner.AttributeCount; index++)
                        text.Append(CultureInfo.InvariantCulture, $" {Encoding.UTF8.GetString(scanner.AttributeName(index))}={Encoding.UTF8.GetString(scanner.AttributeValue(index))}");
                    text.Append(scanner.IsEmptyElement ? ')' : ' ');
                    break;
                case XmlToken.EndTag:
                    text.Append(')');
                    break;
                default:
                    var room = new byte[scanner.RawText.Length];
                    text.Append('\'').Append(Encoding.UTF8.GetString(room.AsSpan(0, scanner.CopyText(room)))).Append('\'');
                    break;
            }
        }
        return text.ToString();
    }
}
