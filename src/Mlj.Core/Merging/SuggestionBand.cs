namespace Mlj.Merging;

/// <summary>How far an <see cref="IdentitySuggestion"/> can be trusted.</summary>
public enum SuggestionBand
{
    /// <summary>Meant to be right 99 times of 100.</summary>
    Sure,

    /// <summary>Worth a look; a person must decide.</summary>
    Review,
}
