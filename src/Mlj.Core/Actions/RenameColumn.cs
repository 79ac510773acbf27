using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Actions;

/// <summary>Gives a column another name, in the same place and with the same cells. Invented scores keep their mark.</summary>
[Action("rename_column", "Gives a column another name.")]
public sealed record RenameColumn : TableAction
{
    /// <summary>The column's name now.</summary>
    [Parameter("The column's name now.", Names = ParameterSubject.Column)]
    public required string OldName { get; init; }

    /// <summary>The name that it gets.</summary>
    [Parameter("The name that it gets, which no other column has.", Names = ParameterSubject.NewColumn)]
    public required string NewName { get; init; }

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context) => table.Renamed(OldName, NewName);

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table) =>
        table.Find(OldName)?.Role == ColumnRole.Synthetic && !SyntheticMark.IsIn(NewName)
            ? [$"The column '{OldName}' holds invented scores. Keep the word {SyntheticMark.Word} in its name, such as '{SyntheticMark.On(NewName)}'."]
            : [];
}
