namespace Mlj.Hosting.Telegram.Replies;

/// <summary>A button under a reply: it sends data back, opens an address, or opens the Mini App.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Data">What comes back when it is pressed; at most 64 bytes.</param>
/// <param name="Url">The address that it opens.</param>
/// <param name="App">The address of the Mini App that it opens; Telegram takes https alone.</param>
internal sealed record Button(string Text, string? Data = null, string? Url = null, string? App = null);
