namespace Mlj.Formulas;

/// <summary>Why an operation gave nothing although its operands were there.</summary>
[Flags]
internal enum FormulaOddity
{
    None = 0,

    /// <summary>A division by zero.</summary>
    DivisionByZero = 1,

    /// <summary>A text where a number is needed.</summary>
    TextAsNumber = 2,

    /// <summary>A number beyond 7.9e28, or a text longer than a cell holds.</summary>
    Overflow = 4,

    /// <summary>A power or a number of characters that does not exist: the root of a negative number, 0^0, LEFT with -1.</summary>
    Undefined = 8,
}
