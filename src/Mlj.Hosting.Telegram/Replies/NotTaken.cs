namespace Mlj.Hosting.Telegram.Replies;

/// <summary>A file that was not taken.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why, and what to do.</param>
internal sealed record NotTaken(string Name, string Reason);
