using Mlj.Merging.Identity;
using Figures = Mlj.Tests.Merging.Identity.SchoolRecords.Figures;

namespace Mlj.Tests.Merging.Identity;

/// <summary>
/// Suggestions measured on people that the weights were not made from. The floors are below what is found today by a margin for chance, not by
/// one for decay: docs/decisions/0011 has the figures.
/// </summary>
public class InventedSchoolTests
{
    public static TheoryData<string, double, double> Mixes => new()
    {
        { "ordinary", 0.95, 0.96 },
        { "small class", 0.93, 0.95 },
        { "no phones", 0.95, 0.9 },
        { "families", 0.88, 0.96 },
        { "common names", 0.93, 0.95 },
        { "common names, no phones", 0.9, 0.68 },
        { "numbered addresses", 0.93, 0.97 },
        { "sparse attendance", 0.82, 0.96 },
        { "two tests", 0.82, 0.95 },
        { "sloppy", 0.95, 0.9 },
        { "namesakes", 0.92, 0.96 },
    };

    [Theory]
    [MemberData(nameof(Mixes))]
    public void Find_InInventedSchools_KeepsItsPromises(string mix, double precision, double recall)
    {
        var sum = new Figures(0, 0, 0, 0, 0, 0);
        for (var seed = 101; seed <= 105; seed++)
        {
            var records = Of(mix, seed).Write();
            sum += records.Measure(records.Merge());
        }
        var told = $"{mix}: {sum}";
        Assert.True(sum.True > 60, told);
        Assert.True(sum.SurePrecision >= 0.99, told);
        Assert.True(sum.Mixed <= sum.Sure / 100, told);
        Assert.True(sum.Precision >= precision, told);
        Assert.True(sum.Recall >= recall, told);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(2000)]
    [InlineData(8000)]
    public void Of_AnyNumberOfPeople_ComparesAFewPairsAPerson(int people)
    {
        // The names are few, so that namesakes grow with the square; blocks of common names are passed over.
        var candidates = new Population(new InventedSchool(5) { People = people, Names = (30, 60) }.Write().Merge().Participants).Candidates;
        Assert.InRange(candidates.Count, people / 10, people * 25);
    }

    [Theory]
    [InlineData("ordinary")]
    [InlineData("sloppy")]
    [InlineData("namesakes")]
    public void CanBeSuggested_OfACandidateThatCannot_NeverHidesASuggestion(string mix)
    {
        var population = new Population(Of(mix, 101).Write().Merge().Participants);
        var hidden = population.Candidates.Where(pair => !population.CanBeSuggested(pair.One, pair.Other)).ToList();
        Assert.NotEmpty(hidden);
        Assert.All(hidden, pair => Assert.True(population.Compare(pair.One, pair.Other).Strength < EvidenceWeights.Review));
    }

    [Fact]
    public void Of_WhatThousandsShare_ComparesNobody()
    {
        var school = new TestDraft(1);
        for (var index = 0; index < 3000; index++)
            school.Row("Student Name", FormattableString.Invariant($"{(char)('a' + (index % 26))}{index * 7919 % 10007}{(char)('a' + (index % 23))}@example.org"), 50, phone: "0199 345 6781");
        var participants = TestDraft.Merge(school).Participants;
        Assert.Equal(3000, participants.Count);
        Assert.True(new Population(participants).Candidates.Count < 3000);
    }

    [Fact]
    public void Of_AnySlipInOneLetter_IsACandidate()
    {
        const string Address = "adaquillfeather";
        for (var at = 1; at < Address.Length - 1; at++)
            foreach (var slip in new[] { Address.Remove(at, 1), Address.Insert(at, "x"), Address[..at] + "x" + Address[(at + 1)..], Address[..at] + Address[at + 1] + Address[at] + Address[(at + 2)..] })
                if (slip != Address)
                    Assert.Single(new Population(TestDraft.Merge(new TestDraft(1).Row(null, $"{Address}@example.org", 1), new TestDraft(2).Row(null, $"{slip}@example.org", 2)).Participants).Candidates);
    }

    private static InventedSchool Of(string mix, int seed) => mix switch
    {
        "ordinary" => new(seed),
        "small class" => new(seed) { People = 60, Slips = 0.25 },
        "no phones" => new(seed) { NoPhone = 1 },
        "families" => new(seed) { Siblings = 0.3, Twins = 0.3 },
        "common names" => new(seed) { Names = (25, 40) },
        "common names, no phones" => new(seed) { Names = (25, 40), NoPhone = 1 },
        "numbered addresses" => new(seed) { Numbered = 0.9 },
        "sparse attendance" => new(seed) { Attendance = 0.35 },
        "two tests" => new(seed) { Tests = 2, Attendance = 0.6 },
        "sloppy" => new(seed) { Slips = 0.5, Spellings = 0.7, NewPhone = 0.2, NoPhone = 0.3, SecondAddresses = 0.2 },
        "namesakes" => new(seed) { Namesakes = 0.1 },
        _ => throw new ArgumentOutOfRangeException(nameof(mix), mix, null),
    };
}
