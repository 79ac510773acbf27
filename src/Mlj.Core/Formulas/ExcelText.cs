namespace Mlj.Formulas;

/// <summary>
/// A piece of an Excel formula. What is missing here is an error there (or an empty text, where text is meant), which Excel carries through
/// operations as we carry the missing; the whole formula turns it into an empty text.
/// </summary>
/// <param name="Text">The text; at most as long as Excel takes, and cut off there.</param>
/// <param name="Level">How strongly its outermost operator binds.</param>
/// <param name="CanFail">Whether it can be an error.</param>
internal readonly record struct ExcelText(string Text, int Level, bool CanFail)
{
    public const int Comparison = 1;
    public const int Joining = 2;
    public const int Addition = 3;
    public const int Multiplication = 4;
    public const int Power = 5;
    public const int Percentage = 6;
    public const int Sign = 7;
    public const int Whole = 8;

    /// <summary>The missing.</summary>
    public static readonly ExcelText Missing = new("NA()", Whole, true);

    /// <summary>What Excel does not take.</summary>
    public static readonly ExcelText TooLong = Of(new string(' ', Formula.MaxLength + 1), Whole, false);

    /// <summary>Whether it was cut off.</summary>
    public bool IsTooLong => Text.Length > Formula.MaxLength;

    public static ExcelText Of(string text, int level, bool canFail) =>
        new(text.Length > Formula.MaxLength ? text[..(Formula.MaxLength + 1)] : text, level, canFail);

    /// <summary>A function of these arguments.</summary>
    public static ExcelText Call(string function, bool canFail, params IEnumerable<ExcelText> arguments) =>
        Of($"{function}({string.Join(",", arguments.Select(argument => argument.Text))})", Whole, canFail);

    /// <summary>The text as an operand, in brackets if it binds less than this.</summary>
    public string At(int level) => Level < level ? $"({Text})" : Text;

    /// <summary>This, and something else where it is an error.</summary>
    public ExcelText Or(string otherwise) => CanFail ? Of($"IFERROR({Text},{otherwise})", Whole, false) : this;
}
