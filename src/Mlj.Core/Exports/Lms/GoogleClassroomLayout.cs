using Mlj.Tables;

namespace Mlj.Exports.Lms;

/// <summary>The table that Google Classroom hands out, with the names in two columns and a row of the points below the heading.</summary>
internal sealed class GoogleClassroomLayout : LmsLayout
{
    private static readonly string[] Identity = ["Last Name", "First Name", "Email Address"];

    public override string Name => "google";

    public override string Advice => "Google Classroom has no import of its own; a sheet or an add-on that reads its table takes this one.";

    protected override string MaximaRow => "Points";

    protected override bool IsIdentity(string heading) => Identity.Contains(heading.Trim(), StringComparer.OrdinalIgnoreCase);

    protected override IReadOnlyList<LmsColumn> IdentityOf(Table results)
    {
        var names = Cells(results, ColumnRole.Name);
        return [new("Last Name", [.. names.Select(name => Cut(name).Last)]), new("First Name", [.. names.Select(name => Cut(name).First)]), new("Email Address", Cells(results, ColumnRole.Email))];
    }

    // Nothing tells which of several words is the family name; the last one is the commonest.
    private static (string? First, string? Last) Cut(string? name) =>
        name?.LastIndexOf(' ') is > 0 and var space ? (name[..space], name[(space + 1)..]) : (name, null);
}
