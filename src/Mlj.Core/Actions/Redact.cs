using System.Globalization;
using Mlj.Pipeline;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Actions;

/// <summary>
/// Takes out the columns that say who somebody is, so that a table can be shared. Rows get random codes from the plan's seed and are put in
/// the order of the codes, because an order by name tells names too. The key is kept apart on the step, never in the table.
/// </summary>
[Action("redact", "Takes out names and addresses for sharing: random codes in their place, rows in random order, the key kept apart.", Risk = ActionRisk.Destructive)]
public sealed record Redact : TableAction
{
    /// <summary>The key of <see cref="KeptTable.Name"/>.</summary>
    private const string Key = "redaction_key";

    // Below this, a program tries all seeds in minutes.
    private const long LowestSeed = 1_000_000_000_000_000;

    /// <summary>The columns to take out; names and addresses as recognised when left out.</summary>
    [Parameter("The columns to take out. The columns recognised as names and addresses when left out.", Names = ParameterSubject.Column)]
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Whether codes stand in their place; they do by default.</summary>
    [Parameter("'pseudonymise' gives every row a random code and keeps the key apart; 'drop' makes no codes and no key.")]
    public RedactMode Mode { get; init; } = RedactMode.Pseudonymise;

    /// <summary>How many letters a code has, 4 to 16; 8 by default.</summary>
    [Parameter("How many letters a code has, 4 to 16.")]
    public int Length { get; init; } = 8;

    /// <summary>The name of the column of codes, which becomes the first.</summary>
    [Parameter("The name of the column of codes, which becomes the first.", Names = ParameterSubject.NewColumn)]
    public string ResultColumn { get; init; } = "Code";

    /// <inheritdoc />
    public override Table Apply(Table table, RunContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        var identity = Identity(table);
        var rest = table.Columns.Except(identity).ToList();
        var codes = RandomCodes.Numbers(context.Seed, context.Step, table.StoredCount, Length);
        var shown = table.Order.ToArray();
        Array.Sort(Array.ConvertAll(shown, stored => codes[stored]), shown);
        var order = RowOrder.Trusted(shown);
        var code = new Column.Texts(ResultColumn, Array.ConvertAll(codes, number => RandomCodes.Text(number, Length)));
        var names = string.Join(", ", identity.Select(column => column.Name));
        if (Mode == RedactMode.Pseudonymise)
        {
            context.Keep(Key, new Table([code, .. identity]).Ordered(order));
            context.Add(new Note(NoteLevel.Information, "redacted", $"{names}: taken out; the codes are in '{ResultColumn}'. The key '{Key}' is no part of the table. Keep it and this plan, whose seed makes the codes, away from those who get the table."));
        }
        else
            context.Add(new Note(NoteLevel.Information, "redacted", $"{names}: taken out, without a key."));
        var taken = new TakenTexts([.. identity.OfType<Column.Texts>()], shown);
        foreach (var column in rest.OfType<Column.Texts>())
            if (shown.Count(stored => column.Text(stored) is { } text && (text.Contains('@') || taken.Contains(text))) is > 0 and var cells)
                context.Add(new Note(NoteLevel.Review, "identity_remains", string.Create(CultureInfo.InvariantCulture, $"{column.Name}: {cells} of {shown.Length} cells hold an address or what stood in {names}. Name this column in 'columns' too.")));
        return new Table(Mode == RedactMode.Pseudonymise ? [code, .. rest] : rest).Ordered(order);
    }

    /// <inheritdoc />
    public override IEnumerable<string> Check(Table table, long seed)
    {
        ArgumentNullException.ThrowIfNull(table);
        var identity = Identity(table);
        if (identity.Count == 0)
            yield return "No column is known to hold names or addresses. Name those to take out in 'columns'.";
        foreach (var problem in ColumnChecks.Twice(Columns, "columns"))
            yield return problem;
        if (identity.Count == table.Columns.Count && Mode == RedactMode.Drop)
            yield return "Without these columns the table would have none. Leave one that may be shared.";
        if (Length is < 4 or > 16)
            yield return $"'length' is {Length}. Give a whole number from 4 to 16.";
        else if (Length < 8 && table.StoredCount > 1 << (4 * Length - 1))
            yield return $"Codes of {Length} letters do not suffice for {table.StoredCount} rows. Give a greater 'length'.";
        if (seed is > -LowestSeed and < LowestSeed)
            yield return $"The plan's seed {seed.ToString(CultureInfo.InvariantCulture)} could be guessed, and with it whose code is whose. Give the plan a random seed of at least 16 digits.";
    }

    /// <inheritdoc />
    public override string? Explain(Table before, string column, int stored) =>
        column == ResultColumn && Mode == RedactMode.Pseudonymise ? "A random code from the plan's seed; whose it is stands in the key only." : null;

    private IReadOnlyList<Column> Identity(Table table) => Columns.Count > 0
        ? [.. Columns.Select(name => table.Find(name)!)]
        : [.. table.Columns.Where(column => column.Role is ColumnRole.Name or ColumnRole.Email)];

    /// <summary>What stood in the columns taken out.</summary>
    private sealed class TakenTexts
    {
        private const int Shapes = 1 << 16;

        private readonly bool[] _shapes = new bool[Shapes];
        private readonly Lazy<HashSet<string>> _texts;

        public TakenTexts(IReadOnlyList<Column.Texts> columns, int[] rows)
        {
            var texts = columns.SelectMany(column => rows.Select(column.Text)).Where(text => text is { Length: > 1 });
            foreach (var text in texts)
                _shapes[ShapeOf(text!)] = true;
            _texts = new Lazy<HashSet<string>>(() => new HashSet<string>(texts!, StringComparer.Ordinal));
        }

        /// <summary>Whether this text stood there. Most texts of other columns differ from all of these in length or first letter already.</summary>
        public bool Contains(string text) => text.Length > 1 && _shapes[ShapeOf(text)] && _texts.Value.Contains(text);

        private static int ShapeOf(string text) => (text.Length * 256 + text[0]) % Shapes;
    }
}
