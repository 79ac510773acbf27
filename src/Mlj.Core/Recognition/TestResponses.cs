using Mlj.Values;

namespace Mlj.Recognition;

/// <summary>A recognised test with its data rows in the order of the file.</summary>
/// <param name="Test">What was understood of the export.</param>
/// <param name="Responses">Every data row in which something stands.</param>
/// <param name="BlankRows">How many rows between the headings and the last row hold nothing.</param>
/// <param name="Notes">What was odd.</param>
public sealed record TestResponses(RecognisedTest Test, IReadOnlyList<Response> Responses, int BlankRows, IReadOnlyList<Note> Notes);
