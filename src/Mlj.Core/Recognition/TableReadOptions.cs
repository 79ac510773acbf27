using Mlj.Sources;

namespace Mlj.Recognition;

/// <summary>What a caller knows better than the <see cref="TableReader"/>.</summary>
public sealed record TableReadOptions
{
    /// <summary>Nothing.</summary>
    public static TableReadOptions None { get; } = new();

    /// <summary>The sheet to read, ignoring case; null takes the one named Results, otherwise the first that is shown and not empty.</summary>
    public string? Sheet { get; init; }

    /// <summary>The decimal mark of numbers that are written as text; null lets each column decide.</summary>
    public DecimalMark? DecimalMark { get; init; }

    /// <summary>The kinds of file that are read; xlsx and csv by default.</summary>
    public SourceFormats Formats { get; init; } = SourceFormats.Default;
}
