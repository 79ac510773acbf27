namespace Mlj.Actions;

/// <summary>The word in the heading of invented scores.</summary>
internal static class SyntheticMark
{
    public const string Word = "SYNTHETIC";

    public static bool IsIn(string name) => name.Contains(Word, StringComparison.Ordinal);

    /// <summary>The name with the mark behind it, unless it is in it.</summary>
    public static string On(string name) => IsIn(name) ? name : $"{name} ({Word})";
}
