using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>One data row of an export, as far as it is needed.</summary>
public sealed record Response
{
    /// <summary>The row, from 1.</summary>
    public required int Row { get; init; }

    /// <summary>What the row is.</summary>
    public required ResponseKind Kind { get; init; }

    /// <summary>The address as typed; null when none was given.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>The name, tidied, in the order given name, family name; null when none was given.</summary>
    public string? Name { get; init; }

    /// <summary>The telephone number as typed; null when none was given.</summary>
    public string? Phone { get; init; }

    /// <summary>When the answers were handed in, in the form's own time zone; null when not known.</summary>
    public DateTime? Submitted { get; init; }

    /// <summary>Which attempt of the participant it is, from 1, as the file says; null when it does not say.</summary>
    public decimal? AttemptNumber { get; init; }

    /// <summary>The score's cell as it stands in the file; null when it is empty.</summary>
    public string? RawScore { get; init; }

    /// <summary>The number in the score's cell before any judgement, for the ledger; null when there is none.</summary>
    public decimal? RawPoints { get; init; }

    /// <summary>The score; null when it is missing or could not be taken.</summary>
    public Score? Score { get; init; }

    /// <summary>Why the score could not be taken; null when it was, or is simply missing.</summary>
    public string? Fault { get; init; }

    /// <summary>The column of the score's cell, from 1, when it is not that of the other rows.</summary>
    internal int? ScoreColumn { get; init; }

    /// <summary>A fingerprint of all cells but the row's own number, by which exact copies are found.</summary>
    public ulong Content { get; init; }
}
