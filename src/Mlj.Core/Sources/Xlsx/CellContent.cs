namespace Mlj.Sources.Xlsx;

/// <summary>What comes behind a <see cref="PlainHead"/>.</summary>
internal enum CellContent
{
    /// <summary>No head has been read yet.</summary>
    Unknown,

    /// <summary>Nothing; the cell has ended.</summary>
    Nothing,

    /// <summary>A number and the end of <c>v</c>.</summary>
    Number,

    /// <summary>0 or 1 and the end of <c>v</c>.</summary>
    Boolean,

    /// <summary>The number of a shared text and the end of <c>v</c>.</summary>
    SharedText,

    /// <summary>A text and the end of <c>v</c>.</summary>
    Text,

    /// <summary>A text and the ends of <c>t</c> and <c>is</c>.</summary>
    InlineText,
}
