using Mlj.Exports.Lms;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Tables;
using Mlj.Testing;
using Mlj.Values;

namespace Mlj.Tests.Exports.Lms;

public sealed class LmsLayoutTests
{
    private static readonly Table Results = new(
        new Column.Texts("Full Name", ["Amina Torvald", "Bruno Castellan", "Dana O'Fennel", "Zoe Ferrant"]) { Role = ColumnRole.Name },
        new Column.Texts("Email", ["amina.torvald@example.org", "bruno@home.example", null, "zoe@example.org"]) { Role = ColumnRole.Email },
        new Column.Numbers("Test 1 Score", [75.5m, 0, null, 90]) { Role = ColumnRole.Score, Test = 1, Format = NumberFormat.Percentage },
        new Column.Numbers("Tests Taken", [1, 1, 0, 1]) { Role = ColumnRole.TestsTaken },
        new Column.Numbers("Final Average", [80, 40, null, 91]) { Role = ColumnRole.Average, Format = NumberFormat.Percentage },
        new Column.Numbers("Mock (SYNTHETIC)", [1, 2, 3, 4]) { Role = ColumnRole.Synthetic },
        new Column.Texts("Status", ["PASS", "FAIL", "FAIL", "PASS"]) { Role = ColumnRole.Status });

    [Theory]
    [InlineData("moodle", "Full name|Email address|Test 1 Score|Final Average", "Amina Torvald|amina.torvald@example.org|75.50|80.00")]
    [InlineData("canvas", "Student|ID|SIS User ID|SIS Login ID|Section|Test 1 Score|Final Average", "    Points Possible|||||100.00|100.00")]
    [InlineData("google", "Last Name|First Name|Email Address|Test 1 Score|Final Average", "Points|||100.00|100.00")]
    public void Of_ResultsAlone_HasTheSystemsColumnsAndNothingInvented(string name, string heading, string first)
    {
        var laid = LmsLayout.Find(name)!.Of(Results);
        Assert.Equal(heading, string.Join('|', laid.Table.Columns.Select(column => column.Name)));
        Assert.Equal(first, Line(laid.Table, 0));
        Assert.Equal(Results.RowCount + (name == "moodle" ? 0 : 1), laid.Table.RowCount);
        Assert.Contains("'Mock (SYNTHETIC)'", Assert.Single(laid.Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AMoodleGradebook_KeepsItsPeopleAndFindsThemByAddressThenByName()
    {
        var laid = LmsLayout.Find("moodle")!.Of(Results, new LmsOptions { Gradebook = Gradebook("moodle-gradebook.csv"), OtherEmails = [("bruno.castellan@example.com", "bruno@home.example")] });
        Assert.Equal("First name|Surname|ID number|Institution|Department|Email address|Test 1 Score|Final Average", string.Join('|', laid.Table.Columns.Select(column => column.Name)));
        Assert.Equal(
            [
                "Amina|Torvald|20401|Example College|Physics|amina.torvald@example.org|75.50|80.00",
                "Bruno|Castellan|20402|Example College|Physics|bruno.castellan@example.com|0.00|40.00",
                "Dana|O'Fennel|20403|||dana.ofennel@example.com||",
            ], Enumerable.Range(0, laid.Table.RowCount).Select(row => Line(laid.Table, row)));
        Assert.Equal(["lms_columns_left_out", "lms_matched_by_name", "lms_not_in_results", "lms_not_in_gradebook"], laid.Notes.Select(note => note.Code));
        Assert.StartsWith("1 found in the gradebook by name alone; look at them before you import: Dana O'Fennel.", laid.Notes[1].Message, StringComparison.Ordinal);
        Assert.StartsWith("2 of the gradebook without a result; these rows are left out: Élodie Brisant; Farid Noor-Hale.", laid.Notes[2].Message, StringComparison.Ordinal);
        Assert.StartsWith("1 in the results but not in the gradebook; they cannot be imported: Zoe Ferrant.", laid.Notes[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ACanvasGradebook_LeavesItsOwnRowsOut()
    {
        var laid = LmsLayout.Find("canvas")!.Of(Results, new LmsOptions { Gradebook = Gradebook("canvas-gradebook-manual-posting.csv") });
        Assert.Equal(
            [
                "    Points Possible||||100.00|100.00",
                "Torvald, Amina|501|amina.torvald@example.org|Physics 3B|75.50|80.00",
                "Castellan, Bruno|502|bruno.castellan@example.com|Physics 3B|0.00|40.00",
            ], Enumerable.Range(0, laid.Table.RowCount).Select(row => Line(laid.Table, row)));
        Assert.DoesNotContain("Test", string.Join(' ', laid.Notes.Where(note => note.Code == "lms_not_in_results").Select(note => note.Message)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Namesakes_PlacesNobodyByName()
    {
        var twins = new Table(
            new Column.Texts("Full Name", ["Ada Moor", "Ada Moor"]) { Role = ColumnRole.Name },
            new Column.Numbers("Test 1 Score", [10, 90]) { Role = ColumnRole.Score, Test = 1 });
        var gradebook = new Table(new Column.Texts("First name", ["Ada"]), new Column.Texts("Surname", ["Moor"]), new Column.Texts("Email address", ["ada@example.org"]));
        var laid = LmsLayout.Find("moodle")!.Of(twins, new LmsOptions { Gradebook = gradebook });
        Assert.Equal(0, laid.Table.RowCount);
        Assert.Equal(["lms_not_in_results", "lms_not_in_gradebook"], laid.Notes.Select(note => note.Code));
    }

    [Fact]
    public void Of_TwoWhoShareAnAddress_FindsThemByName()
    {
        var siblings = new Table(
            new Column.Texts("Full Name", ["Luke Quill", "Rose Quill"]) { Role = ColumnRole.Name },
            new Column.Texts("Email", ["mum@example.org", "mum@example.org"]) { Role = ColumnRole.Email },
            new Column.Numbers("Test 1 Score", [10, 90]) { Role = ColumnRole.Score, Test = 1, Format = NumberFormat.Percentage });
        var gradebook = new Table(new Column.Texts("First name", ["Rose", "Luke"]), new Column.Texts("Surname", ["Quill", "Quill"]), new Column.Texts("Email address", ["mum@example.org", "mum@example.org"]));
        var laid = LmsLayout.Find("moodle")!.Of(siblings, new LmsOptions { Gradebook = gradebook });
        Assert.Equal(["Rose|Quill|mum@example.org|90.00", "Luke|Quill|mum@example.org|10.00"], Enumerable.Range(0, laid.Table.RowCount).Select(row => Line(laid.Table, row)));
        Assert.Equal(["lms_matched_by_name"], laid.Notes.Select(note => note.Code));
    }

    [Fact]
    public void Of_AFileThatIsNoGradebook_SaysSoAndUsesTheResults()
    {
        var laid = LmsLayout.Find("canvas")!.Of(Results, new LmsOptions { Gradebook = new Table(new Column.Texts("Colour", ["red"])) });
        Assert.Equal(5, laid.Table.RowCount);
        Assert.Contains(laid.Notes, note => note is { Code: "lms_no_identity", Level: NoteLevel.Review });
    }

    private static Table Gradebook(string file) => TableReader.Read(SourceFile.FromPath(Repository.PathOf("tests", "data", "exports", file))).Table;

    private static string Line(Table table, int row) => string.Join('|', table.Columns.Select(column => column.Show(table.Order[row])));
}
