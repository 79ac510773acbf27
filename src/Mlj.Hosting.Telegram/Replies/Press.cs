using System.Globalization;

namespace Mlj.Hosting.Telegram.Replies;

/// <summary>A button that was pressed.</summary>
/// <param name="Mark">Which session it was made for; empty for buttons that need none.</param>
/// <param name="Version">The session's version that it was made for.</param>
/// <param name="Verb">What is to be done.</param>
/// <param name="Argument">To what.</param>
internal sealed record Press(string Mark, long Version, string Verb, string Argument)
{
    /// <summary>Reads a button's data; null when it is none of ours.</summary>
    public static Press? Read(string? data)
    {
        var parts = data?.Split('.', 4);
        return parts is [var mark, var version, { Length: > 0 } verb, var argument] && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Press(mark, number, verb, argument)
            : null;
    }

    /// <summary>The data of a button that needs no session.</summary>
    public static string Free(string verb) => new At("", 0).Data(verb);
}
