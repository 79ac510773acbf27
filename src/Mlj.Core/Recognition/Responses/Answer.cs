using Mlj.Values;

namespace Mlj.Recognition.Responses;

/// <summary>What a score's cell came to; shared by all rows of a test whose cells are alike.</summary>
internal sealed class Answer
{
    /// <inheritdoc cref="Response.Kind"/>
    public ResponseKind Kind { get; init; }

    /// <inheritdoc cref="Response.RawScore"/>
    public string? RawScore { get; init; }

    /// <inheritdoc cref="Response.ScoreColumn"/>
    public int? Column { get; init; }

    /// <inheritdoc cref="Response.RawPoints"/>
    public decimal? RawPoints
    {
        get;
        init
        {
            field = value;
            LedgerPoints = InLedger(value);
        }
    }

    /// <inheritdoc cref="Response.Score"/>
    public Score? Score
    {
        get;
        init
        {
            field = value;
            Percentage = value?.Percentage;
        }
    }

    /// <inheritdoc cref="Response.Fault"/>
    public string? Fault { get; init; }

    /// <summary>The score in percent, not rounded; null when there is none.</summary>
    public decimal? Percentage { get; private init; }

    /// <summary>
    /// The number in the score's cell as far as the ledger sums it. A number that no score can be counts as none, and digits beyond what a
    /// spreadsheet keeps are dropped, so that the sums of any number of rows stay exact whatever their order.
    /// </summary>
    public decimal LedgerPoints { get; private init; }

    private static decimal InLedger(decimal? raw)
    {
        const decimal Largest = 1_000_000_000_000;
        const int Decimals = 15;
        return raw is >= -Largest and <= Largest and var points ? Rounding.HalfAwayFromZero(points, Decimals) : 0;
    }
}
