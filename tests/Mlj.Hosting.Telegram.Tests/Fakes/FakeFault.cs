namespace Mlj.Hosting.Telegram.Tests.Fakes;

/// <summary>What goes wrong with a call.</summary>
/// <param name="Status">The status that is answered; 0 for no answer: the connection is cut.</param>
/// <param name="Body">The body that is answered.</param>
/// <param name="IsBefore">Whether the call is not carried out.</param>
/// <param name="Then">What happens instead of an answer.</param>
internal sealed record FakeFault(int Status, string Body = "", bool IsBefore = true, Action? Then = null)
{
    public static FakeFault TooMany(int seconds) => new(429, $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {{{seconds}}}","parameters":{"retry_after":{{{seconds}}}}}""");

    public static readonly FakeFault Conflict = new(409, """{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}""");

    public static readonly FakeFault ServerError = new(502, "<html>Bad Gateway</html>");

    /// <summary>The call is not carried out, and not answered.</summary>
    public static readonly FakeFault Lost = new(0);

    /// <summary>The call is carried out, but its answer is lost.</summary>
    public static readonly FakeFault AnswerLost = new(0, IsBefore: false);

    public static readonly FakeFault ServerErrorAfter = new(500, "", IsBefore: false);
}
