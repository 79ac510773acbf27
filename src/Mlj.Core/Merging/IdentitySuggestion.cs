namespace Mlj.Merging;

/// <summary>Two addresses that are probably one person's, with what speaks for it and against. It is never merged unasked.</summary>
/// <param name="Email">One address.</param>
/// <param name="OtherEmail">The other address.</param>
/// <param name="Band">How far it can be trusted.</param>
/// <param name="Evidence">What speaks for one person, in words.</param>
/// <param name="Against">What speaks for two people, in words.</param>
public sealed record IdentitySuggestion(string Email, string OtherEmail, SuggestionBand Band, IReadOnlyList<string> Evidence, IReadOnlyList<string> Against)
{
    /// <summary>The sum of the evidence's weights; one more means about twice as likely. Orders suggestions, and is no probability.</summary>
    public double Strength { get; init; }

    /// <summary>The decision that accepts this suggestion.</summary>
    public SamePerson Accept() => new(Email, OtherEmail);

    /// <summary>The decision that rejects this suggestion.</summary>
    public DifferentPeople Reject() => new(Email, OtherEmail);
}
