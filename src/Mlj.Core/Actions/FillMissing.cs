using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>Fills what is missing in named columns with a given number or text. Every column filled is a note for review: a score of somebody who was absent is made up.</summary>
[Action("fill_missing", "Fills what is missing in the named columns with a given number or text.", Risk = ActionRisk.Destructive)]
public sealed record FillMissing : TableAction
{
    /// <summary>The columns to fill; no other is touched.</summary>
    [Parameter("The columns to fill; no other is touched.", Names = ParameterSubject.Column)]
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>What is filled into columns of numbers, in the unit of the column; needed when one is named.</summary>
    [Parameter("What is filled into columns of numbers, in the unit of the column; needed when one is named.")]
    public decimal? Number { get; init; }

    /// <summary>What is filled into columns of text; needed when one is named.</summary>
    [Parameter("What is filled into columns of text; needed when one is named.")]
    public string? Text { get; init; }

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        var result = table;
        foreach (var name in Columns)
        {
            var column = table.Find(name)!;
            var missing = 0;
            for (var row = 0; row < table.RowCount; row++)
                missing += column[table.Order[row]].IsMissing ? 1 : 0;
            context.Add(missing == 0
                ? new Note(NoteLevel.Information, "nothing_missing", $"{name}: nothing was missing.")
                : new Note(NoteLevel.Review, "filled", string.Create(CultureInfo.InvariantCulture, $"{name}: {missing} missing cell{(missing == 1 ? "" : "s")} filled with {Filling(column)}.")));
            result = result.With(Filled(column));
        }
        return result;
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var problem in ColumnChecks.Twice(Columns, "columns"))
            yield return problem;
        var columns = Columns.Select(name => table.Find(name)!).ToList();
        if (Number is null && columns.Find(column => column.Kind == ColumnKind.Number) is { } numbers)
            yield return $"The column '{numbers.Name}' holds numbers, and 'number' is left out. Say which number to fill in.";
        if (Text is null && columns.Find(column => column.Kind == ColumnKind.Text) is { } texts)
            yield return $"The column '{texts.Name}' holds text, and 'text' is left out. Say which text to fill in.";
    }

    /// <inheritdoc />
    public override string? Explain(Table before, string column, int stored)
    {
        ArgumentNullException.ThrowIfNull(before);
        var found = before.Find(column)!;
        return found[stored].IsMissing ? $"It was missing and was filled with {Filling(found)}." : null;
    }

    private Cell Filling(Column column) => column.Kind == ColumnKind.Number ? Cell.Of(Number) : Cell.Of(Text);

    private Column Filled(Column column)
    {
        if (column is Column.Numbers numbers)
        {
            var cells = (decimal?[])numbers.Cells.Clone();
            for (var stored = 0; stored < cells.Length; stored++)
                cells[stored] ??= Number;
            return new Column.Numbers(column.Name, cells) { Role = column.Role, Test = column.Test, Format = numbers.Format };
        }
        var texts = new string?[column.Count];
        for (var stored = 0; stored < texts.Length; stored++)
            texts[stored] = column[stored].Text ?? Text;
        return new Column.Texts(column.Name, texts) { Role = column.Role, Test = column.Test };
    }
}
