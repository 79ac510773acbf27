using System.Buffers;
using System.Globalization;
using Mlj.Recognition.Cells;
using Mlj.Sources;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Recognition.PlainTables;

/// <summary>Makes the columns of a table once all cells are known.</summary>
/// <param name="columns">The columns' names, cells and places.</param>
/// <param name="rows">The sheet's numbers of the rows.</param>
/// <param name="given">The decimal mark that the caller gave.</param>
/// <param name="isText">Whether the file has text only, so that numbers stand in it as text.</param>
/// <param name="notes">Where notes go.</param>
internal sealed class TableColumns(IReadOnlyList<(string Name, TableCells Cells, Place Where)> columns, IReadOnlyList<int> rows, DecimalMark? given, bool isText, List<Note> notes)
{
    private const int MostDigitsOfNumbers = 15;
    private const int DigitsOfPhones = 9;
    private const int PlainDecimals = 4;

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,+-−% \u00a0\u202f");

    /// <summary>The columns in order, with kinds and roles.</summary>
    public Column[] Make()
    {
        var marks = given ?? FileMark();
        var made = columns.Select(each => MakeOne(each.Name, each.Cells, each.Where, marks)).ToArray();
        return WithRoles(made);
    }

    private Column MakeOne(string name, TableCells cells, Place where, DecimalMark? fileMark)
    {
        var (role, _, _) = TableHeadings.RoleOf(name, null);
        var isOfNumbers = role != ColumnRole.None && TableHeadings.KindOf(role) == ColumnKind.Number;
        if (cells.All.Where(each => each.Cell.Kind == CellKind.Error).ToList() is { Count: > 0 } errors)
            Note("error_cells", $"{Count(errors.Count, "cell holds an error", "cells hold errors")} such as {errors[0].Cell.Text}; taken as missing.", errors[0].Row);
        var filled = cells.All.Where(each => each.Cell.Kind != CellKind.Error).ToList();
        if (filled.Count == 0)
            return isOfNumbers ? new Column.Numbers(name, new decimal?[rows.Count]) : new Column.Texts(name, new string?[rows.Count]);
        if (!TableHeadings.IsNumberOfPerson(name) && Numbers(name, filled, isOfNumbers, where, fileMark) is { } numbers)
            return numbers;
        var texts = new string?[rows.Count];
        foreach (var (row, cell) in filled)
            texts[row] = Text(cell);
        return new Column.Texts(name, texts);

        void Note(string code, string message, int row) => notes.Add(new Note(NoteLevel.Review, code, message, where with { Row = rows[row] }));
    }

    /// <summary>The column as numbers; null when it is one of texts.</summary>
    private Column.Numbers? Numbers(string name, List<(int Row, RawScore Cell)> filled, bool isOfNumbers, Place where, DecimalMark? fileMark)
    {
        var missing = isOfNumbers ? filled.Where(each => each.Cell.IsMissing).ToList() : [];
        var candidates = missing.Count > 0 ? filled.Where(each => !each.Cell.IsMissing).ToList() : filled;
        var typed = candidates.Count(each => IsNumber(each.Cell));
        var texts = candidates.Where(each => each.Cell.Kind == CellKind.Text).ToList();
        if (candidates.Count == 0)
            return isOfNumbers ? Made(new decimal?[rows.Count], NumberFormat.AsIs) : null;
        if (typed + texts.Count < candidates.Count || texts.Count > 0 && !(isText || isOfNumbers))
        {
            if (typed > 0)
                notes.Add(new Note(NoteLevel.Review, "mixed_column", $"{Count(typed, "cell is a number", "cells are numbers")}, {candidates.Count - typed} are not, such as '{ShortText.Of(Text(candidates.First(each => !IsNumber(each.Cell)).Cell), 40)}'; the column is taken as text.",
                    where with { Row = rows[candidates.First(each => !IsNumber(each.Cell)).Row] }));
            return null;
        }
        var mark = DecimalMark.Point;
        if (texts.Count > 0)
        {
            if (texts.FindIndex(each => !IsNumberText(each.Cell.Text!)) is >= 0 and var other)
            {
                if (typed > 0 || isOfNumbers)
                    notes.Add(new Note(NoteLevel.Review, "mixed_column", $"'{ShortText.Of(texts[other].Cell.Text!.Trim(), 40)}' is no number; the column is taken as text.", where with { Row = rows[texts[other].Row] }));
                return null;
            }
            if (texts.Any(each => IsCode(each.Cell.Text!.Trim())) || texts.All(each => IsLongWhole(each.Cell.Text!.Trim())))
                return null;
            if (MarkOf(texts, isOfNumbers, fileMark, where) is not { } decided)
                return null;
            mark = decided;
        }
        var cells = new decimal?[rows.Count];
        int? decimals = null;
        var isEven = true;
        foreach (var (row, cell) in candidates)
        {
            if (Value(cell, mark) is not { } value)
                return null;
            cells[row] = value;
            isEven &= (decimals ??= value.Scale) == value.Scale;
        }
        if (missing.Count > 0)
            notes.Add(new Note(NoteLevel.Information, "missing_words", $"{Count(missing.Count, "cell says", "cells say")} that there is nothing, such as '{ShortText.Of(missing[0].Cell.Text!.Trim(), 40)}'; taken as missing.", where with { Row = rows[missing[0].Row] }));
        return Made(cells, isEven && typed == 0 && decimals is > 0 ? new NumberFormat(decimals) : NumberFormat.AsIs);

        Column.Numbers Made(decimal?[] values, NumberFormat format) => new(name, values) { Format = format };
    }

    /// <summary>The decimal mark of a column of number texts; null, with a note of both readings, when nothing decides it.</summary>
    private DecimalMark? MarkOf(List<(int Row, RawScore Cell)> texts, bool isOfNumbers, DecimalMark? fileMark, Place where)
    {
        if (given is { } said)
            return said;
        var evidence = Evidence(texts);
        var (point, comma, both) = (evidence.Point, evidence.Comma, evidence.Both);
        if (point > 0 && comma > 0)
        {
            notes.Add(new Note(NoteLevel.Question, "mixed_decimal_marks", $"{Count(point, "number is", "numbers are")} written with a point and {comma} with a comma as decimal mark; the column is taken as text. Write them alike, or say which decimal mark it is.", where) { Corrections = DecimalMarks.Corrections(where.File) });
            return null;
        }
        if (point + comma > 0 || both.Count == 0)
            return comma > 0 ? DecimalMark.Comma : DecimalMark.Point;
        // A score cannot be above 100 percent.
        if (isOfNumbers)
        {
            var fits = (Point: both.All(text => ScoreText.Read(text, DecimalMark.Point).Points <= 100), Comma: both.All(text => ScoreText.Read(text, DecimalMark.Comma).Points <= 100));
            if (fits.Point != fits.Comma)
                return fits.Point ? DecimalMark.Point : DecimalMark.Comma;
        }
        if (fileMark is { } decided)
            return decided;
        notes.Add(new Note(NoteLevel.Question, "decimal_mark_unclear",
            string.Create(CultureInfo.InvariantCulture, $"'{both[0].Trim()}' can mean {ScoreText.Read(both[0], DecimalMark.Point).Points} or {ScoreText.Read(both[0], DecimalMark.Comma).Points}, and nothing in the file decides it; the column is taken as text. Say which decimal mark it is."), where)
        { Corrections = DecimalMarks.Corrections(where.File) });
        return null;
    }

    /// <summary>The mark that columns of numbers in this file speak for with one voice; null when none does, or both.</summary>
    private DecimalMark? FileMark()
    {
        var (point, comma) = (false, false);
        foreach (var (_, cells, _) in columns)
        {
            var texts = cells.All.Where(each => each.Cell is { Kind: CellKind.Text, IsMissing: false }).ToList();
            if (texts.Count == 0 || texts.Exists(each => !IsNumberText(each.Cell.Text!)))
                continue;
            var evidence = Evidence(texts);
            point |= evidence.Point > 0;
            comma |= evidence.Comma > 0;
        }
        return point == comma ? null : point ? DecimalMark.Point : DecimalMark.Comma;
    }

    private static MarkEvidence Evidence(List<(int Row, RawScore Cell)> texts)
    {
        var evidence = new MarkEvidence();
        foreach (var (_, cell) in texts)
            evidence.Add(cell.Text!);
        return evidence;
    }

    private static Column[] WithRoles(Column[] made)
    {
        var roles = made.Select(column => TableHeadings.RoleOf(column.Name, column.Kind)).ToArray();
        // Where tests are numbered, a score without a number is a sum of them; otherwise the best heading has the score.
        var isNumbered = roles.Any(each => each is { Role: ColumnRole.Score, Test: not null });
        for (var index = 0; index < made.Length; index++)
        {
            var (role, test, weight) = roles[index];
            if (role is ColumnRole.Name or ColumnRole.Email || role == ColumnRole.Score && test is null)
                if (role == ColumnRole.Score && isNumbered || roles.Index().Any(each => each.Item.Role == role && each.Item.Test is null && (each.Item.Weight > weight || each.Item.Weight == weight && each.Index < index)))
                    continue;
            made[index] = made[index] is Column.Numbers numbers ? numbers.As(role, test, FormatOf(role, numbers)) : ((Column.Texts)made[index]).As(role);
        }
        return made;
    }

    // What was computed has many digits, of which results show two; what somebody typed is shown as it was typed.
    private static NumberFormat FormatOf(ColumnRole role, Column.Numbers column)
    {
        if (role == ColumnRole.None || column.Format.Decimals is not null)
            return column.Format;
        for (var stored = 0; stored < column.Count; stored++)
            if (column.Number(stored)?.Scale > PlainDecimals)
                return NumberFormat.Percentage;
        return column.Format;
    }

    private static bool IsNumber(RawScore cell) => cell is { Kind: CellKind.Number, Format.IsDate: false } && NumberText.ToDecimal(cell.Number) is not null;

    private static bool IsNumberText(string text) =>
        !text.AsSpan().ContainsAnyExcept(OfNumbers) && (ScoreText.Read(text, DecimalMark.Point).Points ?? ScoreText.Read(text, DecimalMark.Comma).Points) is not null;

    /// <summary>Whether a text of digits would lose something as a number: zeros at its front, a plus sign, whole digits beyond those of a double.</summary>
    private static bool IsCode(string text)
    {
        var digits = text.AsSpan().TrimStart('-');
        return text[0] == '+' || digits is ['0', >= '0' and <= '9', ..] || text.Length > MostDigitsOfNumbers && text.All(char.IsAsciiDigit);
    }

    private static bool IsLongWhole(string text) => text.Length >= DigitsOfPhones && text.All(char.IsAsciiDigit);

    private static decimal? Value(RawScore cell, DecimalMark mark) => cell.Kind == CellKind.Text
        ? ScoreText.Read(cell.Text!, mark).Points
        : NumberText.ToDecimal(cell.Number) is not { } number ? null : cell.Format.IsPercentage ? Percent(cell.Number) : number;

    // 0.583 times 100 is 58.3 and not 58.299999999999997, the digit behind the fifteenth being none that anybody sees.
    private static decimal? Percent(double share) => NumberText.ToDecimal(share) is { } number && Math.Abs(number) < ScoreText.TooMuch ? number / 0.01m : null;

    /// <summary>The cell as text: dates in ISO form, numbers with the digits that spreadsheet programs show.</summary>
    private string Text(RawScore cell) => cell.Kind switch
    {
        CellKind.Number when cell.Format.IsDate => TableCells.Date(cell.Number, cell.Format) ?? NumberText.RoundTrip(cell.Number),
        CellKind.Number when cell.Format.IsPercentage && Percent(cell.Number) is { } percent => Cell.Of(percent) + "%",
        CellKind.Number => NumberText.ToDecimal(cell.Number) is { } number ? Cell.Of(number).ToString() : NumberText.RoundTrip(cell.Number),
        CellKind.Boolean => cell.Show(),
        // What our csv puts before a text that would be a formula elsewhere is no part of the text.
        CellKind.Text when isText && cell.Text is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] => cell.Text[1..],
        _ => cell.Text!,
    };

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
