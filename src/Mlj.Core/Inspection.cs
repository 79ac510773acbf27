using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj;

/// <summary>What one file looks like to the recogniser.</summary>
/// <param name="File">The file's name as the user knows it.</param>
/// <param name="Sheets">Its sheets.</param>
/// <param name="Layout">The sheet that looks most like the answers to a test, and what its columns are for.</param>
/// <param name="Test">The test; null when it cannot be used, see <paramref name="Problem"/>.</param>
/// <param name="Notes">What is odd.</param>
/// <param name="Problem">Why the file cannot be used; null when it can.</param>
public sealed record Inspection(string File, IReadOnlyList<SheetHeading> Sheets, SheetLayout Layout, RecognisedTest? Test, IReadOnlyList<Note> Notes, Problem? Problem);
