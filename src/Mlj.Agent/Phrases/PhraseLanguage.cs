using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Phrases;

/// <summary>
/// The words of one language: what they mean to the grammar, and the sentences that answers are made of. A language is a file of data,
/// like those in <c>Languages</c>. Immutable and safe to share between threads.
/// </summary>
public sealed class PhraseLanguage
{
    private PhraseLanguage(string code, Dictionary<string, List<Phrase>> phrases, FrozenDictionary<string, int> numbers, FrozenDictionary<string, int> ordinals,
        string[] owners, FrozenDictionary<string, string> sentences)
    {
        Code = code;
        Phrases = phrases.ToFrozenDictionary(each =>
            each.Key, each => each.Value.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);
        Numbers = numbers;
        Ordinals = ordinals;
        Owners = owners;
        Sentences = sentences;
        Spellings = [.. Phrases.Values.SelectMany(each => each).Where(each => each.Words is [{ Length: >= 4 }]).Select(each => each.Words[0]).Concat(numbers.Keys.Where(word =>
            word.Length >= 4 && !word.Contains(' '))).Distinct()];
        Orders = [.. Phrases.Where(each =>
            each.Value.Any(phrase =>
                phrase.Words.Length == 1
                    && phrase.Means.HasAny(Grammar.Verbs | Grammar.NounVerbs))).Select(each => each.Key).Where(word => word.Length is 3 or 4).Order(StringComparer.Ordinal)];
        Short = [.. Phrases.Keys.Where(word => word.Length == 3 && word.All(char.IsAsciiLetter))];
        Spellings = [.. Spellings.Concat(Phrases.Values.SelectMany(each => each).Where(each =>
            each.Words.Length > 1
                && each.Words[0].Length >= 6).Select(each => each.Words[0])).Distinct().OrderBy(word => word, StringComparer.Ordinal)];
    }

    /// <summary>The languages that come with the library; the first is the one that answers what no language is found for.</summary>
    public static IReadOnlyList<PhraseLanguage> BuiltIn { get; } = [.. ((string[])["en", "fr", "es"]).Select(Embedded)];

    /// <summary>The code of the language, such as <c>en</c>.</summary>
    public string Code { get; }

    /// <summary>Phrases by their first words, the longest first.</summary>
    internal FrozenDictionary<string, Phrase[]> Phrases { get; }

    internal FrozenDictionary<string, int> Numbers { get; }

    internal FrozenDictionary<string, int> Ordinals { get; }

    /// <summary>Words that can stand apart from the verb that they belong to, such as "off" in "take that column off".</summary>
    internal FrozenSet<string> Particles { get; private init; } = FrozenSet<string>.Empty;

    /// <summary>How words for people end.</summary>
    internal string[] PeopleEndings { get; private init; } = [];

    /// <summary>Endings that say whose something is.</summary>
    internal string[] Owners { get; }

    /// <summary>The sentences of answers, by key.</summary>
    internal FrozenDictionary<string, string> Sentences { get; }

    /// <summary>The short words that order something, which a letter left out misspells.</summary>
    internal string[] Orders { get; }

    /// <summary>The words of three letters, which only a swap of two letters misspells.</summary>
    internal string[] Short { get; }

    /// <summary>The words that a misspelt one is held against.</summary>
    internal string[] Spellings { get; }

    /// <summary>Reads a language.</summary>
    /// <param name="json">A JSON document like those in <c>Languages</c>.</param>
    /// <exception cref="FormatException">It is not JSON, or names a meaning that the grammar does not know.</exception>
    public static PhraseLanguage Read(Stream json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("This is no language for phrases: " + error.Message, error);
        }
    }

    private static PhraseLanguage Read(JsonElement root)
    {
        var phrases = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        foreach (var list in root.GetProperty("meanings").EnumerateObject())
        {
            if (!Enum.TryParse<Meaning>(list.Name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var meaning))
                throw new FormatException($"'{list.Name}' is no meaning. The meanings are: {string.Join(", ", Enum.GetNames<Meaning>())}.");
            Add(phrases, list.Value.GetString()!, Meanings.Of(meaning), null, null);
        }
        if (root.TryGetProperty("actions", out var actions))
            foreach (var action in actions.EnumerateObject())
                Add(phrases, action.Value.GetString()!, Meanings.Of(Meaning.Action), action.Name, null);
        if (root.TryGetProperty("choices", out var choices))
            foreach (var choice in choices.EnumerateObject())
                Add(phrases, choice.Value.GetString()!, default, null, choice.Name);
        return new PhraseLanguage(
            root.GetProperty("language").GetString()!, phrases, Counted(root, "numbers"), Counted(root, "ordinals"),
            root.TryGetProperty("owners", out var owners) ? [.. Parted(owners.GetString()!)] : [],
            (root.TryGetProperty("sentences", out var sentences)
            ? sentences.EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetString()!)
            : []).ToFrozenDictionary(StringComparer.Ordinal))
        {
            PeopleEndings = root.TryGetProperty("people_endings", out var endings) ? [.. Parted(endings.GetString()!)] : [],
            Particles = (root.TryGetProperty("particles", out var particles) ? Parted(particles.GetString()!) : []).ToFrozenSet(StringComparer.Ordinal),
        };
    }

    private static void Add(Dictionary<string, List<Phrase>> phrases, string list, Meanings means, string? action, string? setting)
    {
        foreach (var text in Parted(list))
        {
            string[] words = [.. text.Split(' ').Select(word => Tokeniser.Plain(word))];
            if (!phrases.TryGetValue(words[0], out var same))
                phrases[words[0]] = same = [];
            var former = same.FindIndex(each => each.Words.AsSpan().SequenceEqual(words));
            var phrase = former < 0 ? new Phrase(words, default, null, []) : same[former];
            phrase = new Phrase(words, phrase.Means | means, phrase.Action ?? action, setting is null ? phrase.Settings : [.. phrase.Settings, setting]);
            if (former < 0)
                same.Add(phrase);
            else
                same[former] = phrase;
        }
    }

    private static string[] Parted(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static FrozenDictionary<string, int> Counted(JsonElement root, string name) =>
        (root.TryGetProperty(name, out var words)
        ? words.EnumerateObject().ToDictionary(each => Tokeniser.Plain(each.Name), each => each.Value.GetInt32())
        : []).ToFrozenDictionary(StringComparer.Ordinal);

    private static PhraseLanguage Embedded(string code)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Mlj.Agent.Phrases.Languages.{code}.json")!;
        return Read(stream);
    }
}

/// <summary>Words that together mean something.</summary>
internal sealed record Phrase(string[] Words, Meanings Means, string? Action, IReadOnlyList<string> Settings);
