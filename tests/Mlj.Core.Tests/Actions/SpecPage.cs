using System.Globalization;
using System.Text.RegularExpressions;
using Mlj.Tables;
using Mlj.Testing;
using Mlj.Tests.Merging;

namespace Mlj.Tests.Actions;

/// <summary>
/// A page of <c>specs/actions</c>: its examples, each with a table before, a plan, and a table after or the problem that stops the plan.
/// </summary>
internal sealed partial class SpecPage
{
    private SpecPage(string action, IReadOnlyList<SpecExample> examples)
    {
        Action = action;
        Examples = examples;
    }

    /// <summary>The action that the page's heading names.</summary>
    public string Action { get; }

    public IReadOnlyList<SpecExample> Examples { get; }

    /// <summary>The names of all pages, without extension.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Repository.PathOf("specs", "actions"), "*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static SpecPage Read(string name)
    {
        var lines = File.ReadAllLines(Repository.PathOf("specs", "actions", name + ".md"));
        var examples = new List<SpecExample>();
        string? section = null;
        List<string[]> before = [], after = [];
        var plan = "";
        var problem = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (line == "## Before")
                    Finish();
                section = line[3..];
                Assert.Contains(section, (string[])["Before", "Plan", "After", "Problem"]);
            }
            else if (section is "Before" or "After" && line.StartsWith('|'))
                (section == "Before" ? before : after).Add(Cells(line));
            else if (section == "Plan" && !line.StartsWith("```", StringComparison.Ordinal))
                plan += line + "\n";
            else if (section == "Problem" && line.StartsWith("    ", StringComparison.Ordinal))
                problem += line.Trim();
        }
        Finish();
        return new SpecPage(lines[0].TrimStart('#', ' '), examples);

        void Finish()
        {
            if (before.Count > 0)
                examples.Add(new SpecExample(TableOf(before), plan, after.Count > 0 ? [after[0], .. after.Skip(2)] : null, problem.Length > 0 ? problem : null));
            (before, after, plan, problem) = ([], [], "", "");
        }
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    private static Table TableOf(List<string[]> lines)
    {
        var rows = lines.Skip(2).ToList();
        if (rows.Exists(row => Array.Exists(row, cell => cell.Contains(';'))))
            return Merged(lines[0], rows);
        return new Table([.. lines[0].Select((name, index) => ColumnOf(name, [.. rows.Select(row => row[index].Length == 0 ? null : row[index])]))]);
    }

    /// <summary>A table that was merged of attempts: a cell with several scores, parted by semicolons, is of somebody with several attempts.</summary>
    private static Table Merged(string[] headings, List<string[]> rows)
    {
        var drafts = new List<TestDraft>();
        for (var column = 2; column < headings.Length; column++)
        {
            var draft = new TestDraft(int.Parse(TestScore().Match(headings[column]).Groups[1].Value, CultureInfo.InvariantCulture));
            foreach (var row in rows)
                foreach (var (minute, score) in row[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Index())
                    draft.Row(row[0], row[1], decimal.Parse(score, CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"2026-03-01 10:{minute:00}"));
            drafts.Add(draft);
        }
        return TestDraft.Merge([.. drafts]).Table;
    }

    private static Column ColumnOf(string name, string?[] cells)
    {
        var test = TestScore().Match(name);
        if (!test.Success && cells.Any(cell => cell is not null && !decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _)))
            return new Column.Texts(name, cells);
        var numbers = Array.ConvertAll(cells, cell => cell is null ? (decimal?)null : decimal.Parse(cell, CultureInfo.InvariantCulture));
        return test.Success
            ? new Column.Numbers(name, numbers) { Role = ColumnRole.Score, Test = int.Parse(test.Groups[1].Value, CultureInfo.InvariantCulture), Format = NumberFormat.Percentage }
            : new Column.Numbers(name, numbers);
    }

    [GeneratedRegex("^Test ([0-9]+) Score$")]
    private static partial Regex TestScore();
}
