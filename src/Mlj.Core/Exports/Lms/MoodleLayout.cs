using Mlj.Tables;

namespace Mlj.Exports.Lms;

/// <summary>Moodle's import of grades from CSV, which maps a column of addresses or numbers to users, and each score to a grade item.</summary>
internal sealed class MoodleLayout : LmsLayout
{
    private static readonly string[] Identity = ["First name", "Last name", "Surname", "Full name", "Username", "ID number", "Institution", "Department", "Email address"];

    public override string Name => "moodle";

    public override string Advice => "In Moodle: Grades, Import, CSV file; map 'Email address' to the user's address and each score to its grade item with a maximum of 100.";

    protected override bool IsIdentity(string heading) => Identity.Contains(heading.Trim(), StringComparer.OrdinalIgnoreCase);

    protected override IReadOnlyList<LmsColumn> IdentityOf(Table results) =>
        [new("Full name", Cells(results, ColumnRole.Name)), new("Email address", Cells(results, ColumnRole.Email))];
}
