using Mlj.Architecture.Tests.Reading;

namespace Mlj.Architecture.Tests.Rules;

/// <summary>
/// Finds folders that use each other, directly or through others. Folders are compared with their neighbours, floor by floor of the tree:
/// a sub-folder is a part of its folder (a registry may name the formats beneath it), but two sub-folders of one folder are neighbours,
/// and so are the files in a project's root and its folders.
/// </summary>
internal static class Circles
{
    /// <summary>One line for every circle: <c>Merging -> Recognition (Merger uses TestRecogniser) -> Merging (...)</c>.</summary>
    public static IEnumerable<string> Violations(IReadOnlyList<TypeUse> uses, string root)
    {
        var links = uses
            .SelectMany(use => use.TypesUnder(root).Select(used => new Link(Parts(use.Type, root), Parts(used, root), $"{use.Type.Name} uses {used.Name}")))
            .Where(link => link.From is not null && link.To is not null)
            .ToList();
        var parents = links.SelectMany(link => Ancestors(link.From!)).Distinct().Order(StringComparer.Ordinal);
        return parents.SelectMany(parent => CirclesBelow(parent, links));
    }

    private static IEnumerable<string> CirclesBelow(string parent, List<Link> links)
    {
        var graph = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            if (NodeBelow(parent, link.From!) is not { } from || NodeBelow(parent, link.To!) is not { } to || from == to)
                continue;
            if (!graph.TryGetValue(from, out var targets))
                graph.Add(from, targets = new SortedDictionary<string, string>(StringComparer.Ordinal));
            targets.TryAdd(to, link.Reason);
        }

        var told = new HashSet<string>();
        foreach (var start in graph.Keys)
        {
            // A circle is told once, from its first folder.
            if (!told.Contains(start) && ShortestWayBack(start, graph) is { } way)
            {
                told.UnionWith(way.Select(step => step.Folder));
                yield return $"{start}{string.Concat(way.Select(step => $" -> {step.Folder} ({step.Reason})"))}";
            }
        }
    }

    private static List<(string Folder, string Reason)>? ShortestWayBack(
        string start, SortedDictionary<string, SortedDictionary<string, string>> graph)
    {
        var ways = new Queue<List<(string Folder, string Reason)>>([[]]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var way))
        {
            var at = way.Count == 0 ? start : way[^1].Folder;
            if (!graph.TryGetValue(at, out var targets))
                continue;
            foreach (var (to, reason) in targets)
            {
                List<(string Folder, string Reason)> longer = [.. way, (to, reason)];
                if (to == start)
                    return longer;
                if (seen.Add(to))
                    ways.Enqueue(longer);
            }
        }
        return null;
    }

    /// <summary>The folder directly below the parent that a folder is or lies in; the root's own files are a neighbour of its folders.</summary>
    private static string? NodeBelow(string parent, string[] folder)
    {
        var depth = parent.Length == 0 ? 0 : parent.Split('.').Length;
        if (folder.Length <= depth)
            return depth == 0 ? "(root)" : null;
        var path = string.Join('.', folder[..depth]);
        return path == parent ? string.Join('.', folder[..(depth + 1)]) : null;
    }

    private static IEnumerable<string> Ancestors(string[] folder) =>
        Enumerable.Range(0, folder.Length + 1).Select(length => string.Join('.', folder[..length]));

    private static string[]? Parts(Type type, string root) =>
        type.Namespace == root ? []
        : type.Namespace?.StartsWith(root + ".", StringComparison.Ordinal) == true ? type.Namespace[(root.Length + 1)..].Split('.')
        : null;

    private sealed record Link(string[]? From, string[]? To, string Reason);
}
