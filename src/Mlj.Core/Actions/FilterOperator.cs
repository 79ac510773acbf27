namespace Mlj.Actions;

/// <summary>How a cell is held against a value. Text is compared ignoring case; a blank cell is an empty one.</summary>
public enum FilterOperator
{
    /// <summary>The same number, or the same text.</summary>
    Equals,

    /// <summary>Any other, empty cells too.</summary>
    NotEquals,

    /// <summary>A number above the value.</summary>
    Greater,

    /// <summary>A number below the value.</summary>
    Less,

    /// <summary>The value or a number above it.</summary>
    GreaterEqual,

    /// <summary>The value or a number below it.</summary>
    LessEqual,

    /// <summary>The value stands somewhere in the cell's text.</summary>
    Contains,

    /// <summary>The value stands nowhere in it; so for empty cells too.</summary>
    NotContains,

    /// <summary>The cell's text begins with the value.</summary>
    StartsWith,

    /// <summary>The cell's text ends with the value.</summary>
    EndsWith,

    /// <summary>Nothing stands there.</summary>
    IsEmpty,

    /// <summary>Something stands there.</summary>
    NotEmpty,

    /// <summary>A number from the first of two values to the second, both included.</summary>
    Between,

    /// <summary>One of the values.</summary>
    OneOf,
}
