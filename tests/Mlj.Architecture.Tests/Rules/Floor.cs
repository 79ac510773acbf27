namespace Mlj.Architecture.Tests.Rules;

/// <summary>A folder of a project and how high it stands. Folders of one floor do not use each other.</summary>
/// <param name="Height">0 is the ground.</param>
/// <param name="Folder">The folder below the project's root; empty for the root itself. Its sub-folders belong to it.</param>
internal readonly record struct Floor(int Height, string Folder)
{
    /// <summary>Mlj.Core from the ground up.</summary>
    public static readonly IReadOnlyList<Floor> OfCore =
    [
        new(0, "Values"),
        new(1, "Tables"), new(1, "OpenXml"),
        new(2, "Formulas"),
        new(3, "Sources"), new(3, "Exports"),
        new(4, "Recognition"),
        new(5, "Merging"),
        new(6, "Pipeline"),
        new(7, "Actions"), new(7, "Questions"),
        new(8, ""),
    ];
}
