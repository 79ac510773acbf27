using System.Text.Json;
using Mlj.Merging;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Testing;
using Mlj.Values;

namespace Mlj.Tests.Recognition;

/// <summary>A file of every tool, from bytes to percentages, against what a person read in it.</summary>
public class ExportFormatTests
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static readonly Dictionary<string, SourceColumnRole> Roles = new(StringComparer.Ordinal)
    {
        ["name"] = SourceColumnRole.Name,
        ["first_name"] = SourceColumnRole.FirstName,
        ["last_name"] = SourceColumnRole.LastName,
        ["email"] = SourceColumnRole.Email,
        ["phone"] = SourceColumnRole.Phone,
        ["submitted"] = SourceColumnRole.Submitted,
        ["score"] = SourceColumnRole.Score,
        ["percentage"] = SourceColumnRole.Percentage,
        ["correct"] = SourceColumnRole.Correct,
        ["incorrect"] = SourceColumnRole.Incorrect,
        ["attempt"] = SourceColumnRole.Attempt,
    };

    private static readonly Dictionary<string, ExpectedExport> Expected =
        JsonSerializer.Deserialize<List<ExpectedExport>>(File.ReadAllText(Repository.PathOf("tests", "data", "exports", "expected.json")), SnakeCase)!
            .ToDictionary(each => each.File, StringComparer.Ordinal);

    public static TheoryData<string> Tests => [.. Expected.Values.Where(each => each.Reason is null).Select(each => each.File)];

    public static TheoryData<string> Polls => [.. Expected.Values.Where(each => each.Reason is not null).Select(each => each.File)];

    [Fact]
    public void Exports_InTheFolder_AreAllExpected() =>
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Repository.PathOf("tests", "data", "exports")).Select(Path.GetFileName)
            .Where(file => file is not ("expected.json" or "README.md")).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tests))]
    public void Columns_OfAnExport_HaveTheirRoles(string file)
    {
        var expected = Expected[file];
        var test = Assert.Single(Compile(file).Consolidation.Tests);

        Assert.Equal(expected.Sheet ?? file, test.Sheet);
        Assert.Equal(expected.HeaderRow, test.HeaderRow);
        CompareColumns(expected, test.Columns);
        if (expected.MaxScore is { } maximum)
        {
            Assert.Equal(maximum, test.Maximum);
            Assert.False(test.IsMaximumAssumed);
        }
        else
            Assert.Equal(!expected.SaysPercentages, test.IsMaximumAssumed);
        Assert.All(test.Columns, column => Assert.NotEmpty(column.Why));
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public void People_OfAnExport_AreThoseWhoSatTheTest(string file)
    {
        var expected = Expected[file];
        var compilation = Compile(file);
        var placed = compilation.Participants.SelectMany(participant => participant.Attempts).ToDictionary(attempt => attempt.Response.Row);
        var known = expected.People.Where(person => person.Name is not null || person.Email is not null).ToList();

        Assert.Equal(known.Select(person => person.Row), placed.Keys.Order());
        foreach (var person in known)
        {
            var response = placed[person.Row].Response;
            Assert.Equal((person.Row, person.Name, person.Email), (person.Row, response.Name, response.Email?.Typed.Trim()));
            CompareScore(person, response, expected);
        }

        var setAside = compilation.Ledger.NotPlaced.Where(entry => !placed.ContainsKey(entry.Place.Row!.Value)).ToList();
        Assert.Equal(expected.NotPeopleRows.Concat(expected.People.Except(known).Select(person => person.Row)).Order(), setAside.Select(entry => entry.Place.Row!.Value).Order());
        Assert.All(setAside, entry => Assert.Equal(Disposition.Quarantined, entry.Disposition));
        Assert.Equal(expected.People.Count + expected.NotPeopleRows.Length, Assert.Single(compilation.Ledger.Files).RowsRead);
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public void Dates_InAScoreColumn_AreAQuestionAndNoScore(string file)
    {
        var expected = Expected[file];
        var faults = Compile(file).Participants.SelectMany(participant => participant.Attempts)
            .Where(attempt => attempt.Response.Fault?.Contains("holds a date", StringComparison.Ordinal) == true).Select(attempt => attempt.Response.Row);

        Assert.Equal(expected.DateInScoreRows ?? [], faults.Order());
    }

    [Theory]
    [MemberData(nameof(Polls))]
    public void Export_WithoutAScore_IsRefusedWithItsColumns(string file)
    {
        var expected = Expected[file];
        var refused = Assert.Single(Compile(file).Refused);
        Assert.Equal("no_score_column", refused.Problem.Code);
        Assert.All(expected.Columns.Values.Take(1), heading => Assert.Contains(heading, refused.Problem.Remedy, StringComparison.Ordinal));

        var inspection = new ResultsCompiler().Inspect(PathOf(file));
        Assert.Null(inspection.Test);
        Assert.Equal(expected.HeaderRow, inspection.Layout.HeaderRow);
        CompareColumns(expected, inspection.Layout.Columns);
    }

    [Theory]
    [InlineData("not-a-workbook.xlsx")]
    [InlineData("truncated.xlsx")]
    [InlineData("empty.xlsx")]
    [InlineData("heading-only.xlsx", "no_rows")]
    [InlineData("no-cells.xlsx", "empty_file")]
    [InlineData("no-test.csv", "no_score_column", "no_person_column")]
    [InlineData("old.xls")]
    [InlineData("password.xlsx")]
    [InlineData("page.xls")]
    public void StrangeFile_OfAnyKind_IsRefusedAndTheOthersGoOn(string file, params string[] codes)
    {
        var compilation = new ResultsCompiler().Compile([Repository.PathOf("tests", "data", "strange", file), Repository.PathOf("tests", "data", "exports", "google-forms.csv")]);

        var refused = Assert.Single(compilation.Refused);
        Assert.Equal(file, refused.File);
        if (codes.Length > 0)
            Assert.Contains(refused.Problem.Code, codes);
        Assert.NotEmpty(refused.Problem.Remedy);
        Assert.Equal(5, compilation.Participants.Count);
    }

    private static Compilation Compile(string file) => new ResultsCompiler().Compile([PathOf(file)]);

    private static SourceFile PathOf(string file) => SourceFile.FromPath(Repository.PathOf("tests", "data", "exports", file));

    private static void CompareColumns(ExpectedExport expected, IReadOnlyList<RecognisedColumn> columns) =>
        Assert.Equal(
            expected.Columns.Select(each => (Role: Roles[each.Key], Heading: each.Value.Trim())).OrderBy(each => each.Role),
            columns.Where(column => Roles.ContainsValue(column.Role)).Select(column => (column.Role, column.Heading)).OrderBy(each => each.Role));

    private static void CompareScore(ExpectedPerson person, Response response, ExpectedExport expected)
    {
        if (person.Points is null)
            Assert.Null(response.Score);
        else if (person.Percent is { } percent)
            Assert.Equal(percent, Rounding.HalfAwayFromZero(response.Score!.Value.Percentage, 4));
        else
            Assert.Equal(person.Points, response.Score!.Value.Points);
        if (!expected.SaysPercentages)
            Assert.Equal(person.Points, response.RawPoints);
    }

    private sealed record ExpectedExport(
        string File, string? Sheet, int HeaderRow, Dictionary<string, string> Columns, decimal? MaxScore, int[] NotPeopleRows, List<ExpectedPerson> People, int[]? DateInScoreRows, string? Reason)
    {
        /// <summary>Whether percentages are known although the points are of nobody knows how many.</summary>
        public bool SaysPercentages => MaxScore is null && People.Exists(person => person.Percent is not null);
    }

    private sealed record ExpectedPerson(int Row, string? Name, string? Email, decimal? Points, decimal? Percent);
}
