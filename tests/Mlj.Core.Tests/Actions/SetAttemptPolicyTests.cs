using System.Globalization;
using Mlj.Actions;
using Mlj.Merging;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Tests.Merging;

namespace Mlj.Tests.Actions;

public class SetAttemptPolicyTests
{
    [Fact]
    public void Set_OnAThousandRandomMerges_AgreesWithTheOracleAndWithAnotherMerge()
    {
        int cells = 0, changed = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var chance = new Random(seed);
            var (people, tests, maximum) = (chance.Next(1, 7), chance.Next(1, 4), chance.Next(2) == 0 ? 7 : 20);
            var sat = new Dictionary<(int Person, int Test), List<(int Minute, int? Points)>>();
            var drafts = new List<TestDraft>();
            for (var test = 1; test <= tests; test++)
            {
                var draft = new TestDraft(test, maximum: maximum);
                for (var row = chance.Next(1, 14); row > 0; row--)
                {
                    // Every row has a minute of its own, not in the order of the rows.
                    var (person, minute, points) = (chance.Next(people), (row * 17) % 60, chance.Next(7) == 0 ? (int?)null : chance.Next(maximum + 1));
                    draft.Row($"Person {person}", $"person{person}@example.org", points, string.Create(CultureInfo.InvariantCulture, $"2026-03-01 10:{minute:00}"));
                    if (!sat.TryGetValue((person, test), out var attempts))
                        sat[(person, test)] = attempts = [];
                    attempts.Add((minute, points));
                }
                drafts.Add(draft);
            }
            var (former, rule) = ((AttemptPolicy)chance.Next(4), (AttemptRule)chance.Next(4));
            var merged = TestDraft.Merge(new MergeOptions { Attempts = former }, [.. drafts]);
            var again = TestDraft.Merge(new MergeOptions { Attempts = (AttemptPolicy)(int)rule }, [.. drafts]);
            // Twice, to show that the way back and forth is open.
            var run = new Plan([new SetAttemptPolicy { Policy = (AttemptRule)chance.Next(4) }, new SetAttemptPolicy { Policy = rule }]).Run(merged.Table, BuiltInActions.Catalog);
            Assert.True(run.IsDone, string.Join(' ', run.Problems));
            for (var stored = 0; stored < merged.Participants.Count; stored++)
                for (var test = 1; test <= tests; test++)
                {
                    var person = int.Parse(merged.Participants[stored].Name.Split(' ')[1], CultureInfo.InvariantCulture);
                    var score = ((Column.Numbers)run.Result.Find(RandomClass.Heading(test - 1))!).Number(stored);
                    RandomClass.Near(Counts(sat.GetValueOrDefault((person, test), []), rule, maximum), score, $"seed {seed}, person {person}, test {test}, {rule}");
                    Assert.Equal(again.Table.Find(RandomClass.Heading(test - 1))![stored].Number, score);
                    cells++;
                    changed += score == merged.Table.Find(RandomClass.Heading(test - 1))![stored].Number ? 0 : 1;
                }
        }
        Assert.True(cells > 5000 && changed > 500, $"{changed} of {cells} cells changed.");
    }

    [Fact]
    public void Set_OnSamplesOfFiles_EqualsTheMergeUnderThePolicy()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var best = new ResultsCompiler(new CompilerOptions { Policy = Plan.Empty }).Compile(new RandomBatch(seed).Files);
            foreach (var rule in Enum.GetValues<AttemptRule>())
                if (best.Consolidation.Tests.Count > 0)
                    Assert.True(TableDiff.Between(
                        best.With(best.Options with { Merge = best.Options.Merge with { Attempts = (AttemptPolicy)(int)rule } }).Table,
                        RandomClass.After(new SetAttemptPolicy { Policy = rule }, best.Table)).IsEmpty, $"seed {seed}, {rule}");
        }
    }

    [Fact]
    public void Rules_OfTablesAndMerges_HaveTheSameNames() => Assert.Equal(Enum.GetNames<AttemptPolicy>(), Enum.GetNames<AttemptRule>());

    [Fact]
    public void Set_APolicy_TellsWhatChangedAndWhy()
    {
        var run = RandomClass.Run(new SetAttemptPolicy { Policy = AttemptRule.Average }, Merged());
        Assert.Equal(
            [
                "Test 1 Score: 1 of 2 scores changed, because the mean of all attempts counts.",
                "Test 2 Score: 0 of 2 scores changed, because the mean of all attempts counts.",
                "By the policy of the merge the best attempt counts, and the ledger and the list of retakes still tell of that. To have them say the same, merge with the policy 'average'.",
            ], run.Steps[0].Notes.Select(note => note.Message));
        Assert.Equal("Of 3 attempts (40 %, none, 60 %) the mean counts: 50 %.", run.Explain("Test 1 Score", 0));
        Assert.Equal("The only attempt at test 1: 70 %.", run.Explain("Test 1 Score", 1));
        var latest = RandomClass.Run(new SetAttemptPolicy { Policy = AttemptRule.First, ScoreColumns = ["Test 1 Score"] }, Merged());
        Assert.Equal("Of 3 attempts (40 %, none, 60 %) the first counts: 40 %.", latest.Explain("Test 1 Score", 0));
        Assert.Same(latest.Start.Find("Test 2 Score"), latest.Result.Find("Test 2 Score"));
        Assert.Equal(["40.00", "70.00"], Enumerable.Range(0, 2).Select(latest.Result.Find("Test 1 Score")!.Show));
        Assert.Equal(2, RandomClass.Run(new SetAttemptPolicy { Policy = AttemptRule.Best }, Merged()).Steps[0].Notes.Count);
    }

    [Fact]
    public void Set_UnderAnotherNameAndAfterAFilter_Works()
    {
        var table = Merged().Renamed("Test 1 Score", "Oral").Ordered(RowOrder.Of([1, 0])).Without("Email");
        var result = RandomClass.After(new SetAttemptPolicy { Policy = AttemptRule.First }, table);
        Assert.Equal(["Full Name", "Oral", "Test 2 Score"], result.Columns.Select(column => column.Name));
        Assert.Equal(40, result[1, 1].Number);
    }

    [Fact]
    public void Check_WhatCannotBe_IsSaid()
    {
        var set = new SetAttemptPolicy { Policy = AttemptRule.First };
        Assert.Equal("This table does not know the attempts behind its scores: it was not merged here but read from a sheet, or its people were redacted. Merge the tests' files with the attempt policy that should hold.",
            RandomClass.Refusal(set, new Table(new Column.Numbers("Test 1 Score", [40]) { Role = ColumnRole.Score, Test = 1 })));
        Assert.Equal("The scores of 'Test 1 Score' were changed by an earlier step, which would be lost. Put 'set_attempt_policy' before it.",
            RandomClass.Refusal(set, RandomClass.After(new RoundScores { ScoreColumns = ["Test 1 Score"] }, Merged())));
        Assert.Equal("The table has results of the scores as they are: Final Average. Put 'set_attempt_policy' before the steps that compute them, or remove them first.",
            RandomClass.Refusal(set, RandomClass.After(new AddAverage(), Merged())));
        Assert.Equal("'Tests Taken' is not the score of a merged test. Name columns of tests in 'score_columns'.",
            RandomClass.Refusal(set with { ScoreColumns = ["Tests Taken"] }, RandomClass.After(new CountTests(), Merged())));
    }

    private static Table Merged() => TestDraft.Merge(
        new TestDraft(1).Row("Ada Quill", "ada@example.org", 40, "2026-03-01 10:00").Row("Ada Quill", "ada@example.org", 60, "2026-03-02 10:00").Row("Ada Quill", "ada@example.org", null, "2026-03-01 11:00").Row("Ben Torvald", "ben@example.org", 70, "2026-03-01 10:00"),
        new TestDraft(2).Row("Ada Quill", "ada@example.org", 90, "2026-04-01 10:00")).Table;

    private static Fraction? Counts(List<(int Minute, int? Points)> attempts, AttemptRule rule, int maximum)
    {
        var scored = attempts.Where(attempt => attempt.Points is not null).OrderBy(attempt => attempt.Minute).Select(attempt => attempt.Points!.Value).ToList();
        if (scored.Count == 0)
            return null;
        return rule switch
        {
            AttemptRule.First => new Fraction(scored[0] * 100, maximum),
            AttemptRule.Latest => new Fraction(scored[^1] * 100, maximum),
            AttemptRule.Average => new Fraction(scored.Sum() * 100, maximum * scored.Count),
            _ => new Fraction(scored.Max() * 100, maximum),
        };
    }
}
