using System.Diagnostics.CodeAnalysis;
using System.Text;
using Mlj.Tables;

namespace Mlj.Formulas;

/// <summary>
/// A formula of one row, as spreadsheet programs write it: <c>[Test 1 Score] * 40% + [Test 2 Score] * 60%</c>. The grammar is closed: numbers,
/// text, columns, operators and twenty functions; nothing in it reaches beyond the row. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// What is missing stays missing: a missing operand, a division by zero, a text where a number is needed. SUM, AVERAGE, MIN, MAX, MEDIAN and
/// COUNT leave the missing out; joining takes it for an empty text. A comparison with something missing is missing, and so is an IF that
/// asks it, so that nobody absent fails.
/// </remarks>
public sealed class Formula
{
    /// <summary>The longest formula, in characters; Excel's own limit.</summary>
    public const int MaxLength = 8192;

    /// <summary>How deep brackets and functions may stand in each other; Excel's own limit.</summary>
    public const int MaxDepth = 64;

    /// <summary>How many operations may stand on each other, such as the terms of one long sum.</summary>
    public const int MaxHeight = 512;

    /// <summary>The longest text that a cell holds, in characters; Excel's own limit. A longer one is missing.</summary>
    public const int MaxTextLength = 32767;

    private const int MostGuardedColumns = 255;

    private readonly FormulaNode _root;

    private readonly IReadOnlyList<FormulaToken> _tokens;

    private Formula(string text, IReadOnlyList<FormulaToken> tokens, FormulaNode root)
    {
        Text = text;
        _tokens = tokens;
        _root = root;
        Columns = [.. tokens.Where(token => token.Kind == FormulaTokenKind.Column).Select(token => token.Text).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The formula as it was written.</summary>
    public string Text { get; }

    /// <summary>The names of columns in it, each once.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Reads a formula. Takes time by its length, whatever it says.</summary>
    /// <param name="text">The formula, with or without an equals sign before it.</param>
    /// <param name="formula">The formula; null when there is a problem.</param>
    /// <param name="problem">The first thing that is wrong; null when nothing is.</param>
    /// <returns>Whether it is a formula.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Formula? formula, [NotNullWhen(false)] out FormulaProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        formula = null;
        problem = text.Length > MaxLength ? FormulaProblems.TooLong(text.Length) : null;
        if (problem is null && FormulaLexer.Read(text, out problem) is { } tokens && FormulaParser.Read(tokens, out problem) is { } root)
            formula = new Formula(text, tokens, root);
        return formula is not null;
    }

    /// <summary>Why the formula cannot be used on a table: a column that is not there, a condition that is none; null when it can.</summary>
    /// <param name="table">The table; its rows are not looked at.</param>
    public FormulaProblem? Check(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        FormulaBinder.Bind(_root, table, out var problem);
        return problem;
    }

    /// <summary>Evaluates the formula for every stored row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The name of the new column.</param>
    /// <exception cref="ArgumentException">The formula cannot be used on this table; see <see cref="Check"/>.</exception>
    public FormulaColumn Evaluate(Table table, string name)
    {
        var row = new FormulaRow();
        var notes = new FormulaNotes();
        var isShown = Shown(table);
        return Bound(table) switch
        {
            NumberExpression number => new(new Column.Numbers(name, Cells(number.Value)), notes.Of(name)),
            var text => new(new Column.Texts(name, Cells(((TextExpression)text).Value)), notes.Of(name)),
        };

        T[] Cells<T>(Func<FormulaRow, T> value)
        {
            var cells = new T[table.StoredCount];
            for (var stored = 0; stored < cells.Length; stored++)
            {
                (row.Stored, row.Oddities) = (stored, FormulaOddity.None);
                cells[stored] = value(row);
                if (row.Oddities != FormulaOddity.None && isShown?[stored] != false)
                    notes.Count(row.Oddities);
            }
            return cells;
        }
    }

    /// <summary>Evaluates the formula for one row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stored">The row's stored index.</param>
    /// <exception cref="ArgumentException">The formula cannot be used on this table; see <see cref="Check"/>.</exception>
    public Cell Evaluate(Table table, int stored)
    {
        var row = new FormulaRow { Stored = stored };
        return Bound(table) switch
        {
            NumberExpression number => Cell.Of(number.Value(row)),
            var text => Cell.Of(((TextExpression)text).Value(row)),
        };
    }

    /// <summary>
    /// The same as an Excel formula, without an equals sign: it gives the same values, and an empty text for what is missing. Null when that
    /// would be longer than Excel takes.
    /// </summary>
    /// <param name="table">The table whose columns are meant.</param>
    /// <param name="tableName">The Excel table's name, for formulas in files: <c>Results[[#This Row],[Test 1 Score]]</c>; null for the short form <c>[@[Test 1 Score]]</c>.</param>
    /// <exception cref="ArgumentException">The formula cannot be used on this table; see <see cref="Check"/>.</exception>
    public string? ToExcel(Table table, string? tableName = null) => ToExcel(table, column => tableName is null
        ? $"[@{ExcelScope.Bracketed(column)}]"
        : $"{tableName}[[#This Row],{ExcelScope.Bracketed(column)}]");

    /// <summary>The same, with the cells of columns as the caller names them.</summary>
    internal string? ToExcel(Table table, Func<string, string> cellOf)
    {
        var expression = Bound(table);
        var needed = expression.Needed();
        if (needed.Count > MostGuardedColumns)
            needed = [];
        var scope = new ExcelScope(cellOf, needed);
        var written = expression is TextExpression text ? text.WriteResult(scope) : expression.Write(scope);
        if (needed.Count > 0)
        {
            var questions = Columns.Select(name => FormulaBinder.Find(table, name)!.Name).Distinct().Where(needed.Contains)
                .Select(column => ExcelText.Of(scope.Reference(column).Text + "=\"\"", ExcelText.Comparison, false)).ToList();
            written = ExcelText.Call("IF", written.CanFail, questions.Count == 1 ? questions[0] : ExcelText.Call("OR", false, questions), new("\"\"", ExcelText.Whole, false), written);
        }
        written = written.Or("\"\"");
        return written.IsTooLong ? null : written.Text;
    }

    /// <summary>The formula with a row's values in the place of the columns: <c>80 * 40% + missing * 60%</c>.</summary>
    internal string With(Table table, int stored)
    {
        var told = new StringBuilder();
        var end = 0;
        foreach (var token in _tokens.Where(token => token.Kind == FormulaTokenKind.Column))
        {
            var cell = FormulaBinder.Find(table, token.Text)![stored];
            told.Append(Text, end, token.Start - end).Append(cell.Text is { } text ? $"\"{text}\"" : cell.IsMissing ? "missing" : cell.ToString());
            end = token.Start + token.Length;
        }
        return told.Append(Text, end, Text.Length - end).ToString().Trim().TrimStart('=').TrimStart();
    }

    private static bool[]? Shown(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.RowCount == table.StoredCount)
            return null;
        var shown = new bool[table.StoredCount];
        foreach (var stored in table.Order.Stored)
            shown[stored] = true;
        return shown;
    }

    private Expression Bound(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return FormulaBinder.Bind(_root, table, out var problem) ?? throw new ArgumentException(problem!.Message, nameof(table));
    }
}
