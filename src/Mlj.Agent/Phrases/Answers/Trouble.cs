using Mlj.Agent.Phrases.Columns;

namespace Mlj.Agent.Phrases.Answers;

/// <summary>Why a clause gives no steps: something to ask, or something that is not done.</summary>
/// <param name="Sentence">The key of the sentence that says so.</param>
/// <param name="Words">What stands in its gaps.</param>
internal sealed record Trouble(string Sentence, params IReadOnlyList<string> Words)
{
    /// <summary>Whether it is refused rather than asked.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>The columns that would answer the question.</summary>
    public IReadOnlyList<KnownColumn> Columns { get; init; } = [];

    /// <summary>Other answers to the question than columns.</summary>
    public IReadOnlyList<Offer> Offers { get; init; } = [];

    /// <summary>Whether what stands in the gaps is ours and is told whole.</summary>
    public bool IsOwnText { get; init; }

    /// <summary>Whether the message speaks of one of these columns, and leaves open only which.</summary>
    public bool IsOfMeant { get; init; }

    /// <summary>Where in the message a column's name belongs, from its first character to the one behind its last; null for the end.</summary>
    public (int From, int To)? Gap { get; init; }

    /// <summary>The word that joins the column to the message where there is no gap.</summary>
    public string Join { get; init; } = "by";
}
