using System.Globalization;
using Mlj.Exports;
using Mlj.Exports.Xlsx;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj;

public static partial class ResultsBook
{
    private const int MostNearTheMark = 20;

    private static ExportSheet Summary(Compilation results, Facts facts, bool isOpen, int notes)
    {
        var tests = facts.Table.Columns.OfType<Column.Numbers>().Where(column => column is { Role: ColumnRole.Score, Test: not null }).ToList();
        var sections = new List<ExportSection> { AtAGlance(results, facts, notes), NeedsALook(results, isOpen) };
        var charts = new List<ExportChart>();
        if (facts.Verdict is { } verdict && isOpen && NearTheMark(facts, verdict) is { } near)
            sections.Add(near);
        if (facts.Headline is { } headline && Spread(facts, headline) is { } spread)
        {
            sections.Add(spread);
            charts.Add(new ExportChart($"How {headline.Name} spreads", $"Histogram of {headline.Name}: {Told(spread, "People", "people")}.", spread, spread.Table.Columns[0].Name, "People", "People"));
        }
        if (Comparison(facts, tests) is { } comparison)
        {
            sections.Add(comparison);
            charts.Add(new ExportChart("The tests beside each other", $"Mean of each test in percent: {Told(comparison, "Mean", "percent")}.", comparison, "Test", "Mean", "Mean in percent")
            {
                Maximum = tests.All(test => facts.StatisticsOf(test) is { Mean: >= 0 and <= 100 } or { Mean: null }) ? 100 : null,
            });
        }
        var count = results.Consolidation.Tests.Select(test => test.Number).Distinct().Count();
        return new ExportSheet("Summary", sections)
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Results of {Counted(count, "test", "tests")}, {Counted(facts.Table.RowCount, "person", "people")}"),
            Charts = charts,
        };
    }

    private static ExportSection AtAGlance(Compilation results, Facts facts, int notes)
    {
        var lines = new List<Figure>();
        var formulas = new Dictionary<(int, string), ExportFormula>();
        var total = results.Ledger.Total;
        Add("Participants", facts.Table.RowCount, null, facts.Table.Columns.Count > 0 && facts.Cells(facts.Table.Columns[0]) is { } rows ? $"ROWS({rows})" : null);
        Add("Tests", results.Consolidation.Tests.Select(test => test.Number).Distinct().Count());
        if (facts.Headline is { } headline && facts.StatisticsOf(headline) is { Count: > 0 } statistics)
        {
            var cells = facts.Cells(headline);
            var boundaries = headline.Format.Boundaries;
            AddFigure($"{headline.Name}: mean", statistics.Mean!.Value, "AVERAGE", statistics.Missing > 0 ? string.Create(CultureInfo.InvariantCulture, $"of {statistics.Count}; {statistics.Missing} without one left out") : "of all participants");
            AddFigure($"{headline.Name}: median", Median(facts.Table.Order.Present(headline)), "MEDIAN", "half are at or above it");
            if (statistics.StandardDeviation is { } deviation)
                AddFigure($"{headline.Name}: SD", deviation, "STDEV", "standard deviation of the sample");
            AddFigure($"{headline.Name}: highest", statistics.Maximum!.Value, "MAX");
            AddFigure($"{headline.Name}: lowest", statistics.Minimum!.Value, "MIN");

            void AddFigure(string what, decimal value, string function, string? remark = null) =>
                Add(what, value, remark, cells is null ? null : $"{function}({cells})", Math.Max(2, (int)Rounding.Honest(value, 2, boundaries).Scale));
        }
        if (facts.Verdict is { } verdict)
        {
            var (passed, failed) = (0, 0);
            for (var row = 0; row < facts.Table.RowCount; row++)
            {
                var word = verdict.Status.Text(facts.Table.Order.At(row));
                passed += word == verdict.Judged.PassedText ? 1 : 0;
                failed += word == verdict.Judged.FailedText ? 1 : 0;
            }
            var cells = CanBeCounted(verdict.Judged.PassedText) && CanBeCounted(verdict.Judged.FailedText) ? facts.Cells(verdict.Status) : null;
            var (countPassed, countFailed) = ($"COUNTIF({cells},\"{verdict.Judged.PassedText}\")", $"COUNTIF({cells},\"{verdict.Judged.FailedText}\")");
            var mark = verdict.Judged.Threshold.ToString("0.####", CultureInfo.InvariantCulture);
            AddVerdict(verdict.Judged.PassedText, passed, "from", countPassed);
            AddVerdict(verdict.Judged.FailedText, failed, "below", countFailed);
            if (passed + failed > 0)
                Add("Pass rate", 100m * passed / (passed + failed), "percent of those with a verdict", cells is null ? null : $"100*{countPassed}/({countPassed}+{countFailed})",
                    Math.Max(1, (int)Rounding.Honest(100m * passed / (passed + failed), 1, [0, 100]).Scale));

            void AddVerdict(string word, int people, string beside, string count)
            {
                // The remark must follow the mark as the number does.
                var said = $"{verdict.Score.Name} {beside} ";
                if (cells is not null)
                    formulas.Add((lines.Count, "Remark"), new ExportFormula($"\"{said.Replace("\"", "\"\"", StringComparison.Ordinal)}\"&{verdict.Mark}"));
                Add($"{verdict.Status.Name} {word}", people, said + mark, cells is null ? null : count);
            }
        }
        Add("Rows read", total.RowsRead, "in all files");
        Add("Rows placed", total.Placed, "stand behind a cell of the results");
        Add("Attempts superseded", total.Superseded, $"policy: {results.Options.Merge.Attempts.ToString().ToLowerInvariant()}");
        Add("Exact duplicates", total.Duplicates);
        Add("Rows set aside", total.Quarantined, "each with its reason on the sheet Ledger");
        Add("Blank rows", total.Blank);
        if (results.Roster is { } roster)
        {
            Add("On the class list", roster.Entries.Count, roster.File);
            Add("Absent from every test", roster.Absent.Count(), "see the sheet Class list");
            Add("Not on the class list", roster.Unexpected.Count, roster.Unexpected.Count > 0 ? "see the sheet Class list" : null);
        }
        Add("Computed columns with formulas", facts.Formulas.Columns.Count, facts.IsLive
            ? "they follow when a score, or a number on the sheet Rules, is changed"
            : string.Create(CultureInfo.InvariantCulture, $"more than {facts.Options.MostLiveRows:N0} rows: values only, without formulas and notes"));
        if (notes > NotesPart.Most)
            Add("Exceptional cells", notes, string.Create(CultureInfo.InvariantCulture, $"the first {NotesPart.Most:N0} have notes; the sheets Review and Ledger have all"));
        return new ExportSection(new Table(
            Texts("What", lines, line => line.What),
            Numbers("Value", lines, line => line.Value),
            Texts("Remark", lines, line => line.Remark)), "At a glance")
        {
            HasFilter = false,
            CellFormulas = formulas,
        };

        void Add(string what, decimal value, string? remark = null, string? formula = null, int? decimals = null)
        {
            if (formula is not null)
                formulas.Add((lines.Count, "Value"), new ExportFormula(formula) { Decimals = decimals });
            lines.Add(new Figure(what, formula is null && decimals is { } digits ? Rounding.HalfAwayFromZero(value, digits) : value, remark));
        }
    }

    private static ExportSection NeedsALook(Compilation results, bool isOpen)
    {
        var lines = new List<Look>();
        var sheet = isOpen ? "Review" : "of the unredacted results: Review";
        Add("Scoring policy not carried out: reasons", results.Run.Problems.Count, sheet);
        Add("Files refused", results.Refused.Count, sheet);
        Add("Addresses that may be one person", results.Consolidation.Suggestions.Count, sheet);
        Add("Questions", results.Notes.Count(note => note.Level == NoteLevel.Question), sheet);
        Add("Notes to review", results.Notes.Count(note => note.Level == NoteLevel.Review), sheet);
        Add("Rows set aside", results.Ledger.Total.Quarantined, "Ledger");
        if (results.Roster is { } roster)
            Add("Not on the class list", roster.Unexpected.Count, "Class list");
        if (lines.Count == 0)
            lines.Add(new Look("Nothing", 0, ""));
        return new ExportSection(new Table(
            Texts("What", lines, line => line.What),
            Numbers("How many", lines, line => (decimal?)line.Count),
            Texts("Where", lines, line => line.Where.Length > 0 ? "sheet " + line.Where : null)), "What needs a look")
        { HasFilter = false };

        void Add(string what, int count, string where)
        {
            if (count > 0)
                lines.Add(new Look(what, count, where));
        }
    }

    /// <summary>Who is within two points of the pass mark, the nearest first; null when nobody is.</summary>
    private static ExportSection? NearTheMark(Facts facts, Verdict verdict)
    {
        var mark = verdict.Judged.Threshold;
        var name = facts.Table.WithRole(ColumnRole.Name).FirstOrDefault() ?? facts.Table.WithRole(ColumnRole.Email).FirstOrDefault();
        var (shown, count) = Nearest(facts.Table.Order, verdict.Score, mark);
        if (count == 0 || name is null)
            return null;
        var format = verdict.Score.Format;
        return new ExportSection(new Table(
            Texts("Person", shown, stored => name[stored].ToString()),
            Numbers(verdict.Score.Name, shown, verdict.Score.Number).Formatted(format),
            Texts("Verdict", shown, stored => verdict.Status.Text(stored) + ", " + Distance(verdict.Score.Number(stored)!.Value - mark))),
            string.Create(CultureInfo.InvariantCulture, $"Within {ExportSection.NearTheMark} points of the pass mark of {mark:0.####}{(count > shown.Count ? $": the nearest {shown.Count} of {count}" : "")}, when this book was made"))
        { HasFilter = false };

        static string Distance(decimal distance) => distance == 0 ? "exactly on it"
            : $"{Rounding.HonestText(Math.Abs(distance), 2, [0])} {(distance > 0 ? "above" : "below")}";
    }

    /// <summary>How many people are in each band of ten points, or wider ones for another scale; null without numbers.</summary>
    private static ExportSection? Spread(Facts facts, Column.Numbers column)
    {
        const int mostBands = 15;
        const int settled = 9;
        var values = facts.Table.Order.Present(column);
        if (values.Length == 0)
            return null;
        var (least, most) = (decimal.MaxValue, decimal.MinValue);
        foreach (ref var value in values.AsSpan())
        {
            value = Rounding.HalfAwayFromZero(value, settled);
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }
        if (most > 1_000_000 || least < -1_000_000)
            return null;
        var step = 10m;
        while ((Math.Max(100, most) - Math.Min(0, least)) / step > mostBands)
            step *= 10;
        var first = Math.Floor(Math.Min(0, least) / step) * step;
        var last = Math.Max(step >= 100 ? 0 : 100, Math.Ceiling(most / step) * step);
        var people = new int[(int)((last - first) / step)];
        // The highest value may stand on the end of the last band.
        foreach (var value in values)
            people[Math.Min(people.Length - 1, (int)((value - first) / step))]++;
        var cells = facts.Cells(column);
        var formulas = new Dictionary<(int, string), ExportFormula>();
        var lines = new List<Band>();
        for (var from = first; from < last; from += step)
        {
            var (to, isLast) = (from + step, from + step >= last);
            // Half of what is settled away, as the values are counted here.
            if (cells is not null)
                formulas.Add((lines.Count, "People"), new ExportFormula(string.Create(CultureInfo.InvariantCulture,
                    $"COUNTIFS({cells},\">=\"&({from}-0.0000000005),{cells},\"<\"&({to}{(isLast ? "+" : "-")}0.0000000005))")));
            lines.Add(new Band(string.Create(CultureInfo.InvariantCulture, $"{from} to {(isLast ? "" : "under ")}{to}"), people[lines.Count]));
        }
        return lines.Count == 0 ? null : new ExportSection(new Table(
            Texts(column.Name == "People" ? "Band" : column.Name, lines, line => line.Name),
            Numbers("People", lines, line => (decimal?)line.People)), $"How {column.Name} spreads")
        { HasFilter = false, CellFormulas = formulas };
    }

    private static ExportSection? Comparison(Facts facts, List<Column.Numbers> tests)
    {
        var lines = tests.Select(test => new Compared(test, facts.StatisticsOf(test))).Where(each => each.Statistics.Count > 0).ToList();
        if (lines.Count == 0)
            return null;
        var formulas = new Dictionary<(int, string), ExportFormula>();
        for (var row = 0; row < lines.Count; row++)
            if (facts.Cells(lines[row].Column) is { } cells)
                formulas.Add((row, "Mean"), new ExportFormula($"AVERAGE({cells})"));
        return new ExportSection(new Table(
            Texts("Test", lines, line => string.Create(CultureInfo.InvariantCulture, $"Test {line.Column.Test}")),
            Numbers("Mean", lines, line => line.Statistics.Mean).Formatted(new NumberFormat(1) { Boundaries = [0, 100] }),
            Texts("Taken by", lines, line => Counted(line.Statistics.Count, "person", "people"))), "The tests beside each other")
        { HasFilter = false, CellFormulas = formulas };
    }

    /// <summary>The rows next to the mark, the nearest first, those equally near as they stand; and how many are near at all.</summary>
    private static (List<int> Shown, int Count) Nearest(RowOrder rows, Column.Numbers scores, decimal mark)
    {
        var shown = new List<int>(MostNearTheMark + 1);
        var count = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var stored = rows.At(row);
            if (scores.Number(stored) is not { } score || Math.Abs(score - mark) is not (<= ExportSection.NearTheMark and var distance))
                continue;
            count++;
            var place = shown.Count;
            while (place > 0 && Math.Abs(scores.Number(shown[place - 1])!.Value - mark) > distance)
                place--;
            if (place == MostNearTheMark)
                continue;
            shown.Insert(place, stored);
            if (shown.Count > MostNearTheMark)
                shown.RemoveAt(MostNearTheMark);
        }
        return (shown, count);
    }

    private static decimal Median(decimal[] numbers)
    {
        var middle = numbers.Length / 2;
        var upper = Selection.Find(numbers, middle);
        return numbers.Length % 2 == 1 ? upper : (Selection.Find(numbers, middle - 1) + upper) / 2;
    }

    private static string Told(ExportSection section, string column, string unit) => string.Join(", ", Enumerable.Range(0, section.Table.RowCount)
        .Where(row => section.Table.Find(column)![row].Number is not (null or 0))
        .Select(row => $"{section.Table[row, 0]}: {section.Table.Find(column)!.Show(row)} {unit}"));

    // A star or a sign in front would mean something to COUNTIF.
    private static bool CanBeCounted(string word) => word.Length is > 0 and <= 100 && char.IsLetter(word[0]) && word.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '.');

    private static string Counted(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    /// <summary>A line of the figures at a glance.</summary>
    private sealed record Figure(string What, decimal? Value, string? Remark);

    /// <summary>Something that needs a look.</summary>
    private sealed record Look(string What, int Count, string Where);

    /// <summary>A band of the histogram.</summary>
    private sealed record Band(string Name, decimal People);

    /// <summary>A test beside the others.</summary>
    private sealed record Compared(Column.Numbers Column, ColumnStatistics Statistics);
}
