namespace Mlj.Pipeline;

/// <summary>Bands of the policy that formulas of the workbook look up.</summary>
/// <param name="Title">What the bands are.</param>
/// <param name="FromName">The name of the cells with the lower bounds.</param>
/// <param name="GivesName">The name of the cells with what each band gives.</param>
/// <param name="Bands">The bands by rising lower bounds; all give numbers or all give text.</param>
internal sealed record PolicyScale(string Title, string FromName, string GivesName, IReadOnlyList<PolicyBand> Bands);
