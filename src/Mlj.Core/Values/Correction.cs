namespace Mlj.Values;

/// <summary>
/// A setting that answers a note or mends a problem. The words of a note name no option, button or property, for whoever shows it has others;
/// this says which of them it is.
/// </summary>
/// <param name="File">The name of the file that it is to be set for, as the user knows it.</param>
/// <param name="Setting">What is to be set.</param>
/// <param name="Value">What it is to be set to, as text: <c>comma</c>, <c>3</c>; null when only a person knows.</param>
public sealed record Correction(string File, FileSetting Setting, string? Value = null);
