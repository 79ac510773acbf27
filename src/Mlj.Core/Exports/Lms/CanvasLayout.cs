using Mlj.Tables;

namespace Mlj.Exports.Lms;

/// <summary>Canvas's gradebook: five identity columns, and a row of the points possible below the heading.</summary>
internal sealed class CanvasLayout : LmsLayout
{
    private static readonly string[] Identity = ["Student", "ID", "SIS User ID", "SIS Login ID", "Integration ID", "Root Account", "Section"];

    public override string Name => "canvas";

    public override string Advice => "In Canvas: Grades, Import; a heading without a number becomes a new assignment. Canvas knows people by ID, so lay the results out over its own export.";

    // The four spaces are Canvas's own.
    protected override string MaximaRow => "    Points Possible";

    protected override bool IsIdentity(string heading) => Identity.Contains(heading.Trim(), StringComparer.OrdinalIgnoreCase);

    // Its own rows: which grades are posted by hand, the points possible, and a student for trying things out.
    protected override bool IsPerson(IReadOnlyList<string> identity) =>
        identity[0].Length > 0 && identity[0] != "Student, Test" && !identity[0].TrimStart().StartsWith("Points Possible", StringComparison.Ordinal);

    protected override IReadOnlyList<LmsColumn> IdentityOf(Table results)
    {
        var none = new string?[results.RowCount];
        return [new("Student", Cells(results, ColumnRole.Name)), new("ID", none), new("SIS User ID", none), new("SIS Login ID", Cells(results, ColumnRole.Email)), new("Section", none)];
    }
}
