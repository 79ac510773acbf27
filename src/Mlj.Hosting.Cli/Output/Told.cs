using Mlj.Values;

namespace Mlj.Hosting.Cli.Output;

/// <summary>What the library says to everybody, with the options of this program that answer it, as they are typed.</summary>
internal static class Told
{
    /// <summary>A note without its place.</summary>
    public static string Message(Note note) => With(note.Message, note.Corrections);

    public static string Of(Note note) => With(note.ToString(), note.Corrections);

    public static string Of(Problem problem) => With(problem.ToString(), problem.Corrections);

    /// <summary>What to do about a problem.</summary>
    public static string Remedy(Problem problem) => With(problem.Remedy, problem.Corrections);

    private static string With(string text, IReadOnlyList<Correction> corrections) =>
        corrections.Count == 0 ? text : $"{text.TrimEnd('.')}: {string.Join(" or ", corrections.Select(SettingNames.Typed))}.";
}
