using System.Text.Json;

namespace Mlj.Merging.Identity;

/// <summary>The word lists of <c>words.json</c>: providers of mail, titles, letters that look alike.</summary>
internal sealed class IdentityWords
{
    private static readonly Lazy<IdentityWords> Loaded = new(Load);

    // The letters of other alphabets, and at the same place the Latin letter that each looks like; and what stands on the same key.
    private readonly string _letters, _alikes, _typed, _keys;

    private IdentityWords(JsonElement root)
    {
        Providers = [.. Texts(root.GetProperty("providers"))];
        DotsDoNotCount = [.. Texts(root.GetProperty("dots_do_not_count"))];
        GeneralLocalParts = new TextNumbers(Texts(root.GetProperty("general_local_parts")));
        Titles = new TextNumbers(Texts(root.GetProperty("titles")));
        Generations = [.. Texts(root.GetProperty("generations"))];
        foreach (var each in root.GetProperty("same_provider").EnumerateObject())
            SameProvider.Add(each.Name, each.Value.GetString()!);
        (_letters, _alikes) = Characters(root.GetProperty("look_alikes"));
        (_typed, _keys) = Characters(root.GetProperty("keyboards"));
    }

    public static IdentityWords Instance => Loaded.Value;

    /// <summary>Domains at which anybody can have an address.</summary>
    public HashSet<string> Providers { get; }

    /// <summary>Domains that are another name of the same mailboxes.</summary>
    public Dictionary<string, string> SameProvider { get; } = new(StringComparer.Ordinal);

    /// <summary>Providers that deliver <c>a.b</c> and <c>ab</c> into one mailbox.</summary>
    public HashSet<string> DotsDoNotCount { get; }

    /// <summary>What stands before the at sign of many addresses of nobody in particular.</summary>
    public TextNumbers GeneralLocalParts { get; }

    /// <summary>Words beside a name that are no part of it.</summary>
    public TextNumbers Titles { get; }

    /// <summary>Words behind a name that tell apart those of a family who have it.</summary>
    public HashSet<string> Generations { get; }

    /// <summary>The Latin letter that a letter of another alphabet looks like; null when it looks like none.</summary>
    public char? LatinLike(char letter) => _letters.IndexOf(letter) is >= 0 and var index ? _alikes[index] : null;

    /// <summary>What a Latin keyboard has on the key of a letter of another alphabet; null when that is not known.</summary>
    public char? OnLatinKey(char letter) => _typed.IndexOf(letter) is >= 0 and var index ? _keys[index] : null;

    private static (string From, string To) Characters(JsonElement pairs)
    {
        var (from, to) = ("", "");
        foreach (var each in pairs.EnumerateObject())
            (from, to) = (from + each.Name[0], to + each.Value.GetString()![0]);
        return (from, to);
    }

    private static IdentityWords Load()
    {
        using var stream = typeof(IdentityWords).Assembly.GetManifestResourceStream("Mlj.Merging.Identity.words.json")!;
        using var document = JsonDocument.Parse(stream);
        return new IdentityWords(document.RootElement);
    }

    private static List<string> Texts(JsonElement array)
    {
        var texts = new List<string>(array.GetArrayLength());
        foreach (var text in array.EnumerateArray())
            texts.Add(text.GetString()!);
        return texts;
    }
}
