using System.Text.Json;

namespace Mlj.Hosting.Views;

/// <summary>A step of a plan or of the history.</summary>
public sealed record StepView(int Number, string Action, JsonElement Params, string Summary, bool Undone, IReadOnlyList<NoteView> Notes);
