namespace Mlj.Hosting.Cli.Batches;

/// <summary>An option as a manifest has it.</summary>
/// <param name="Key">The option's name without dashes at its front, with underscores within: <c>accept_suggestions</c>.</param>
/// <param name="Values">What it is set to; nothing for an option that takes no value.</param>
internal sealed record ManifestChoice(string Key, IReadOnlyList<string> Values);
