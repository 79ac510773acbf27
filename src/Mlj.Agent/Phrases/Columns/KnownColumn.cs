using Mlj.Agent.Phrases.Words;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Columns;

/// <summary>A column as requests can speak of it.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Words">Its words as they are compared.</param>
/// <param name="Means">What the words mean, in any language.</param>
/// <param name="Role">What the column is about, by its outline or else by its words.</param>
/// <param name="Number">The number in the heading of a test; null for other columns.</param>
internal sealed record KnownColumn(string Name, string[] Words, Meanings Means, ColumnRole Role, int? Number)
{
    /// <summary>Whether only text stands in it, as far as is known.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether the heading reads like an order, such as "delete everything". It is spoken of only in quotation marks, so that it steers no request.</summary>
    public bool IsOrder { get; init; }

    /// <summary>Whether its heading is the word for the people of the table.</summary>
    public bool IsPerson { get; init; }

    /// <summary>Whether an earlier step makes it.</summary>
    public bool IsMade { get; init; }

    /// <summary>Whether it holds the score of a test.</summary>
    public bool IsTest => Number is not null && !IsText && Role is ColumnRole.None or ColumnRole.Score && Number is not null;

    /// <summary>Whether it is one of those that "the score" can mean.</summary>
    public bool IsScore => !IsText && (IsTest || Role is ColumnRole.Score or ColumnRole.Average or ColumnRole.Assignment or ColumnRole.Synthetic
        || Role == ColumnRole.None && (Means.HasAny(Scores) || IsMade));

    private static readonly Meanings Scores = Meanings.Of(Meaning.Score, Meaning.Test, Meaning.Sum, Meaning.Average, Meaning.Bonus);
}
