namespace Mlj.Hosting.Views;

/// <summary>The sorts of things that need a look.</summary>
public enum ReviewKind
{
    /// <summary>A file could not be used.</summary>
    RefusedFile,

    /// <summary>Only a person can answer; until then the stated assumption holds, such as a guessed maximum.</summary>
    Question,

    /// <summary>A value was left out or a choice was made that may be wrong.</summary>
    Note,

    /// <summary>Somebody sat a test more than once.</summary>
    Retake,
}
