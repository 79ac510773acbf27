using Mlj.Architecture.Tests.Reading;

namespace Mlj.Architecture.Tests.Rules;

/// <summary>A folder uses only what stands on a floor below it, and every folder has a floor.</summary>
internal static class Floors
{
    public static IEnumerable<string> Violations(IReadOnlyList<TypeUse> uses, string root, IReadOnlyList<Floor> floors)
    {
        var heights = floors.ToDictionary(floor => floor.Folder, floor => floor.Height);
        foreach (var use in uses)
        {
            if (FolderOf(use.Type, root) is not { } folder || !heights.TryGetValue(folder, out var height))
            {
                yield return $"{use.Type.FullName} stands in a namespace without a floor";
                continue;
            }
            foreach (var used in use.TypesUnder(root))
            {
                var below = FolderOf(used, root)!;
                if (below != folder && heights.TryGetValue(below, out var other) && other >= height)
                    yield return $"{use.Type.FullName} (floor {height}) uses {used.FullName} (floor {other})";
            }
        }
    }

    private static string? FolderOf(Type type, string root) =>
        type.Namespace == root ? ""
        : type.Namespace?.StartsWith(root + ".", StringComparison.Ordinal) == true ? type.Namespace[(root.Length + 1)..].Split('.')[0]
        : null;
}
