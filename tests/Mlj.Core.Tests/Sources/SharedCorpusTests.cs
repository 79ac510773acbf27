using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mlj.Sources;
using Mlj.Testing;

namespace Mlj.Tests.Sources;

/// <summary>Real files of other projects, with what an independent reader found in them.</summary>
public class SharedCorpusTests
{
    // Far above what any of the files takes, so that only a reader that hangs fails here; how long it takes is for a benchmark.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [SharedFact]
    public void Xlsx_EveryFile_HasTheCellsThatAnIndependentReaderFound()
    {
        var wrong = new List<string>();
        foreach (var expected in Lines("corpus/expected.jsonl"))
        {
            var name = expected.GetProperty("file").GetString()!;
            try
            {
                using var book = SourceFormats.Default.Open(Shared("corpus", name));
                if (expected.GetProperty("status").GetString() == "error" && !expected.GetProperty("accept_error").GetBoolean())
                    ReadAll(book);
                CompareSheets(name, expected, book, wrong);
            }
            catch (SourceException error)
            {
                if (expected.GetProperty("status").GetString() != "error" && !expected.GetProperty("accept_error").GetBoolean())
                    wrong.Add($"{name}: {error.Problem}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [SharedFact]
    public void Csv_EveryFile_HasTheRowsThatItsProjectExpects()
    {
        foreach (var expected in Lines("corpus/expected-csv.jsonl"))
        {
            using var book = SourceFormats.Default.Open(Shared("corpus", expected.GetProperty("file").GetString()!));
            Assert.Equal(Grid(expected.GetProperty("rows")), Texts(book), StringComparer.Ordinal);
        }
    }

    [SharedFact]
    public void Hostile_EveryFile_IsReadRightlyOrRefusedByItsName()
    {
        var wrong = new List<string>();
        foreach (var expected in Lines("hostile/expected.jsonl"))
        {
            var id = expected.GetProperty("id").GetString()!;
            var outcome = expected.GetProperty("outcome").GetString();
            var codes = expected.GetProperty("error") is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Select(code => code.GetString()).ToList() : [];
            // Processor time: a machine that is busy with other things does not count.
            var before = Environment.CpuUsage.TotalTime;
            try
            {
                using var book = SourceFormats.Default.Open(Shared("hostile", expected.GetProperty("file").GetString()!));
                var texts = Texts(book);
                if (outcome == "error")
                    wrong.Add($"{id}: was read");
                else if (expected.GetProperty("rows") is var rows && rows.ValueKind != JsonValueKind.Null && !IsAllowed(rows, texts))
                    wrong.Add($"{id}: {string.Join(" | ", texts.Take(10))}");
                if (expected.GetProperty("warn").GetString() is { } warning && !book.Notes.Any(note => note.Message.Contains(warning, StringComparison.Ordinal)))
                    wrong.Add($"{id}: no warning");
            }
            catch (SourceException error)
            {
                if (outcome is not ("error" or "either") || !codes.Contains(error.Problem.Code))
                    wrong.Add($"{id}: {error.Problem.Code}, expected {string.Join(", ", codes)}: {error.Message}");
            }
            if (Environment.CpuUsage.TotalTime - before is var time && time > Patience)
                wrong.Add($"{id}: took {time} of processor time");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static void CompareSheets(string name, JsonElement expected, ISourceBook book, List<string> wrong)
    {
        if (expected.GetProperty("status").GetString() == "error" && !expected.GetProperty("accept_error").GetBoolean())
        {
            wrong.Add($"{name}: was read, expected {expected.GetProperty("error_kind").GetString()}");
            return;
        }
        var sheets = expected.GetProperty("sheets").EnumerateArray().Where(sheet => sheet.GetProperty("kind").GetString() == "worksheet" && !sheet.TryGetProperty("error", out _)).ToList();
        for (var index = 0; index < sheets.Count; index++)
        {
            if (index >= book.Sheets.Count || book.Sheets[index].Name != sheets[index].GetProperty("name").GetString())
            {
                wrong.Add($"{name}: sheets {string.Join(", ", book.Sheets)}");
                return;
            }
            if (book.Sheets[index].IsVisible != sheets[index].GetProperty("state").GetString() is not ("hidden" or "veryHidden"))
                wrong.Add($"{name}: visibility of {book.Sheets[index]}");
            var lines = CellLinesOf(book, index);
            var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
            if (digest != sheets[index].GetProperty("digest").GetString())
                wrong.Add($"{name}, {book.Sheets[index].Name}: {lines.Count} cells, expected {sheets[index].GetProperty("cells").GetInt32()}; first {string.Join("; ", lines.Take(5))}");
        }
    }

    private static List<string> CellLinesOf(ISourceBook book, int sheet)
    {
        var lines = new List<string>();
        using var reader = book.OpenSheet(sheet);
        while (reader.Read())
        {
            for (var index = 0; index < reader.Row.Count; index++)
            {
                var cell = reader.Row[index];
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"R{reader.Row.Number}C{cell.Column}\t{CellLines.Letter(cell.Kind)}\t{CellLines.Text(cell)}"));
            }
        }
        return lines;
    }

    private static void ReadAll(ISourceBook book)
    {
        for (var index = 0; index < book.Sheets.Count; index++)
            CellLinesOf(book, index);
    }

    private static SourceFile Shared(string folder, string file) => SourceFile.FromPath(Path.Combine(Repository.SharedFolder!, folder, file));

    private static IEnumerable<JsonElement> Lines(string path) =>
        File.ReadLines(Path.Combine(Repository.SharedFolder!, path)).Where(line => line.Length > 0).Select(line => JsonElement.Parse(line));

    private static List<string> Grid(JsonElement rows)
    {
        var texts = new List<string>();
        for (var row = 0; row < rows.GetArrayLength(); row++)
            for (var column = 0; column < rows[row].GetArrayLength(); column++)
                if (rows[row][column].GetString() is { Length: > 0 } text)
                    texts.Add(string.Create(CultureInfo.InvariantCulture, $"R{row + 1}C{column + 1} {text}"));
        return texts;
    }

    private static List<string> Texts(ISourceBook book)
    {
        var texts = new List<string>();
        using var reader = book.OpenSheet(0);
        while (reader.Read())
        {
            for (var index = 0; index < reader.Row.Count; index++)
            {
                var cell = reader.Row[index];
                texts.Add(string.Create(CultureInfo.InvariantCulture, $"R{reader.Row.Number}C{cell.Column} {cell.GetText()}"));
            }
        }
        return texts;
    }

    private static bool IsAllowed(JsonElement rows, List<string> texts)
    {
        if (rows.ValueKind == JsonValueKind.Object)
            return texts.SequenceEqual(["R1C1 Full Name", "R1048576C16384 7"]);
        var at = 0;
        var width = rows.EnumerateArray().Max(row => row.GetArrayLength());
        var found = texts.Where(text => Column(text) <= width).ToList();
        for (var row = 0; row < rows.GetArrayLength(); row++)
        {
            for (var column = 0; column < rows[row].GetArrayLength(); column++)
            {
                var cell = rows[row][column];
                string[] allowed = cell.ValueKind == JsonValueKind.Array ? [.. cell.EnumerateArray().Select(each => each.GetString()!)] : [cell.GetString()!];
                if (allowed.Contains(""))
                    continue;
                var prefix = string.Create(CultureInfo.InvariantCulture, $"R{row + 1}C{column + 1} ");
                if (at == found.Count || !allowed.Any(text => found[at] == prefix + text))
                    return false;
                at++;
            }
        }
        return at == found.Count;

        static int Column(string text) => int.Parse(text.AsSpan(text.IndexOf('C') + 1, text.IndexOf(' ') - text.IndexOf('C') - 1), CultureInfo.InvariantCulture);
    }
}
