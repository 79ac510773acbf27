namespace Mlj.Sources.Xlsx;

/// <summary>What the attribute <c>t</c> of a cell says about its value.</summary>
internal enum CellType
{
    /// <summary><c>n</c>, or nothing, or something that nobody knows.</summary>
    Number,

    /// <summary><c>s</c>: the number of a shared text.</summary>
    SharedText,

    /// <summary><c>str</c>: a text in the cell's value.</summary>
    Text,

    /// <summary><c>inlineStr</c>: a rich text of its own.</summary>
    InlineText,

    /// <summary><c>b</c>.</summary>
    Boolean,

    /// <summary><c>e</c>.</summary>
    Error,

    /// <summary><c>d</c>: a date as ISO text.</summary>
    IsoDate,
}
