namespace Mlj.Sources.Xlsx;

/// <summary>A sheet of a workbook and the part that holds it.</summary>
/// <param name="Heading">What the workbook says about it.</param>
/// <param name="Part">The part's name; null when the workbook names none that exists.</param>
internal sealed record SheetPart(SheetHeading Heading, string? Part);
