using Mlj.Merging;

namespace Mlj;

/// <summary>Which of the suggestions about people are accepted without asking one by one.</summary>
public enum AcceptedSuggestions
{
    /// <summary>None: addresses stay apart until somebody decides.</summary>
    None,

    /// <summary>Those of the band <see cref="SuggestionBand.Sure"/>.</summary>
    Sure,

    /// <summary>All of them.</summary>
    All,
}
