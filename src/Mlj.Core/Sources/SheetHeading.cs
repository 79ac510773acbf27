namespace Mlj.Sources;

/// <summary>A sheet's name and whether a person sees it.</summary>
/// <param name="Name">The name; for a format without sheets, whose cells are mostly texts, the file's name: numbers that stand in it as text count as numbers in a <c>TableReader</c>.</param>
/// <param name="IsVisible">Whether the sheet is shown when the file is opened.</param>
public sealed record SheetHeading(string Name, bool IsVisible = true);
