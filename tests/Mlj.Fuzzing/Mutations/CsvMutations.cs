using System.Buffers;
using System.Text;

namespace Mlj.Fuzzing.Mutations;

/// <summary>Changes a text of values: its cells, quotes, separators, lines.</summary>
internal static class CsvMutations
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(",;\t|\r\n");

    private static readonly string[] Pieces =
        ["\"", "\"\"", "\"\"\"", ",", ";", "\t", "|", "\r", "\n", "\r\n", "\n\r", "\n\n\n", "\"\n\"", "\"a,b\"", "a\"b", "\"a\"b", " \"a\"", "'", "\0", "\u001A", "\u0001", "\uFEFF", "sep=;\n", "sep=|\r\n", "sep=\"\n", "sep=\n", ",,,,,,,,", "#", "\\", "\u2028", "\u0085", "\v", "\f"];

    public static IReadOnlyList<Mutation<StringBuilder>> All { get; } = [ChangeCell, ChangeCell, ChangeCell, InsertPiece, InsertPiece, RepeatLine, DropLine, ChangeSeparators, ChangeLineEnds, QuoteAll, Lengthen, Hint];

    private static string? ChangeCell(StringBuilder text, Chance chance)
    {
        var whole = text.ToString();
        var starts = Enumerable.Range(0, whole.Length).Where(at => at == 0 || whole[at - 1] is ',' or ';' or '\t' or '|' or '\n').ToList();
        if (starts.Count == 0)
            return null;
        var start = chance.Pick(starts);
        var end = whole.AsSpan(start).IndexOfAny(Ends);
        var cell = chance.Pick(Nasty.Cells);
        text.Remove(start, (end < 0 ? whole.Length : start + end) - start).Insert(start, chance.OneIn(3) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        return $"cell at {start} is '{cell}'";
    }

    private static string? InsertPiece(StringBuilder text, Chance chance)
    {
        var at = chance.Below(text.Length + 1);
        var piece = chance.Pick(Pieces);
        text.Insert(at, piece);
        return $"'{piece}' at {at}";
    }

    private static string? RepeatLine(StringBuilder text, Chance chance)
    {
        var lines = text.ToString().Split('\n').ToList();
        var at = chance.Below(lines.Count);
        var times = chance.Pick([1, 1, 3, 70, 500]);
        lines.InsertRange(chance.Below(lines.Count + 1), Enumerable.Repeat(lines[at], lines[at].Length > 200 ? 1 : times));
        text.Clear().AppendJoin('\n', lines);
        return $"line {at} {times} times more";
    }

    private static string? DropLine(StringBuilder text, Chance chance)
    {
        var lines = text.ToString().Split('\n').ToList();
        var at = chance.Below(lines.Count);
        lines.RemoveAt(at);
        text.Clear().AppendJoin('\n', lines);
        return $"without line {at}";
    }

    private static string? ChangeSeparators(StringBuilder text, Chance chance)
    {
        char from = chance.Pick([',', ';', '\t']), to = chance.Pick([',', ';', '\t', '|', ':', ' ', '"']);
        text.Replace(from, to);
        return $"'{to}' for '{from}'";
    }

    private static string? ChangeLineEnds(StringBuilder text, Chance chance)
    {
        var end = chance.Pick(["\r\n", "\n", "\r", "\n\n", "\r\r\n"]);
        text.Replace("\r\n", "\n").Replace("\n", end);
        return $"lines end in {end.Length}";
    }

    private static string? QuoteAll(StringBuilder text, Chance chance)
    {
        var separator = chance.Pick([",", ";", "\t"]);
        text.Replace(separator, $"\"{separator}\"").Replace("\n", "\"\n\"").Insert(0, '"');
        if (!chance.OneIn(3))
            text.Append('"');
        return "quotes around all";
    }

    private static string? Lengthen(StringBuilder text, Chance chance)
    {
        var length = chance.Pick([100, 5000, 40_000, 140_000]);
        var at = chance.Below(text.Length + 1);
        text.Insert(at, new string(chance.Pick(['x', ' ', ',', '\n', '"', 'é', '東']), length));
        return $"{length} more at {at}";
    }

    private static string? Hint(StringBuilder text, Chance chance)
    {
        var hint = chance.Pick(["sep=;\r\n", "sep=,\n", "SEP=\t\r", "sep=a\n", "sep=\0\n", "sep= \r\n", "sep=é\n"]);
        text.Insert(0, hint);
        return hint.TrimEnd();
    }
}
