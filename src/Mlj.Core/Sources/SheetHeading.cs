namespace Mlj.Sources;

/// <summary>A sheet's name and whether a person sees it.</summary>
/// <param name="Name">The name; for a format without sheets the file's name.</param>
/// <param name="IsVisible">Whether the sheet is shown when the file is opened.</param>
public sealed record SheetHeading(string Name, bool IsVisible = true);
