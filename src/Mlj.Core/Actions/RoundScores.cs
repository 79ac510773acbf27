using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// Rounds numbers in their columns. Other steps compare and show without rounding in between, so this one is only for marks that must be
/// rounded ones; its note tells how many changed.
/// </summary>
[Action("round_scores", "Rounds the numbers of columns in their places, by a named rule.", Risk = ActionRisk.Destructive)]
public sealed record RoundScores : TableAction
{
    private const int MostDecimals = 10;

    /// <summary>The columns to round; all columns of scores when left out.</summary>
    [Parameter("The columns to round. All columns of scores when left out.", Names = ParameterSubject.NumberColumn)]
    public IReadOnlyList<string> ScoreColumns { get; init; } = [];

    /// <summary>Digits after the decimal mark, 0 to 10; 0 by default.</summary>
    [Parameter("Digits after the decimal mark, 0 to 10.")]
    public int Decimals { get; init; }

    /// <summary>The rule; half away from zero by default.</summary>
    [Parameter("The rule: 'half_away' (2.5 to 3, as Excel), 'half_even' (2.5 to 2), 'floor' (down), 'ceiling' (up).")]
    public RoundingRule Rule { get; init; } = RoundingRule.HalfAway;

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        var result = table;
        var shown = table.Order.ToArray();
        foreach (var column in Scores(table, ScoreColumns))
        {
            var cells = column.Cells;
            decimal?[] rounded = [.. cells];
            var differs = new bool[cells.Length];
            for (var stored = 0; stored < cells.Length; stored++)
                if (cells[stored] is { } number && number.Scale > Decimals)
                    differs[stored] = (rounded[stored] = Rounded(number)) != number;
            var changed = shown.Count(stored => differs[stored]);
            context.Add(new Note(NoteLevel.Information, "rounded", $"{column.Name}: {changed} of {table.RowCount} cells changed by rounding."));
            result = result.With(new Column.Numbers(column.Name, rounded) { Role = column.Role, Test = column.Test, Format = column.Format with { Decimals = Decimals } });
        }
        return result;
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table)
    {
        foreach (var problem in ColumnChecks.Scores(Scores(table, ScoreColumns)))
            yield return problem;
        if (Decimals is < 0 or > MostDecimals)
            yield return $"'decimals' is {Decimals}. Give a whole number from 0 to {MostDecimals}.";
    }

    /// <inheritdoc />
    public override string? Explain(Table before, string column, int stored)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (((Column.Numbers)before.Find(column)!).Number(stored) is not { } number)
            return null;
        var rule = Rule switch { RoundingRule.HalfAway => "half away from zero", RoundingRule.HalfEven => "half to even", RoundingRule.Floor => "down", _ => "up" };
        return string.Create(CultureInfo.InvariantCulture, $"{Cell.Of(number)} rounded {rule} to {Decimals} decimal{(Decimals == 1 ? "" : "s")} = {Cell.Of(Rounded(number))}.");
    }

    private decimal Rounded(decimal number) => decimal.Round(number, Decimals, Rule switch
    {
        RoundingRule.HalfAway => MidpointRounding.AwayFromZero,
        RoundingRule.HalfEven => MidpointRounding.ToEven,
        RoundingRule.Floor => MidpointRounding.ToNegativeInfinity,
        _ => MidpointRounding.ToPositiveInfinity,
    });
}
