using System.Globalization;

namespace Mlj.Tables;

/// <summary>One cell of a <see cref="Table"/>: text, a number, or missing. Missing is neither zero nor an empty text.</summary>
public readonly record struct Cell
{
    private Cell(string? text, decimal? number)
    {
        Text = text;
        Number = number;
    }

    /// <summary>The missing cell.</summary>
    public static Cell Missing => default;

    /// <summary>The cell's text; null in a number cell and in a missing one.</summary>
    public string? Text { get; }

    /// <summary>The cell's number; null in a text cell and in a missing one.</summary>
    public decimal? Number { get; }

    /// <summary>Whether nothing is known here.</summary>
    public bool IsMissing => Text is null && Number is null;

    /// <summary>A text cell; null gives the missing cell.</summary>
    public static Cell Of(string? text) => new(text, null);

    /// <summary>A number cell; null gives the missing cell.</summary>
    public static Cell Of(decimal? number) => new(null, number);

    /// <summary>The text, or the number by the invariant culture, or an empty text for the missing cell.</summary>
    public override string ToString() => Text ?? Number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
