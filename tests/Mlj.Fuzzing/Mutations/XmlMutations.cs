using System.Text.RegularExpressions;
using Mlj.Fuzzing.Packages;

namespace Mlj.Fuzzing.Mutations;

/// <summary>Changes the tags and attributes of a part.</summary>
internal static partial class XmlMutations
{
    /// <summary>Changes that leave a well-formed part well-formed.</summary>
    public static IReadOnlyList<Mutation<XmlText>> Sound { get; } =
        [DropElement, RepeatElement, SwapElements, NestElement, RenameElement, ChangeAttribute, ChangeAttribute, ChangeAttribute, DropAttribute, InsertElement, Wrap];

    /// <summary>Changes that mostly break it.</summary>
    public static IReadOnlyList<Mutation<XmlText>> Breaking { get; } = [DropTag, RepeatTag, SwapTags, InsertMarkup, CutTag, RepeatAttribute, Declare];

    private static string? DropElement(XmlText xml, Chance chance)
    {
        if (FindStart(xml, chance) is not { } at)
            return null;
        var tag = xml.Tokens[at];
        xml.Tokens.RemoveRange(at, xml.EndOf(at) - at);
        return $"without {tag}";
    }

    private static string? RepeatElement(XmlText xml, Chance chance)
    {
        if (FindStart(xml, chance) is not { } at)
            return null;
        var element = xml.Tokens.GetRange(at, xml.EndOf(at) - at);
        var times = element.Count > 200 ? 1 : chance.Pick([1, 1, 1, 3, 50]);
        for (var time = 0; time < times; time++)
            xml.Tokens.InsertRange(at, element);
        return $"{times} times more {element[0]}";
    }

    private static string? SwapElements(XmlText xml, Chance chance)
    {
        if (FindStart(xml, chance) is not { } one || FindStart(xml, chance) is not { } two)
            return null;
        var (first, second) = one < two ? (one, two) : (two, one);
        int firstEnd = xml.EndOf(first), secondEnd = xml.EndOf(second);
        if (firstEnd > second)
            return null;
        var said = $"{xml.Tokens[first]} and {xml.Tokens[second]} swapped";
        var tokens = xml.Tokens;
        List<string> swapped = [.. tokens[..first], .. tokens[second..secondEnd], .. tokens[firstEnd..second], .. tokens[first..firstEnd], .. tokens[secondEnd..]];
        tokens.Clear();
        tokens.AddRange(swapped);
        return said;
    }

    private static string? NestElement(XmlText xml, Chance chance)
    {
        if (FindStart(xml, chance) is not { } at || xml.EndOf(at) - at < 2 || FindStart(xml, chance) is not { } other)
            return null;
        var element = xml.Tokens.GetRange(other, xml.EndOf(other) - other);
        if (element.Count > 200)
            return null;
        var said = $"{element[0]} within {xml.Tokens[at]}";
        xml.Tokens.InsertRange(at + 1, element);
        return said;
    }

    private static string? Wrap(XmlText xml, Chance chance)
    {
        if (FindStart(xml, chance) is not { } at)
            return null;
        var times = chance.Pick([1, 1, 5, 70]);
        var said = $"{times} times around {xml.Tokens[at]}";
        xml.Tokens.InsertRange(xml.EndOf(at), Enumerable.Repeat("</w>", times));
        xml.Tokens.InsertRange(at, Enumerable.Repeat("<w>", times));
        return said;
    }

    private static string? RenameElement(XmlText xml, Chance chance)
    {
        if (FindStart(xml, chance) is not { } at || FindStart(xml, chance) is not { } other)
            return null;
        var end = xml.EndOf(at) - 1;
        string name = Name().Match(xml.Tokens[other]).Value, old = Name().Match(xml.Tokens[at]).Value;
        xml.Tokens[at] = Name().Replace(xml.Tokens[at], name, 1);
        if (end > at)
            xml.Tokens[end] = Name().Replace(xml.Tokens[end], name, 1);
        return $"{old} is called {name}";
    }

    private static string? ChangeAttribute(XmlText xml, Chance chance)
    {
        if (FindAttribute(xml, chance) is not var (at, attribute))
            return null;
        var value = chance.OneIn(4) ? ValueOfAnother(xml, chance) : chance.Pick(Nasty.Values).Replace("\"", "&quot;", StringComparison.Ordinal);
        Replace(xml, at, attribute, $" {attribute.Groups[1].Value}=\"{value}\"");
        return $"{attribute.Value} is '{value}'";
    }

    private static string? DropAttribute(XmlText xml, Chance chance)
    {
        if (FindAttribute(xml, chance) is not var (at, attribute))
            return null;
        Replace(xml, at, attribute, "");
        return $"without{attribute.Value}";
    }

    private static string? RepeatAttribute(XmlText xml, Chance chance)
    {
        if (FindAttribute(xml, chance) is not var (at, attribute))
            return null;
        Replace(xml, at, attribute, chance.OneIn(2) ? attribute.Value + attribute.Value : string.Concat(Enumerable.Range(0, 70).Select(number => $" a{number}=\"\"")));
        return $"more of{attribute.Value}";
    }

    private static string? InsertElement(XmlText xml, Chance chance)
    {
        if (FindStart(xml, chance) is not { } at)
            return null;
        string[] sound = [.. Nasty.Markup.Where(markup => markup.StartsWith('<') && markup.EndsWith('>') && markup.Contains('/') && !markup.StartsWith("</", StringComparison.Ordinal) && !markup.StartsWith("<!", StringComparison.Ordinal))];
        var element = chance.Pick(sound);
        xml.Tokens.Insert(at, element);
        return $"{element} at {at}";
    }

    private static string? InsertMarkup(XmlText xml, Chance chance)
    {
        var at = chance.Below(xml.Tokens.Count + 1);
        var markup = chance.Pick(Nasty.Markup);
        xml.Tokens.Insert(at, markup);
        return $"{markup} at {at}";
    }

    private static string? DropTag(XmlText xml, Chance chance)
    {
        if (xml.Tokens.Count == 0)
            return null;
        var at = chance.Below(xml.Tokens.Count);
        var tag = xml.Tokens[at];
        xml.Tokens.RemoveAt(at);
        return $"without the tag {tag}";
    }

    private static string? RepeatTag(XmlText xml, Chance chance)
    {
        if (xml.Tokens.Count == 0)
            return null;
        var at = chance.Below(xml.Tokens.Count);
        xml.Tokens.Insert(at, xml.Tokens[at]);
        return $"twice the tag {xml.Tokens[at]}";
    }

    private static string? SwapTags(XmlText xml, Chance chance)
    {
        if (xml.Tokens.Count == 0)
            return null;
        int one = chance.Below(xml.Tokens.Count), two = chance.Below(xml.Tokens.Count);
        (xml.Tokens[one], xml.Tokens[two]) = (xml.Tokens[two], xml.Tokens[one]);
        return $"the tags {one} and {two} swapped";
    }

    private static string? CutTag(XmlText xml, Chance chance)
    {
        if (xml.Tokens.Count == 0)
            return null;
        var at = chance.Below(xml.Tokens.Count);
        var tag = xml.Tokens[at];
        xml.Tokens[at] = tag[..chance.Below(tag.Length + 1)];
        return $"{tag} cut to {xml.Tokens[at].Length}";
    }

    private static string? Declare(XmlText xml, Chance chance)
    {
        var declaration = $"<?xml version=\"1.0\" encoding=\"{chance.Pick(["UTF-8", "utf-16", "UTF-7", "utf-32", "ISO-8859-1", "us-ascii", "windows-1252", "IBM037", "x", ""])}\"?>";
        if (xml.Tokens is [['<', '?', ..], ..])
            xml.Tokens.RemoveAt(0);
        xml.Tokens.Insert(0, declaration);
        return declaration;
    }

    private static string ValueOfAnother(XmlText xml, Chance chance) => FindAttribute(xml, chance) is var (_, other) ? other.Groups[2].Value : "";

    private static void Replace(XmlText xml, int at, Match attribute, string with) =>
        xml.Tokens[at] = string.Concat(xml.Tokens[at].AsSpan(0, attribute.Index), with, xml.Tokens[at].AsSpan(attribute.Index + attribute.Length));

    private static int? FindStart(XmlText xml, Chance chance)
    {
        // The root is left out: a part without it is nothing at all.
        var places = Enumerable.Range(0, xml.Tokens.Count).Where(at => XmlText.IsStart(xml.Tokens[at])).Skip(1).ToList();
        return places.Count == 0 ? null : chance.Pick(places);
    }

    private static (int At, Match Attribute)? FindAttribute(XmlText xml, Chance chance)
    {
        var places = Enumerable.Range(0, xml.Tokens.Count).Where(at => XmlText.IsStart(xml.Tokens[at]) && xml.Tokens[at].Contains('"')).ToList();
        if (places.Count == 0)
            return null;
        var at = chance.Pick(places);
        var attributes = Attribute().Matches(xml.Tokens[at]);
        return attributes.Count == 0 ? null : (at, chance.Pick(attributes.ToList()));
    }

    [GeneratedRegex("\\s([\\w:.-]+)=\"([^\"]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("(?<=^</?)[^\\s/>]+")]
    private static partial Regex Name();
}
