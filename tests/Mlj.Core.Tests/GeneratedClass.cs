using Mlj.Actions;
using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Tests;

/// <summary>A class by chance with a plan by chance: few or many people and tests, scores on and next to every bound, scores missing.</summary>
internal sealed class GeneratedClass
{
    private static readonly decimal[] Bounds = [0, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 93, 100];
    private static readonly int[] Maxima = [3, 7, 10, 17, 20, 24, 30, 60, 100];
    private static readonly string[] Headings = ["Test {0} Score", "Test {0}", "Test #{0} [points]", "Ẹ̀kọ́ {0}'s", "Quiz {0} (50%), day 1"];

    private readonly Random _random;
    private readonly int _tests;

    public GeneratedClass(int seed)
    {
        _random = new Random(seed);
        _tests = _random.Next(1, 8);
        var people = _random.Next(1, 26);
        var heading = Headings[_random.Next(Headings.Length)];
        Table = new Table(
        [
            new Column.Texts("Full Name", [.. Enumerable.Range(0, people).Select(person => $"Person {person}")]) { Role = ColumnRole.Name },
            new Column.Texts("Email", [.. Enumerable.Range(0, people).Select(person => $"person.{person}@example.org")]) { Role = ColumnRole.Email },
            .. Enumerable.Range(1, _tests).Select(test =>
            {
                var maximum = Maxima[_random.Next(Maxima.Length)];
                return (Column)new Column.Numbers(string.Format(System.Globalization.CultureInfo.InvariantCulture, heading, test), [.. Enumerable.Range(0, people).Select(_ => Score(maximum))])
                {
                    Role = ColumnRole.Score,
                    Test = test,
                    Format = NumberFormat.Percentage,
                };
            }),
        ]);
        var policy = (seed % 2 == 0 ? ScoringPolicy.Mlj : ScoringPolicy.Plain).Steps;
        var plan = new Plan([.. policy, .. Enumerable.Range(0, _random.Next(0, 9)).Select(Step).OfType<TableAction>()], seed);
        Run = plan.Run(Table, BuiltInActions.Catalog, new RunOptions { SkipMisfits = true });
    }

    public Table Table { get; }

    public Run Run { get; }

    private decimal? Score(int maximum) => _random.Next(6) switch
    {
        0 => null,
        1 => Bounds[_random.Next(Bounds.Length)],
        2 => Math.Max(0, Bounds[_random.Next(Bounds.Length)] + (_random.Next(3) - 1) * 0.0000000001m),
        _ => _random.Next(maximum + 1) * 100m / maximum,
    };

    private TableAction? Step(int index) => _random.Next(14) switch
    {
        0 => new AddGrades { ScoreColumn = "Final Average", Scale = (GradeScale)_random.Next(4), GradeColumn = $"Grade {index}" },
        1 => new CollateScores { ScoreColumns = Some(), Method = (CollateMethod)_random.Next(5), ResultColumn = $"Collated {index}" },
        2 => new CalculateBonus { ScoreColumn = "Final Average", BonusColumn = $"Bonus {index}", Cap = _random.Next(2) == 0 },
        3 => Some() is var names ? new WeightedAverage { ScoreColumns = names, Weights = [.. names.Select(_ => _random.Next(-1, 6) / 2m)], Missing = Missing(), ResultColumn = $"Weighted {index}" } : null,
        4 => new AddRank { ScoreColumn = Any(), Method = (RankMethod)_random.Next(4), Ascending = _random.Next(2) == 0, RankColumn = $"Rank {index}" },
        5 => (ScoreScale)_random.Next(8) is var scale ? new ConvertScale
        {
            ScoreColumn = Any(),
            To = scale,
            Maximum = scale is ScoreScale.Percent or ScoreScale.Points ? 120 : null,
            AsLetters = _random.Next(2) == 0 && scale is not (ScoreScale.Percent or ScoreScale.Points or ScoreScale.TenPoint or ScoreScale.TwentyPoint),
            ResultColumn = $"Scale {index}",
        } : null,
        6 => new AddFormulaColumn { Formula = $"IF([{Escaped(Any())}] >= 50, [Final Average] * 2 / 3 + 1, ROUND([Final Average], 1))", ColumnName = $"Formula {index}" },
        7 => new AddPassFail { ScoreColumn = Any(), Threshold = Bounds[_random.Next(Bounds.Length)], ResultColumn = $"Verdict {index}" },
        8 => new AddAverage { ScoreColumns = Some(), Missing = Missing(), ResultColumn = $"Average {index}" },
        9 => new SortData { Column = Any() },
        10 => new RenameColumn { OldName = Any(), NewName = $"Renamed {index}" },
        11 => new CountTests { ScoreColumns = Some(), ResultColumn = $"Count {index}" },
        12 => new RoundScores { ScoreColumns = [Any()] },
        _ => new RemoveColumn { ColumnName = Any() },
    };

    private MissingScore Missing() => (MissingScore)_random.Next(2);

    private string Any() => _random.Next(3) == 0 ? "Final Average" : Table.Columns[2 + _random.Next(_tests)].Name;

    private List<string> Some() => [.. Table.Columns.Skip(2).Where(_ => _random.Next(3) > 0).Select(column => column.Name).DefaultIfEmpty(Table.Columns[2].Name)];

    private static string Escaped(string column) => string.Concat(column.Select(letter => "[]#'".Contains(letter, StringComparison.Ordinal) ? "'" + letter : letter.ToString()));
}
