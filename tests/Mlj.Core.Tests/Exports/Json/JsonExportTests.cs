using System.Text;
using System.Text.Json;
using Mlj.Exports;
using Mlj.Exports.Json;
using Mlj.Tables;
using Mlj.Testing.Contracts;

namespace Mlj.Tests.Exports.Json;

public class JsonExportTests : ExportFormatContract
{
    protected override IExportFormat Format => new JsonExport();

    [Fact]
    public void Write_ATable_IsReadable() => Assert.Equal(
        """
        {
          "columns": [
            {
              "name": "Name",
              "kind": "text",
              "role": "name"
            },
            {
              "name": "Test 1",
              "kind": "number",
              "role": "score",
              "test": 1
            },
            {
              "name": "Note",
              "kind": "text"
            }
          ],
          "rows": [
            {
              "Name": "Ada Òjó & 李",
              "Test 1": 50.00,
              "Note": null
            },
            {
              "Name": "\"x\"\n",
              "Test 1": null,
              "Note": ""
            }
          ]
        }

        """, Text(Books.Of(
            new Column.Texts("Name", ["Ada Òjó & 李", "\"x\"\n"]) { Role = ColumnRole.Name },
            new Column.Numbers("Test 1", [50, null]) { Role = ColumnRole.Score, Test = 1, Format = NumberFormat.Percentage },
            new Column.Texts("Note", [null, ""]))).ReplaceLineEndings("\n"));

    [Fact]
    public void Write_EveryRole_HasANameInSnakeCase() =>
        Assert.Equal(["name", "email", "score", "tests_taken", "assignment", "average", "grade", "status", "synthetic"],
            Parsed(Books.Of([.. Enum.GetValues<ColumnRole>().Select(role => new Column.Texts(role.ToString(), []) { Role = role })]))
                .GetProperty("columns").EnumerateArray().Where(column => column.TryGetProperty("role", out _)).Select(column => column.GetProperty("role").GetString()));

    [Fact]
    public void Write_HostileText_ReadsBack() =>
        Assert.Equal(Books.HostileTexts, Parsed(Books.Of(new Column.Texts("T", Books.HostileTexts)))
            .GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("T").GetString()!));

    [Fact]
    public void Write_OddBooks_IsJson()
    {
        foreach (var (_, book) in Books.Odd())
            Assert.Equal(book.Main.Table.RowCount, Parsed(book).GetProperty("rows").GetArrayLength());
    }

    private string Text(ExportBook book) => Encoding.UTF8.GetString(Written(book));

    private JsonElement Parsed(ExportBook book)
    {
        using var document = JsonDocument.Parse(Written(book));
        return document.RootElement.Clone();
    }
}
