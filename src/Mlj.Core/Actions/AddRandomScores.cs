using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// Adds a column of invented scores for trying things out: whole numbers, each equally likely, from the plan's seed by seed, step and row. The
/// heading, the column's role and a note say that nobody has earned them.
/// </summary>
[Action("add_random_scores", "Adds a column of invented whole numbers for trying things out, marked SYNTHETIC; the plan's seed gives the same ones again.")]
public sealed record AddRandomScores : TableAction
{
    /// <summary>The name of the new column; the mark is put behind it, as in 'Random_Score (SYNTHETIC)', unless it is in it.</summary>
    [Parameter("The name of the new column. ' (SYNTHETIC)' is put behind it unless the name says SYNTHETIC already.", Names = ParameterSubject.NewColumn)]
    public string ColumnName { get; init; } = "Random_Score";

    /// <summary>The lowest score there can be; 0 by default.</summary>
    [Parameter("The lowest score there can be, a whole number.")]
    public int MinScore { get; init; }

    /// <summary>The highest score there can be; 100 by default.</summary>
    [Parameter("The highest score there can be, a whole number from 'min_score'.")]
    public int MaxScore { get; init; } = 100;

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        var name = SyntheticMark.On(ColumnName);
        var scores = new decimal?[table.StoredCount];
        for (var stored = 0; stored < scores.Length; stored++)
            scores[stored] = context.ChanceFor(stored, MinScore, MaxScore);
        context.Add(new Note(NoteLevel.Review, "synthetic_scores", string.Create(CultureInfo.InvariantCulture,
            $"The scores in '{name}' are {SyntheticMark.Word}: whole numbers from {MinScore} to {MaxScore} by chance, from seed {context.Seed}. Nobody has earned them; remove the column before you hand the table out.")));
        return table.With(new Column.Numbers(name, scores) { Role = ColumnRole.Synthetic });
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table)
    {
        if (MinScore > MaxScore)
            yield return string.Create(CultureInfo.InvariantCulture, $"'min_score' is {MinScore} and 'max_score' is {MaxScore}, so no score lies between them. Give 'max_score' at least 'min_score'.");
        if (table.Find(SyntheticMark.On(ColumnName)) is not null)
            yield return $"There is a column '{SyntheticMark.On(ColumnName)}' already. Give another name in 'column_name'.";
    }

    /// <inheritdoc />
    public override string Explain(Table before, int stored) =>
        string.Create(CultureInfo.InvariantCulture, $"{SyntheticMark.Word}: a whole number from {MinScore} to {MaxScore} by chance, from the plan's seed. Nobody has earned it.");
}
