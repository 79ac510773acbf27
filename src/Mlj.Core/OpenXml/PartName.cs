namespace Mlj.OpenXml;

/// <summary>
/// Names of parts, written in one way: small letters, forward slashes, no slash in front, nothing that climbs out of the package.
/// Tools disagree on all four.
/// </summary>
internal static class PartName
{
    /// <summary>The one spelling of a name.</summary>
    public static string Normalise(string name)
    {
        var text = name.Contains('%') ? Uri.UnescapeDataString(name) : name;
        text = text.Replace('\\', '/').ToLowerInvariant();
        if (text.Length > 0 && text[0] is not ('/' or '.') && !text.Contains("//", StringComparison.Ordinal) && !text.Contains("/.", StringComparison.Ordinal))
            return text;
        var kept = new List<string>();
        foreach (var step in text.Split('/'))
        {
            if (step is "" or ".")
                continue;
            if (step is not "..")
                kept.Add(step);
            else if (kept.Count > 0)
                kept.RemoveAt(kept.Count - 1);
        }
        return string.Join('/', kept);
    }

    /// <summary>The name that a relationship of <paramref name="source"/> means by <paramref name="target"/>.</summary>
    /// <param name="source">The part's normalised name; empty for the package itself.</param>
    /// <param name="target">The target as it is written: absolute, or seen from the folder of the part.</param>
    public static string Resolve(string source, string target) =>
        Normalise(target.StartsWith('/') || target.StartsWith('\\') ? target : Folder(source) + target);

    /// <summary>The name of the part that holds the relationships of a part; of the package for an empty name.</summary>
    public static string OfRelationships(string source)
    {
        var folder = Folder(source);
        return $"{folder}_rels/{source[folder.Length..]}.rels";
    }

    private static string Folder(string part) => part[..(part.LastIndexOf('/') + 1)];
}
