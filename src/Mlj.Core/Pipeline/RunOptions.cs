namespace Mlj.Pipeline;

/// <summary>How a plan is run on a table that it may not have been made for.</summary>
public sealed record RunOptions
{
    /// <summary>Columns by their exact names only, and all steps or none.</summary>
    public static RunOptions Exact { get; } = new();

    /// <summary>
    /// Whether a name that the table does not have stands for its counterpart: the only column of the role (and test) that the name speaks
    /// for, otherwise the only one of the same words. False by default. Each such column is among <see cref="Run.Mappings"/>.
    /// </summary>
    public bool MapColumns { get; init; }

    /// <summary>
    /// Whether steps that cannot be done are left out, with those that name a column which such a step would have made. False by default:
    /// all or nothing. What was left out is among <see cref="Run.Skipped"/>.
    /// </summary>
    public bool SkipMisfits { get; init; }
}
