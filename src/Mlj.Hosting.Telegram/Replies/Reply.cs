namespace Mlj.Hosting.Telegram.Replies;

/// <summary>What is answered: a text of HTML with rows of buttons.</summary>
internal sealed record Reply(string Html, IReadOnlyList<IReadOnlyList<Button>> Buttons)
{
    /// <summary>Whether it tells of the files that came; the next one of these takes its place.</summary>
    public bool IsOfFiles { get; init; }

    /// <summary>The format of the file that goes with it: <c>xlsx</c> or <c>csv</c>; null for none.</summary>
    public string? Document { get; init; }

    /// <summary>The session of the file; null without one.</summary>
    public string? Session { get; init; }
}
