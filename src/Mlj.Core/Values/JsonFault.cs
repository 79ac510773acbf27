using System.Globalization;
using System.Text.Json;

namespace Mlj.Values;

/// <summary>Says in a person's words why a text is no JSON.</summary>
internal static class JsonFault
{
    /// <summary>What is wrong with a text that passes the parser and fails where it is asked for.</summary>
    public const string HalfCharacter = "a text in it is broken: it has half of a character, such as \\ud83d without its other half";

    private const string PlaceInMessage = " LineNumber:";

    // Meant for whoever wrote the program.
    private const string AdviceInMessage = " Change the reader options.";

    /// <summary>What is wrong, and where that is known in which line and at which byte of it, both from 1; without a full stop.</summary>
    public static string Describe(string text, JsonException error)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "it is empty";
        var end = error.Message.IndexOf(PlaceInMessage, StringComparison.Ordinal);
        var what = (end < 0 ? error.Message : error.Message[..end]).Replace(AdviceInMessage, "", StringComparison.Ordinal).TrimEnd('.');
        // What stands twice has no place.
        return error.LineNumber is { } line
            ? string.Create(CultureInfo.InvariantCulture, $"it is not JSON in line {line + 1}, byte {error.BytePositionInLine + 1}: {what}")
            : $"it is not JSON: {what}";
    }
}
