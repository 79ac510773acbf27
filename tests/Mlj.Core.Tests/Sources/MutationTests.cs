using System.Text;
using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Sources;

/// <summary>Whatever the bytes are, a file is read or refused with a problem; no other exception comes out. The chance is seeded.</summary>
public class MutationTests
{
    private const int Rounds = 400;

    private static readonly string[] Splinters =
        ["<", ">", "\"", "&", "&#0;", "&lt;", "]]>", "<![CDATA[", "<!--", "<?", "/", "r=\"", "t=\"s\"", "<v>", "</v>", "<row/>", "<c/>", "-1", "4294967296", "99999999999999999999", "_xD800_", "\0", "\uFFFF", "😀", " ", ""];

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    [InlineData("_rels/.rels")]
    [InlineData("[Content_Types].xml")]
    public void Xlsx_PartWithAccidents_IsReadOrRefused(string part)
    {
        var chance = new Random(11);
        var parts = Workbook.Sheet("A").WithSharedTexts().Row("Email", "Score", CellValue.Formula("A1", "x")).Row("ann@example.org", 0.5.AsPercent(), true)
            .Row(CellValue.Error("#N/A"), 7.OutOf(10), CellValue.Raw("t=\"inlineStr\"", "<is><r><t>rich_x000A_</t></r><rPh><t>no</t></rPh></is>")).Parts();
        var at = parts.FindIndex(each => each.Name == part);
        var original = parts[at].Content;
        for (var round = 0; round < Rounds; round++)
        {
            parts[at] = (part, Mutate(original, chance));
            ReadOrRefuse(WorkbookBuilder.Zip(parts));
        }
    }

    [Fact]
    public void Zip_WithAccidents_IsReadOrRefused()
    {
        var chance = new Random(12);
        var bytes = Workbook.Of(["Email", "Score"], ["ann@example.org", 17]).ToBytes();
        for (var round = 0; round < 5 * Rounds; round++)
        {
            var changed = (byte[])bytes.Clone();
            for (var times = chance.Next(1, 5); times > 0; times--)
                changed[chance.Next(changed.Length)] = (byte)chance.Next(256);
            ReadOrRefuse(changed);
        }
    }

    [Fact]
    public void Csv_WithAccidents_IsReadOrRefused()
    {
        var chance = new Random(13);
        var bytes = Encoding.UTF8.GetBytes("Name,E-mail,Score\r\nZoë,\"zoe@example.org\",17\r\n\"A \"\"B\"\"\",,\n");
        for (var round = 0; round < 5 * Rounds; round++)
            ReadOrRefuse(Mutate(bytes, chance));
    }

    private static byte[] Mutate(byte[] bytes, Random chance)
    {
        var mutated = bytes.ToList();
        for (var times = chance.Next(1, 4); times > 0; times--)
        {
            var at = chance.Next(mutated.Count + 1);
            switch (chance.Next(4))
            {
                case 0:
                    mutated.InsertRange(at, Encoding.UTF8.GetBytes(Splinters[chance.Next(Splinters.Length)]));
                    break;
                case 1:
                    mutated.RemoveRange(at, Math.Min(chance.Next(1, 20), mutated.Count - at));
                    break;
                case 2 when at < mutated.Count:
                    mutated[at] = (byte)chance.Next(256);
                    break;
                default:
                    mutated.InsertRange(at, mutated.GetRange(at, Math.Min(chance.Next(1, 60), mutated.Count - at)));
                    break;
            }
        }
        return [.. mutated];
    }

    private static void ReadOrRefuse(byte[] bytes)
    {
        try
        {
            using var book = SourceFormats.Default.Open(SourceFile.FromBytes("file", bytes));
            for (var sheet = 0; sheet < book.Sheets.Count; sheet++)
                book.ReadCells(sheet);
        }
        catch (SourceException error)
        {
            Assert.Equal("file", error.Problem.Where.File);
        }
    }
}
