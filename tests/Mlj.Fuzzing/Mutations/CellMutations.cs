using System.Security;
using Mlj.Fuzzing.Packages;

namespace Mlj.Fuzzing.Mutations;

/// <summary>Changes what cells say, and leaves the file well-formed.</summary>
internal static class CellMutations
{
    private static readonly string[] Types = ["s", "n", "b", "e", "d", "str", "inlineStr"];

    public static IReadOnlyList<Mutation<XmlText>> All { get; } = [ChangeText, ChangeText, ChangeText, CopyText, RepeatText, ChangeType, ChangeStyle, Escape];

    private static string? ChangeText(XmlText xml, Chance chance)
    {
        if (FindText(xml, chance) is not { } at)
            return null;
        var text = chance.Pick(Nasty.Cells);
        xml.Tokens[at] = SecurityElement.Escape(text);
        return $"text {at} is '{text}'";
    }

    private static string? CopyText(XmlText xml, Chance chance)
    {
        if (FindText(xml, chance) is not { } from || FindText(xml, chance) is not { } to)
            return null;
        xml.Tokens[to] = xml.Tokens[from];
        return $"text {to} is that of {from}";
    }

    private static string? RepeatText(XmlText xml, Chance chance)
    {
        if (FindText(xml, chance) is not { } at)
            return null;
        var times = chance.Pick([2, 10, 100, 2000, 33_000]);
        var length = Math.Min(xml.Tokens[at].Length, 40);
        xml.Tokens[at] = string.Concat(Enumerable.Repeat(xml.Tokens[at][..length], times));
        return $"text {at} {times} times";
    }

    private static string? ChangeType(XmlText xml, Chance chance)
    {
        if (FindCell(xml, chance) is not { } at)
            return null;
        var type = chance.Pick(Types);
        xml.Tokens[at] = SetAttribute(xml.Tokens[at], "t", type);
        return $"cell {at} is of type {type}";
    }

    private static string? ChangeStyle(XmlText xml, Chance chance)
    {
        if (FindCell(xml, chance) is not { } at)
            return null;
        var style = chance.Below(8);
        xml.Tokens[at] = SetAttribute(xml.Tokens[at], "s", $"{style}");
        return $"cell {at} has style {style}";
    }

    // The same text in other letters, which any reader takes for the same.
    private static string? Escape(XmlText xml, Chance chance)
    {
        if (FindText(xml, chance) is not { } at)
            return null;
        var text = xml.Tokens[at];
        if (text.Contains('&') || text.Any(char.IsSurrogate) || text.Length > 1000)
            return null;
        xml.Tokens[at] = chance.Below(3) switch
        {
            0 => string.Concat(text.Select(letter => $"&#{(int)letter};")),
            1 => $"<![CDATA[{text}]]>",
            _ => string.Concat(text.Select(letter => $"_x{(int)letter:X4}_")),
        };
        return $"text {at} is written as {xml.Tokens[at][..Math.Min(12, xml.Tokens[at].Length)]}...";
    }

    private static int? FindText(XmlText xml, Chance chance)
    {
        var places = Enumerable.Range(0, xml.Tokens.Count).Where(at => !XmlText.IsTag(xml.Tokens[at])).ToList();
        return places.Count == 0 ? null : chance.Pick(places);
    }

    private static int? FindCell(XmlText xml, Chance chance)
    {
        var places = Enumerable.Range(0, xml.Tokens.Count).Where(at => xml.Tokens[at].StartsWith("<c ", StringComparison.Ordinal) || xml.Tokens[at].StartsWith("<x:c ", StringComparison.Ordinal)).ToList();
        return places.Count == 0 ? null : chance.Pick(places);
    }

    private static string SetAttribute(string tag, string name, string value)
    {
        var at = tag.IndexOf($" {name}=\"", StringComparison.Ordinal);
        if (at < 0)
            return tag.Insert(tag.IndexOf(' ', StringComparison.Ordinal), $" {name}=\"{value}\"");
        var start = at + name.Length + 3;
        var end = tag.IndexOf('"', start);
        return end < 0 ? tag : string.Concat(tag.AsSpan(0, start), value, tag.AsSpan(end));
    }
}
