using System.Globalization;
using Mlj.Tables;

namespace Mlj.Tests.Formulas;

/// <summary>Works a sketch out for a row, value by value: null is missing, else a decimal, a text or a bool. Slow and simple.</summary>
internal sealed class SketchOracle(Table table, int stored)
{
    public object? Result(Sketch sketch) => Of(sketch) is bool truth ? Words(truth) : Of(sketch);

    private static string Words(bool truth) => truth ? "TRUE" : "FALSE";

    private object? Of(Sketch sketch)
    {
        var parts = sketch.Parts;
        switch (sketch.Head)
        {
            case "number" or "text" or "truth":
                return sketch.Value is "" ? null : sketch.Value;
            case "column":
                var name = ((string)sketch.Value!).Replace("'[", "[", StringComparison.Ordinal).Replace("']", "]", StringComparison.Ordinal)
                    .Replace("'@", "@", StringComparison.Ordinal);
                var cell = table.Find(name == "@B" ? "B" : name)![stored];
                return cell.Text ?? (object?)cell.Number;
            case "neg":
                return -Number(parts[0]);
            case "%":
                return Number(parts[0]) / 100;
            case "+" or "-" or "*" or "/" or "^":
                return Number(parts[0]) is { } left && Number(parts[1]) is { } right ? Calculated(sketch.Head, left, right) : null;
            case "&" or "CONCAT":
                return Filled(string.Concat(parts.Select(Text)));
            case "=" or "<>" when parts[1].Kind == 'E':
                return Of(parts[0]) is null == (sketch.Head == "=");
            case "=" or "<>" or "<" or "<=" or ">" or ">=":
                return Of(parts[0]) is { } one && Of(parts[1]) is { } other ? Compared(sketch.Head, one, other) : null;
            case "IF":
                return Of(parts[0]) is bool holds ? (sketch.Kind, Of(parts[holds ? 1 : 2])) switch
                {
                    ('T', decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture),
                    var (_, value) => value,
                } : null;
            case "AND" or "OR":
                var truths = parts.Select(Of).ToList();
                var deciding = sketch.Head == "OR";
                return truths.Contains(deciding) ? deciding : truths.Contains(null) ? null : !deciding;
            case "NOT":
                return Of(parts[0]) is bool truth ? !truth : null;
            case "ISBLANK":
                return Of(parts[0]) is null;
            case "LEN":
                return (decimal)Text(parts[0]).Length;
            case "LEFT" or "RIGHT":
                var whole = Text(parts[0]);
                if ((parts.Count > 1 ? Number(parts[1]) : 1) is not { } wanted || wanted < 0)
                    return null;
                var kept = (int)Math.Min(wanted, whole.Length);
                return Filled(sketch.Head == "LEFT" ? whole.Substring(0, kept) : whole.Substring(whole.Length - kept));
            case "UPPER":
                return Filled(Text(parts[0]).ToUpperInvariant());
            case "LOWER":
                return Filled(Text(parts[0]).ToLowerInvariant());
            case "TRIM":
                return Filled(string.Join(' ', Text(parts[0]).Split(' ').Where(word => word.Length > 0)));
            case "ABS":
                return Number(parts[0]) is { } size ? Math.Abs(size) : null;
            case "ROUND":
                return Number(parts[0]) is { } exact && Number(parts[1]) is { } digits ? Rounded(exact, (int)digits) : null;
            default:
                var numbers = parts.Select(Number).OfType<decimal>().Order().ToList();
                return sketch.Head == "COUNT" ? (decimal)numbers.Count : numbers.Count == 0 ? null : sketch.Head switch
                {
                    "SUM" => numbers.Sum(),
                    "AVERAGE" => numbers.Sum() / numbers.Count,
                    "MIN" => numbers[0],
                    "MAX" => numbers[^1],
                    "MEDIAN" => (numbers[(numbers.Count - 1) / 2] + numbers[numbers.Count / 2]) / 2,
                    _ => throw new InvalidOperationException(sketch.Head),
                };
        }
    }

    private decimal? Number(Sketch sketch) => (sketch.Kind, Of(sketch)) switch
    {
        ('N', decimal number) => number,
        ('C', bool truth) => truth ? 1 : 0,
        _ => null,
    };

    private string Text(Sketch sketch) => Of(sketch) switch
    {
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        bool truth => Words(truth),
        var text => (string?)text ?? "",
    };

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    private static decimal? Calculated(string sign, decimal left, decimal right) => sign switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => right == 0 ? null : left / right,
        _ when left == 0 && right <= 0 || left < 0 && right == 0.5m => null,
        _ => right switch { 1 => left, 2 => left * left, 3 => left * left * left, -1 => 1 / left, _ => (decimal)Math.Sqrt((double)left) },
    };

    private static bool Compared(string sign, object one, object other)
    {
        var order = (one, other) switch
        {
            (decimal left, decimal right) => Math.Abs(left - right) < 1e-20m ? 0 : left < right ? -1 : 1,
            (string left, string right) => StringComparer.InvariantCultureIgnoreCase.Compare(left, right),
            (decimal, _) => -1,
            _ => 1,
        };
        return sign switch { "=" => order == 0, "<>" => order != 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
    }

    // Away from zero by hand: half a unit is added and the rest cut off.
    private static decimal Rounded(decimal number, int digits)
    {
        var unit = digits switch { 2 => 0.01m, 1 => 0.1m, 0 => 1m, _ => 10m };
        return Math.Truncate(Math.Round(number, 20, MidpointRounding.AwayFromZero) / unit + (number < 0 ? -0.5m : 0.5m)) * unit;
    }
}
