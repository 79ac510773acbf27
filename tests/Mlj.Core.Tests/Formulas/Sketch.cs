using System.Globalization;

namespace Mlj.Tests.Formulas;

/// <summary>
/// A formula as the tests invent it: what it says and of which kind it is, without a word about how it is read. N is a number, T a text,
/// C a condition, E the empty text.
/// </summary>
internal sealed record Sketch(char Kind, string Head, IReadOnlyList<Sketch> Parts, object? Value = null)
{
    private static readonly string[][] Ranks = [["=", "<>", "<", "<=", ">", ">="], ["&"], ["+", "-"], ["*", "/"], ["^"], ["%"], ["neg"]];

    private int Rank => Array.FindIndex(Ranks, rank => rank.Contains(Head)) is var rank and >= 0 ? rank : Ranks.Length;

    /// <summary>The formula with no more brackets than it needs.</summary>
    public override string ToString() => Head switch
    {
        "number" => ((decimal)Value!).ToString(CultureInfo.InvariantCulture),
        "text" => $"\"{Value}\"",
        "truth" => (bool)Value! ? "TRUE" : "FALSE",
        "column" => $"[{Value}]",
        "neg" => "-" + Inside(Parts[0], Rank),
        "%" => Inside(Parts[0], Rank) + "%",
        _ when Rank < Ranks.Length => $"{Inside(Parts[0], Rank)} {Head} {Inside(Parts[1], Rank + 1)}",
        _ => $"{Head}({string.Join(", ", Parts)})",
    };

    private static string Inside(Sketch part, int rank) => part.Rank < rank ? $"({part})" : part.ToString();
}
