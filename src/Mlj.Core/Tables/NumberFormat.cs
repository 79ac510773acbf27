namespace Mlj.Tables;

/// <summary>How the numbers of a column are shown. The numbers themselves are never rounded by it.</summary>
/// <param name="Decimals">Digits after the decimal mark; null shows what the number has.</param>
public sealed record NumberFormat(int? Decimals = null)
{
    /// <summary>Numbers shown with the digits they have.</summary>
    public static NumberFormat AsIs { get; } = new();

    /// <summary>Percentages at two decimals that never hide whether they reach 100.</summary>
    public static NumberFormat Percentage { get; } = new(2) { Boundaries = [0, 100] };

    /// <summary>Values whose side rounding must not hide, such as a pass mark.</summary>
    public IReadOnlyList<decimal> Boundaries { get; init; } = [];

    /// <summary>This format with one more boundary.</summary>
    public NumberFormat WithBoundary(decimal boundary) =>
        Boundaries.Contains(boundary) ? this : this with { Boundaries = [.. Boundaries, boundary] };

    /// <inheritdoc />
    public bool Equals(NumberFormat? other) => other is not null && Decimals == other.Decimals && Boundaries.SequenceEqual(other.Boundaries);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Decimals, Boundaries.Count);
}
