using System.Globalization;
using System.Text;
using Mlj.Tables;

namespace Mlj.Hosting.Telegram.Replies;

/// <summary>The first rows of a table, narrow enough for a telephone. Columns of addresses are left out.</summary>
internal static class SmallTable
{
    private const int MostWidth = 44;
    private const int MostName = 16;
    private const int MostText = 10;

    /// <summary>The table in fixed letters; empty when it has no column to show.</summary>
    /// <param name="columns">Its columns in the order of their importance.</param>
    /// <param name="rows">Its rows, with a cell for each of all columns.</param>
    public static string Of(IReadOnlyList<ShownColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var chosen = new List<(string[] Texts, bool IsNumber, int Width)>();
        var room = MostWidth;
        foreach (var column in columns.Where(column => column.Role != ColumnRole.Email))
        {
            var most = column.Role == ColumnRole.Name ? MostName : MostText;
            string[] texts = [Cut(HeadOf(column), most), .. rows.Select(row => Cut(Text(row[column.Index]), most))];
            var width = texts.Max(text => text.EnumerateRunes().Count());
            if (width + 1 > room)
                break;
            room -= width + 1;
            chosen.Add((texts, column.Kind == ColumnKind.Number, width));
        }
        if (chosen.Count == 0)
            return "";
        var lines = Enumerable.Range(0, rows.Count + 1).Select(row => string.Join(' ', chosen.Select(column => Padded(column.Texts[row], column.Width, column.IsNumber))).TrimEnd());
        return $"<pre>{string.Join('\n', lines.Select(line => line.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)))}</pre>";
    }

    private static string HeadOf(ShownColumn column) => column switch
    {
        { Role: ColumnRole.Score, Test: { } test } => string.Create(CultureInfo.InvariantCulture, $"T{test}"),
        { Role: ColumnRole.Average } => "Avg",
        { Role: ColumnRole.Name } => "Name",
        _ => column.Name,
    };

    private static string Text(object? cell) => cell switch
    {
        null => "–",
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => Html.Clean(Convert.ToString(cell, CultureInfo.InvariantCulture)),
    };

    private static string Cut(string text, int most)
    {
        text = Html.Clean(text);
        if (text.EnumerateRunes().Count() <= most)
            return text;
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(most - 1))
            cut.Append(rune.ToString());
        return cut.Append('…').ToString();
    }

    private static string Padded(string text, int width, bool isNumber)
    {
        var blanks = new string(' ', width - text.EnumerateRunes().Count());
        return isNumber ? blanks + text : text + blanks;
    }
}
