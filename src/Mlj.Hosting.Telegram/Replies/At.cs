using System.Globalization;
using Mlj.Hosting.Views;

namespace Mlj.Hosting.Telegram.Replies;

/// <summary>The state of a session that a reply shows: its buttons are for that state.</summary>
internal readonly record struct At(string Session, long Version)
{
    /// <summary>How much of a session's id tells it from the chat's other ones.</summary>
    private const int MarkLength = 8;

    public static At Of(SessionView session) => new(session.SessionId, session.Version);

    public static string MarkOf(string session) => session[..Math.Min(MarkLength, session.Length)];

    /// <summary>The data of a button, which <see cref="Press.Read"/> reads again.</summary>
    public string Data(string verb, string argument = "") => string.Create(CultureInfo.InvariantCulture, $"{MarkOf(Session)}.{Version}.{verb}.{argument}");
}
