namespace Mlj.Agent.Assistants;

/// <summary>A subject that the assistant explains without a model.</summary>
/// <param name="Intent">Its name on the wire.</param>
/// <param name="Phrases">Words and phrases in lower case; the first topic of the list with one of them in the message is meant.</param>
/// <param name="Answer">What is said.</param>
internal sealed record HelpTopic(string Intent, IReadOnlyList<string> Phrases, string Answer);
