namespace Mlj.Formulas;

/// <summary>What a piece of a formula's text is.</summary>
internal enum FormulaTokenKind
{
    /// <summary>Nothing more follows.</summary>
    End,

    /// <summary>A number: <c>12.5</c>.</summary>
    Number,

    /// <summary>A text: <c>"N/A"</c>.</summary>
    Text,

    /// <summary>A column: <c>[Test 1 Score]</c>.</summary>
    Column,

    /// <summary>A function, TRUE or FALSE.</summary>
    Name,

    /// <summary>An operator, a round bracket or a comma.</summary>
    Symbol,
}
