using System.Globalization;
using Mlj.Formulas;
using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>
/// Where the formula of a computed column will stand: it gives the names by which a workbook's formula reaches cells of the own row, cells of
/// all rows and the numbers of the policy, and keeps what cannot be said as a formula from being said. Not safe for use by two threads.
/// </summary>
public sealed class FormulaScope
{
    /// <summary>What differs by less is equal: doubles keep no more of a sum of percentages.</summary>
    private const decimal Settled = 0.000000001m;

    private const int SettledDecimals = 9;
    private const int MostArguments = 255;
    private const int LongestLiteral = 255;

    private readonly Table _result;
    private readonly string _tableName;
    private readonly bool _hasAllRows;
    private readonly HashSet<string> _names;
    private readonly HashSet<int> _left = [];
    private readonly List<PolicyNumber> _numbers = [];
    private readonly List<PolicyScale> _scales = [];

    internal FormulaScope(Table result, string tableName, bool hasAllRows, IEnumerable<string> taken)
    {
        _result = result;
        _tableName = tableName;
        _hasAllRows = hasAllRows;
        _names = new(taken, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether something that the formula needs is not in the workbook, so that the column keeps its values.</summary>
    internal bool IsRefused { get; private set; }

    internal IReadOnlySet<int> Left => _left;

    internal IReadOnlyList<PolicyNumber> Numbers => _numbers;

    internal IReadOnlyList<PolicyScale> Scales => _scales;

    /// <summary>How many rows the workbook's table has; a formula that looks at all of them in every row should mind it.</summary>
    public int Rows => _result.RowCount;

    /// <summary>The number of an expression without what doubles leave over, as it is to be compared with bounds.</summary>
    public static string Round(string expression) => string.Create(CultureInfo.InvariantCulture, $"ROUND({expression},{SettledDecimals})");

    /// <summary>The cell of a column in the formula's own row. A cell of something missing is empty or holds an empty text.</summary>
    /// <param name="column">A column of the table that the action was given.</param>
    public string Cell(Column column) => Place(column) is { } place ? $"{_tableName}[[#This Row],{Named(place)}]" : Refused();

    /// <summary>The cells of columns in the formula's own row, as the arguments of a function that passes over text: SUM, COUNT, AVERAGE.</summary>
    /// <param name="columns">Columns of the table that the action was given, in any order, each once.</param>
    public string Cells(IReadOnlyList<Column> columns) => string.Join(',', Areas(columns));

    /// <summary>The same cells, area by area, for functions that take one area only: COUNTIF, SUMIF.</summary>
    /// <param name="columns">Columns of the table that the action was given, in any order, each once.</param>
    public IReadOnlyList<string> Areas(IReadOnlyList<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        int[] places = [.. columns.Select(column => Place(column) ?? -1).Order()];
        if (places.Length == 0 || places[0] < 0 || places.Distinct().Count() < places.Length)
            return [Refused()];
        var areas = new List<string>();
        for (int first = 0, next; first < places.Length; first = next)
        {
            for (next = first + 1; next < places.Length && places[next] == places[next - 1] + 1;)
                next++;
            var range = next - first == 1 ? Named(places[first]) : $"{Named(places[first])}:{Named(places[next - 1])}";
            areas.Add($"{_tableName}[[#This Row],{range}]");
        }
        return areas.Count <= MostArguments ? areas : [Refused()];
    }

    /// <summary>A column's cells in all rows; there are no such cells when the workbook has other rows than the action had.</summary>
    /// <param name="column">A column of the table that the action was given.</param>
    public string AllRows(Column column) => _hasAllRows && Place(column) is { } place ? $"{_tableName}{Named(place)}" : Refused();

    /// <summary>A number that somebody may want to change: it stands in a named cell of the sheet Rules, and the formula asks there.</summary>
    /// <param name="name">Letters, digits and low lines, with a low line in it: <c>Pass_mark</c>. It gets a number when it is taken.</param>
    /// <param name="value">The number.</param>
    /// <param name="meaning">What the number decides, for the reader of the sheet.</param>
    /// <returns>The name of the cell.</returns>
    public string Number(string name, decimal value, string meaning)
    {
        var free = Free(name);
        _numbers.Add(new PolicyNumber(free, value, meaning));
        return free;
    }

    /// <summary>Bands that somebody may want to change, for LOOKUP: two named columns of cells on the sheet Rules, by rising lower bounds.</summary>
    /// <param name="name">Letters and low lines: <c>Grade</c> gives <c>Grade_from</c> and <c>Grade_gives</c>.</param>
    /// <param name="title">What the bands are, for the reader of the sheet.</param>
    /// <param name="bands">The lower bounds in any order and what each gives.</param>
    /// <returns>The names of the two columns of cells.</returns>
    public (string From, string Gives) Scale(string name, string title, IEnumerable<(decimal From, Cell Gives)> bands)
    {
        var (from, gives) = (Free(name + "_from"), Free(name + "_gives"));
        _scales.Add(new PolicyScale(title, from, gives, [.. bands.Select(band => new PolicyBand(band.From, band.Gives)).OrderBy(band => band.From)]));
        return (from, gives);
    }

    /// <summary>A text as a formula has it, in quotation marks.</summary>
    public string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= LongestLiteral && !text.Any(char.IsControl) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : Refused();
    }

    /// <summary>Keeps the value in one row, where a formula would not give it.</summary>
    /// <param name="stored">The row's stored index.</param>
    public void Leave(int stored) => _left.Add(stored);

    /// <summary>Keeps the value in a row whose number is so near to a bound, without being on it, that doubles could not tell the two apart.</summary>
    /// <param name="stored">The row's stored index.</param>
    /// <param name="number">The exact number that is compared; null is missing.</param>
    /// <param name="bounds">What it is compared with.</param>
    public void LeaveNear(int stored, decimal? number, IEnumerable<decimal> bounds)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        if (number is { } value && bounds.Any(bound => value != bound && IsNear(value, bound)))
            _left.Add(stored);
    }

    /// <summary>Keeps the values in all rows.</summary>
    /// <returns>Something that stands for a formula and is never written.</returns>
    public string Refused()
    {
        IsRefused = true;
        return "NA()";
    }

    /// <summary>Whether two different numbers are one to a spreadsheet program.</summary>
    public static bool IsNear(decimal one, decimal other) => one - Settled < other && other < one + Settled;

    private int? Place(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        for (var index = 0; index < _result.Columns.Count; index++)
            if (_result.Columns[index].SharesCells(column))
                return CanBeNamed(_result.Columns[index].Name) ? index : null;
        return null;
    }

    // What programs read differently between brackets is not written there.
    private static bool CanBeNamed(string name) => !char.IsWhiteSpace(name[0]) && !char.IsWhiteSpace(name[^1])
        && !name.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '@' or '\u2028' or '\u2029') && !name.Contains("_x", StringComparison.OrdinalIgnoreCase);

    private string Named(int place) => ExcelScope.Bracketed(_result.Columns[place].Name);

    private string Free(string name)
    {
        var free = name;
        for (var number = 2; !_names.Add(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        return free;
    }
}
