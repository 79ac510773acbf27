namespace Mlj.Agent.Phrases.Columns;

/// <summary>What a mention of columns comes to.</summary>
internal enum MentionKind
{
    /// <summary>One column.</summary>
    One,

    /// <summary>Several columns, all of them meant.</summary>
    Many,

    /// <summary>One of several columns; which one was not said.</summary>
    Unclear,

    /// <summary>A column that there is not.</summary>
    Unknown,
}

/// <summary>The place where a clause speaks of columns.</summary>
/// <param name="From">The first token.</param>
/// <param name="To">The token behind the last.</param>
/// <param name="Kind">What it comes to.</param>
/// <param name="Columns">The columns, or those that can be meant.</param>
internal sealed record Mention(int From, int To, MentionKind Kind, IReadOnlyList<KnownColumn> Columns)
{
    /// <summary>Whether a number of columns was said that is not the number there is.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>Whether it is one column, spoken of by its own name.</summary>
    public bool IsSpecific => Kind == MentionKind.One && !IsGeneric;

    public bool Covers(int token) => token >= From && token < To;
}
