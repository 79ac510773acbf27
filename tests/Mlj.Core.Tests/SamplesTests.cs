using System.Globalization;
using System.Text.Json;
using Mlj.Merging;
using Mlj.Sources;
using Mlj.Tables;
using Mlj.Testing;
using Mlj.Tests.Actions;

namespace Mlj.Tests;

public class SamplesTests
{
    [Theory]
    [InlineData(AttemptPolicy.Best)]
    [InlineData(AttemptPolicy.Latest)]
    [InlineData(AttemptPolicy.First)]
    [InlineData(AttemptPolicy.Average)]
    public void Compile_TheSamples_GivesEveryExpectedParticipant(AttemptPolicy policy)
    {
        var results = Samples.Compile(policy);
        var expected = Samples.Expected.GetProperty("policies").GetProperty(policy.ToString().ToLowerInvariant());
        Assert.Empty(results.Refused);
        Assert.Equal(expected.Each("participants").Select(each => each.Text("key")).Order(), results.Participants.Select(each => each.Email!).Order());
        foreach (var line in expected.Each("participants"))
        {
            var stored = Stored(results, line.Text("key"));
            foreach (var score in line.GetProperty("scores").EnumerateObject())
                Assert.True(IsNear(results.Table.Find($"Test {score.Name} Score")![stored].Number, score.Value.GetString()), $"{line.Text("key")}, test {score.Name}");
            Assert.Equal(line.Number("tests_taken").ToString(CultureInfo.InvariantCulture), Show("Tests Taken"));
            Assert.Equal(line.GetProperty("assignment_score").GetDecimal().ToString("F1", CultureInfo.InvariantCulture), Show("Assignment Score"));
            Assert.Equal(line.GetProperty("final_average").GetDecimal().ToString("F2", CultureInfo.InvariantCulture), Show("Final Average"));
            Assert.Equal(line.Text("status"), Show("Status"));

            string Show(string column) => results.Table.Find(column)!.Show(stored);
        }
        var verdicts = results.Table.Find("Status")!;
        Assert.Equal((expected.Number("passed"), expected.Number("failed")),
            (results.Table.Order.Stored.Count(stored => verdicts.Show(stored) == "PASS"), results.Table.Order.Stored.Count(stored => verdicts.Show(stored) == "FAIL")));
    }

    [Theory]
    [InlineData(AttemptPolicy.Best)]
    [InlineData(AttemptPolicy.Latest)]
    [InlineData(AttemptPolicy.First)]
    [InlineData(AttemptPolicy.Average)]
    public void Compile_TheSamples_FillsTheLedgerAsExpected(AttemptPolicy policy)
    {
        var results = Samples.Compile(policy);
        var total = results.Ledger.Total;
        var retakes = Samples.Expected.Number("retakes");
        var superseded = policy == AttemptPolicy.Average ? 0 : retakes;
        Assert.Equal(
            (Samples.Expected.Number("rows"), Samples.Expected.Number("duplicate_rows"), superseded, 0, Samples.Expected.Number("blank_rows")),
            (total.RowsRead, total.Duplicates, total.Superseded, total.Quarantined, total.Blank));
        Assert.Equal(total.RowsRead - total.Duplicates - superseded, total.Placed);
        Assert.All(results.Ledger.Files, file => Assert.True(file.Balances));
        Assert.Equal(retakes, results.Consolidation.Retakes.Count);
        foreach (var duplicate in Samples.Expected.Each("duplicates"))
        {
            var entry = results.Ledger.NotPlaced.Single(each => each.Disposition == Disposition.Duplicate);
            Assert.Equal((duplicate.Text("file"), duplicate.Number("row")), (entry.Place.File, entry.Place.Row));
            Assert.Contains($"row {duplicate.Number("same_as_row")} of '{duplicate.Text("file")}'", entry.Reason, StringComparison.Ordinal);
        }
        foreach (var expected in Samples.Expected.Each("attempts"))
        {
            var retake = results.Consolidation.Retakes.Single(each => each.Participant.Email == expected.Text("key"));
            Assert.Equal(expected.Number("test"), retake.Test);
            Assert.Equal(
                expected.Each("attempts").Select(each => (each.Number("row"), each.GetProperty("submitted").GetDateTime(), each.Text("score"))),
                retake.Kept.Concat(retake.Superseded).OrderBy(each => each.Response.Row).Select(each => (each.Response.Row, each.Response.Submitted!.Value, each.Response.Score!.Value.ToString())));
        }
    }

    [Fact]
    public void Compile_TheSamples_RecognisesEveryTest()
    {
        var results = Samples.Compile();
        foreach (var expected in Samples.Expected.Each("files"))
        {
            var test = results.Consolidation.Tests.Single(each => each.File == expected.Text("file"));
            Assert.Equal((expected.Number("test"), expected.Text("sheet"), expected.Number("max_score"), expected.Number("rows")), (test.Number, test.Sheet, (int)test.Maximum, test.Rows));
            Assert.False(test.IsMaximumAssumed);
        }
        Assert.Equal(Samples.Expected.Number("invalid_addresses"), results.Notes.Count(note => note.Code == "invalid_address"));
    }

    [Fact]
    public void Compile_TheSamples_ShowsASpellingThatOccurs()
    {
        var results = Samples.Compile();
        foreach (var person in Samples.Expected.Each("people"))
        {
            var participant = results.Participants[Stored(results, person.Text("key"))];
            Assert.Contains(participant.Name, person.Each("names").Select(name => name.GetString()));
            Assert.Equal(person.Each("typed").Select(typed => typed.GetString()).Distinct().Order(), participant.Attempts.Select(attempt => attempt.Response.Email!.Typed).Distinct().Order());
        }
    }

    [Fact]
    public void Compile_TheSamplesInAnyOrder_GivesTheSameTable()
    {
        var expected = Samples.Compile().Table;
        for (var seed = 0; seed < 5; seed++)
        {
            var paths = Samples.Paths.ToArray();
            new Random(seed).Shuffle(paths);
            Assert.True(TableDiff.Between(expected, new ResultsCompiler().Compile(paths).Table).IsEmpty);
        }
    }

    [Fact]
    public void Compile_TheSamplesWithDecisions_GivesThePeople()
    {
        var pairs = Samples.Expected.Each("probably_one_person").Select(pair => new SamePerson(pair[0].GetString()!, pair[1].GetString()!)).ToList();
        var results = new ResultsCompiler(new CompilerOptions { Merge = new MergeOptions { SamePeople = pairs } }).Compile(Samples.Paths);
        Assert.Equal(Samples.Expected.Number("keys") - pairs.Count, results.Participants.Count);
        Assert.All(pairs, pair => Assert.Equal([pair.Email, pair.OtherEmail], results.Participants.Single(each => each.Emails.Contains(pair.Email)).Emails.Order().OrderByDescending(email => email == pair.Email)));
        Assert.Equal(Samples.Expected.Number("rows"), results.Ledger.Total.RowsRead);
    }

    [Fact]
    public void Compile_TheSamples_SuggestsThePeopleWithTwoAddressesAndNobodyElse()
    {
        var expected = Samples.Expected.Each("probably_one_person").Select(pair => string.Join(' ', pair.EnumerateArray().Select(email => email.GetString()).Order(StringComparer.Ordinal)));
        var suggestions = Samples.Compile().Consolidation.Suggestions;
        Assert.Equal(expected.Order(StringComparer.Ordinal), suggestions.Select(each => string.Join(' ', new[] { each.Email, each.OtherEmail }.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
        Assert.All(suggestions, each => Assert.NotEmpty(each.Evidence));
    }

    [Fact]
    public void Write_SuggestionsAndRejections_AreOnTheSheets()
    {
        var results = Samples.Compile();
        var suggestion = results.Consolidation.Suggestions[0];
        var review = ResultsBook.Of(results).Sheets.Single(sheet => sheet.Name == "Review").Table;
        var lines = review.Order.Stored.Select(stored => string.Join(" | ", review.Columns.Select(column => column.Show(stored)))).ToList();
        Assert.Contains(lines, line => line.StartsWith($"one person? (sure) | {suggestion.Email} and {suggestion.OtherEmail} | {suggestion.Evidence[0]}; ", StringComparison.Ordinal));

        var rejected = new ResultsCompiler(new CompilerOptions { Merge = new MergeOptions { DifferentPeople = [suggestion.Reject()] } }).Compile(Samples.Paths);
        Assert.Equal(results.Consolidation.Suggestions.Count - 1, rejected.Consolidation.Suggestions.Count);
        var about = ResultsBook.Of(rejected).Sheets.Single(sheet => sheet.Name == "About").Table;
        Assert.Contains(about.Order.Stored, stored => about.Columns[0].Show(stored) == "Two people by decision" && about.Columns[1].Show(stored) == suggestion.Email);
    }

    [SharedFact]
    public void Compile_TheSharedSamples_SuggestsEverySplitPersonAndMixesNobody()
    {
        var people = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.SharedFolder!, "samples", "truth", "people.json"))).RootElement.Each("people").ToList();
        var owners = people.SelectMany(person => person.Each("emails").Select(email => (Email: email.GetString()!, Person: person.Text("person_id")))).ToDictionary(each => each.Email, each => each.Person);
        var suggestions = CompileShared(AttemptPolicy.Latest).Consolidation.Suggestions;
        var right = suggestions.Where(each => owners[each.Email] == owners[each.OtherEmail]).ToList();
        Assert.All(suggestions.Where(each => each.Band == SuggestionBand.Sure), each => Assert.Contains(each, right));
        Assert.True(right.Count >= suggestions.Count * 0.8, string.Join(Environment.NewLine, suggestions));

        var results = CompileShared(AttemptPolicy.Latest, [.. right.Select(each => each.Accept())]);
        Assert.Equal(people.Count, results.Participants.Count);
        Assert.All(results.Participants, participant => Assert.Single(participant.Emails.Select(email => owners[email]).Distinct()));
    }

    [Fact]
    public void Explain_AParticipant_TellsScoresTiersAndVerdict()
    {
        var results = Samples.Compile(AttemptPolicy.Latest);
        var jonas = results.Participants[Stored(results, "jonas.ekstrom@example.net")];
        Assert.Equal(
            "'Optics & Sound TEST 2 MARCH, 2026.xlsx', sheet 'Responses', row 20, column F: 18/24 = 75 %, does not count: a later attempt, the one in row 6 of 'Optics & Sound TEST 2 MARCH, 2026.xlsx', counts. "
            + "'Optics & Sound TEST 2 MARCH, 2026.xlsx', sheet 'Responses', row 6, column F: 11/24 = 45.8333 %.",
            results.Explain(jonas, "Test 2 Score"));
        Assert.Matches("^[0-9] of 5 tests completed with a score above 0 \\([0-9]+ %\\), mean of the completed [0-9.]+: (from|below) [0-9]+ %: .* = [0-9.]+\\.$", results.Explain(jonas, "Assignment Score"));
        Assert.EndsWith(" is below 50.", results.Explain(jonas, "Status"), StringComparison.Ordinal);
        Assert.Null(results.Explain(jonas, "Full Name"));
        Assert.Null(results.Explain(jonas, "Nothing"));
        var others = Samples.Compile(AttemptPolicy.Best);
        Assert.Null(results.Explain(others.Participants[Stored(others, "jonas.ekstrom@example.net")], "Status"));
        var missing = results.Participants.First(each => each.PercentageOf(1) is null);
        Assert.Equal("No row of test 1 is this participant's.", results.Explain(missing, "Test 1 Score"));
    }

    [SharedFact]
    public void Compile_TheSharedSamples_GivesTheUnmergedTable()
    {
        var results = CompileShared(AttemptPolicy.Latest);
        var expected = SharedTable("expected_unmerged_latest.csv");
        Assert.Equal(expected.Select(line => line["email"]).Order(), results.Participants.Select(each => each.Email!).Order());
        foreach (var line in expected)
        {
            var stored = Stored(results, line["email"]);
            for (var test = 1; test <= 5; test++)
                Assert.Equal(line[$"Test {test}"], OneDecimal(results.Participants[stored].PercentageOf(test)));
            AssertComputed(line, results, stored);
        }
    }

    [SharedFact]
    public void Compile_TheSharedSamples_GivesThePeopleOnceDecisionsAreMade()
    {
        var people = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.SharedFolder!, "samples", "truth", "people.json"))).RootElement.Each("people").ToList();
        var decisions = people.SelectMany(person => person.Each("emails").Skip(1).Select(email => new SamePerson(person.Each("emails").First().GetString()!, email.GetString()!))).ToList();
        Assert.NotEmpty(decisions);
        foreach (var policy in Enum.GetValues<AttemptPolicy>())
        {
            var results = CompileShared(policy, decisions);
            var expected = SharedTable($"expected_{policy.ToString().ToLowerInvariant()}.csv");
            Assert.Equal(expected.Count, results.Participants.Count);
            foreach (var line in expected)
            {
                var stored = results.Participants.ToList().FindIndex(each => each.Emails.Contains(line["email"]));
                Assert.True(stored >= 0, line["email"]);
                for (var test = 1; test <= 5; test++)
                    AssertNear(line[$"Test {test}"], results.Participants[stored].PercentageOf(test));
                AssertComputed(line, results, stored);
            }
        }
    }

    private static Compilation CompileShared(AttemptPolicy policy, IReadOnlyList<SamePerson>? decisions = null) =>
        new ResultsCompiler(new CompilerOptions { Merge = new MergeOptions { Attempts = policy, SamePeople = decisions ?? [] } })
            .Compile(Directory.GetFiles(Path.Combine(Repository.SharedFolder!, "samples"), "*.xlsx").Order(StringComparer.Ordinal));

    /// <summary>Expected means were made of percentages at one decimal, so that they may be off by half of that.</summary>
    private static void AssertNear(string expected, decimal? actual)
    {
        Assert.Equal(expected.Length > 0, actual is not null);
        if (actual is { } value)
            Assert.InRange(value - decimal.Parse(expected, CultureInfo.InvariantCulture), -0.051m, 0.051m);
    }

    private static void AssertComputed(Dictionary<string, string> line, Compilation results, int stored)
    {
        var table = results.Table;
        Assert.Equal((line["tests_taken"], line["assignment_score"], line["status"]), (table.Find("Tests Taken")!.Show(stored), table.Find("Assignment Score")!.Show(stored), table.Find("Status")!.Show(stored)));
        AssertNear(line["final_average"], table.Find("Final Average")![stored].Number);
    }

    /// <summary>The rows of an expected table by heading; empty cells are empty texts.</summary>
    private static List<Dictionary<string, string>> SharedTable(string name)
    {
        using var book = SourceFormats.Default.Open(SourceFile.FromPath(Path.Combine(Repository.SharedFolder!, "samples", "truth", name)));
        using var reader = book.OpenSheet(0);
        var headings = new List<string>();
        var lines = new List<Dictionary<string, string>>();
        while (reader.Read())
            if (headings.Count == 0)
                headings.AddRange(Enumerable.Range(0, reader.Row.Count).Select(index => reader.Row[index].GetText()));
            else
                lines.Add(headings.Select((heading, index) => (heading, Text: reader.Row.TryGet(index + 1, out var cell) ? cell.GetText() : "")).ToDictionary(pair => pair.heading, pair => pair.Text));
        Assert.NotEmpty(lines);
        return lines;
    }

    private static string OneDecimal(decimal? value) => value is { } number ? decimal.Round(number, 1, MidpointRounding.AwayFromZero).ToString("F1", CultureInfo.InvariantCulture) : "";

    private static int Stored(Compilation results, string email)
    {
        var stored = results.Participants.ToList().FindIndex(each => each.Email == email);
        Assert.True(stored >= 0, $"{email} is not in the result.");
        return stored;
    }

    /// <summary>Whether a percentage is points of a maximum such as 13/17 to fifteen digits; both may be missing.</summary>
    private static bool IsNear(decimal? percentage, string? share)
    {
        if (share is null || percentage is null)
            return share is null && percentage is null;
        var parts = share.Split('/');
        var exact = new Fraction(int.Parse(parts[0], CultureInfo.InvariantCulture) * 100, int.Parse(parts[1], CultureInfo.InvariantCulture));
        return Math.Abs(percentage.Value - exact.ToDecimal()) < 1e-15m;
    }
}
