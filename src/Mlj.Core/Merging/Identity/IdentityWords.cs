using System.Text.Json;

namespace Mlj.Merging.Identity;

/// <summary>The word lists of <c>words.json</c>: providers of mail, titles, letters that look alike.</summary>
internal sealed class IdentityWords
{
    private static readonly Lazy<IdentityWords> Loaded = new(Load);

    // The letters of other alphabets, and at the same place the Latin letter that each looks like.
    private readonly string _letters, _alikes;

    private IdentityWords(JsonElement root)
    {
        Providers = [.. Texts(root.GetProperty("providers"))];
        DotsDoNotCount = [.. Texts(root.GetProperty("dots_do_not_count"))];
        GeneralLocalParts = new TextNumbers(Texts(root.GetProperty("general_local_parts")));
        Titles = new TextNumbers(Texts(root.GetProperty("titles")));
        Generations = [.. Texts(root.GetProperty("generations"))];
        foreach (var each in root.GetProperty("same_provider").EnumerateObject())
            SameProvider.Add(each.Name, each.Value.GetString()!);
        var (letters, alikes) = ("", "");
        foreach (var each in root.GetProperty("look_alikes").EnumerateObject())
            (letters, alikes) = (letters + each.Name[0], alikes + each.Value.GetString()![0]);
        (_letters, _alikes) = (letters, alikes);
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
