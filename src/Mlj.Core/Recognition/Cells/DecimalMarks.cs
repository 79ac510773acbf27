using Mlj.Values;

namespace Mlj.Recognition.Cells;

/// <summary>The decimal marks that a person can choose from.</summary>
internal static class DecimalMarks
{
    public static IReadOnlyList<Correction> Corrections(string file) =>
        [new(file, FileSetting.DecimalMark, "point"), new(file, FileSetting.DecimalMark, "comma")];
}
