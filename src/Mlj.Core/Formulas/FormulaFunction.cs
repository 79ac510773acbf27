using System.Collections.Frozen;

namespace Mlj.Formulas;

/// <summary>A function of formulas, by its name in Excel, and how many arguments it takes.</summary>
internal sealed record FormulaFunction(string Name, int Least, int Most)
{
    /// <summary>As many arguments as Excel takes.</summary>
    private const int Many = 255;

    private static readonly FrozenDictionary<string, FormulaFunction> ByName = new FormulaFunction[]
    {
        new("ABS", 1, 1), new("AND", 1, Many), new("AVERAGE", 1, Many), new("CONCAT", 1, Many), new("COUNT", 1, Many), new("IF", 3, 3),
        new("ISBLANK", 1, 1), new("LEFT", 1, 2), new("LEN", 1, 1), new("LOWER", 1, 1), new("MAX", 1, Many), new("MEDIAN", 1, Many),
        new("MIN", 1, Many), new("NOT", 1, 1), new("OR", 1, Many), new("RIGHT", 1, 2), new("ROUND", 2, 2), new("SUM", 1, Many),
        new("TRIM", 1, 1), new("UPPER", 1, 1),
    }.ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of all functions, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>How many arguments it takes, in words.</summary>
    public string Arity => this switch
    {
        { Least: 1, Most: 1 } => "1 argument",
        { Most: Many } => $"1 to {Many} arguments",
        _ when Least == Most => $"{Least} arguments",
        _ => $"{Least} or {Most} arguments",
    };

    /// <summary>The function of this name in any case, or null.</summary>
    public static FormulaFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
