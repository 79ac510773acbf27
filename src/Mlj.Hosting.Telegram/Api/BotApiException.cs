namespace Mlj.Hosting.Telegram.Api;

/// <summary>The Bot API refused a call, or could not be reached for as long as it was tried. The message never has the token in it.</summary>
internal sealed class BotApiException(string method, int? code, string description, Exception? cause = null) : Exception($"{method}: {description}", cause)
{
    /// <summary>The status that was answered, such as 400; null when nothing was.</summary>
    public int? Code { get; } = code;

    /// <summary>Why, in the API's words.</summary>
    public string Description { get; } = description;

    /// <summary>Whether nobody knows if the call was carried out: its answer was lost, or the server failed while it answered.</summary>
    public bool IsUncertain => Code is null or >= 500;

    /// <summary>Whether another process polls, or a webhook is set.</summary>
    public bool IsConflict => Code == 409;

    /// <summary>Whether the message says already what it shall say.</summary>
    public bool IsNotModified => Says("message is not modified");

    /// <summary>Whether there is no such message to edit, or it cannot be edited.</summary>
    public bool IsNotEditable => Says("message to edit not found") || Says("message can't be edited") || Says("there is no text in the message") || Says("there is no caption in the message") || Says("MESSAGE_ID_INVALID");

    private bool Says(string words) => Code == 400 && Description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
