namespace Mlj.Formulas;

/// <summary>A piece of a formula's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins, from 0.</param>
/// <param name="Length">How many characters of the formula it takes.</param>
/// <param name="Text">The text without its quotation marks, the column's name without brackets, the name or the operator.</param>
/// <param name="Number">The number of a number.</param>
internal readonly record struct FormulaToken(FormulaTokenKind Kind, int Start, int Length, string Text, decimal Number = 0)
{
    /// <summary>Where it begins, from 1.</summary>
    public int Position => Start + 1;

    public bool Is(string symbol) => Kind == FormulaTokenKind.Symbol && Text == symbol;

    /// <summary>What it is, in words.</summary>
    public string Told => Kind switch
    {
        FormulaTokenKind.End => "The end of the formula",
        FormulaTokenKind.Number => "A number",
        FormulaTokenKind.Text => "A text",
        FormulaTokenKind.Column => "A column",
        FormulaTokenKind.Name => "A name",
        _ => $"'{Text}'",
    };
}
