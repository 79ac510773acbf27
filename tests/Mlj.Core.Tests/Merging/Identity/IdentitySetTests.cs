using System.Globalization;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Testing;
using Mlj.Values;

namespace Mlj.Tests.Merging.Identity;

/// <summary>Suggestions on the sets of invented people that others made.</summary>
public class IdentitySetTests
{
    [SharedFact]
    public void Find_InTheSharedSets_KeepsItsPromises()
    {
        foreach (var set in new[] { "set1", "set2" })
        {
            var records = Read(Path.Combine(Repository.SharedFolder!, "identity", set));
            var figures = records.Measure(records.Merge());
            var told = $"{set}: {figures}";
            Assert.True(figures is { SurePrecision: >= 0.99, Precision: >= 0.8, Recall: >= 0.95, Mixed: 0 }, told);
        }
    }

    private static SchoolRecords Read(string folder)
    {
        var people = Table(Path.Combine(folder, "truth.csv")).ToDictionary(row => row["row_id"], row => int.Parse(row["person_id"].AsSpan(1), CultureInfo.InvariantCulture));
        var owners = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var tests = new List<TestResponses>();
        foreach (var test in Table(Path.Combine(folder, "rows.csv")).GroupBy(row => int.Parse(row["test"], CultureInfo.InvariantCulture)).OrderBy(test => test.Key))
        {
            var draft = new TestDraft(test.Key);
            foreach (var row in test)
            {
                draft.Row(row["name"], row["email"], decimal.Parse(row["score"], CultureInfo.InvariantCulture), row["submitted"], phone: row["phone"].Length > 0 ? row["phone"] : null);
                if (EmailAddress.Read(row["email"]) is { } email)
                {
                    if (!owners.TryGetValue(email.Key, out var who))
                        owners[email.Key] = who = [];
                    who.Add(people[row["row_id"]]);
                }
            }
            tests.Add(draft.ToResponses());
        }
        return new SchoolRecords(tests, owners);
    }

    private static IEnumerable<Dictionary<string, string>> Table(string path)
    {
        using var book = SourceFormats.Default.Open(SourceFile.FromPath(path));
        using var reader = book.OpenSheet(0);
        var headings = new List<string>();
        while (reader.Read())
            if (headings.Count == 0)
                headings.AddRange(Enumerable.Range(0, reader.Row.Count).Select(index => reader.Row[index].GetText()));
            else
            {
                var line = new Dictionary<string, string>(StringComparer.Ordinal);
                for (var index = 0; index < headings.Count; index++)
                    line[headings[index]] = reader.Row.TryGet(index + 1, out var cell) ? cell.GetText() : "";
                yield return line;
            }
    }
}
