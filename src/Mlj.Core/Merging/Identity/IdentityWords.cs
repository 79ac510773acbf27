using System.Collections.Frozen;
using System.Text.Json;

namespace Mlj.Merging.Identity;

/// <summary>The word lists of <c>words.json</c>: providers of mail, titles, letters that look alike.</summary>
internal sealed class IdentityWords
{
    private static readonly Lazy<IdentityWords> Loaded = new(Load);

    private IdentityWords(JsonElement root)
    {
        Providers = Texts(root.GetProperty("providers"));
        SameProvider = root.GetProperty("same_provider").EnumerateObject().ToFrozenDictionary(each => each.Name, each => each.Value.GetString()!, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        DotsDoNotCount = Texts(root.GetProperty("dots_do_not_count")).GetAlternateLookup<ReadOnlySpan<char>>();
        GeneralLocalParts = Texts(root.GetProperty("general_local_parts")).GetAlternateLookup<ReadOnlySpan<char>>();
        Titles = Texts(root.GetProperty("titles"));
        TitlesBySpan = Titles.GetAlternateLookup<ReadOnlySpan<char>>();
        LookAlikes = root.GetProperty("look_alikes").EnumerateObject().ToFrozenDictionary(each => each.Name[0], each => each.Value.GetString()![0]);
    }

    public static IdentityWords Instance => Loaded.Value;

    /// <summary>Domains at which anybody can have an address.</summary>
    public FrozenSet<string> Providers { get; }

    /// <summary>Domains that are another name of the same mailboxes.</summary>
    public FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> SameProvider { get; }

    /// <summary>Providers that deliver <c>a.b</c> and <c>ab</c> into one mailbox.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DotsDoNotCount { get; }

    /// <summary>What stands before the at sign of many addresses of nobody in particular.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GeneralLocalParts { get; }

    /// <summary>Words beside a name that are no part of it.</summary>
    public FrozenSet<string> Titles { get; }

    /// <inheritdoc cref="Titles"/>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TitlesBySpan { get; }

    /// <summary>Letters of other alphabets by the Latin letter they look like.</summary>
    public FrozenDictionary<char, char> LookAlikes { get; }

    private static IdentityWords Load()
    {
        using var stream = typeof(IdentityWords).Assembly.GetManifestResourceStream("Mlj.Merging.Identity.words.json")!;
        using var document = JsonDocument.Parse(stream);
        return new IdentityWords(document.RootElement);
    }

    private static FrozenSet<string> Texts(JsonElement array) => array.EnumerateArray().Select(each => each.GetString()!).ToFrozenSet(StringComparer.Ordinal);
}
