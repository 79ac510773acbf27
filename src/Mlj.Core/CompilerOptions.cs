using Mlj.Exports;
using Mlj.Merging;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Sources;

namespace Mlj;

/// <summary>
/// How files become results. Every option has a default that suits most people. What cannot be - a null where none is meant, a number out of its
/// range - is refused with an <see cref="ArgumentException"/> by whoever is given the options.
/// </summary>
public sealed record CompilerOptions
{
    /// <summary>The defaults.</summary>
    public static CompilerOptions Default { get; } = new();

    /// <summary>Which attempt counts, and decisions about people; the best attempt and no decisions by default.</summary>
    public MergeOptions Merge { get; init; } = new();

    /// <summary>Which suggestions about people are accepted without asking; none by default.</summary>
    public AcceptedSuggestions Accept { get; init; }

    /// <summary>
    /// A class list to hold against the results, xlsx or csv with names or addresses: who is absent, who is unexpected. None by default. A list that
    /// cannot be read is refused like any other file. It adds nobody to the results.
    /// </summary>
    public SourceFile? Roster { get; init; }

    /// <summary>What is known of every file, such as the heading of the names; nothing by default. A file that lacks a column named here is recognised without it, with a note.</summary>
    public RecognitionOptions Recognition { get; init; } = RecognitionOptions.None;

    /// <summary>
    /// What is known of single files, by their names ignoring case; wins over <see cref="Recognition"/>. None by default. A name that no file has
    /// becomes a note.
    /// </summary>
    public IReadOnlyDictionary<string, RecognitionOptions> RecognitionByFile { get; init; } = new Dictionary<string, RecognitionOptions>();

    /// <summary>What is computed from the merged scores; <see cref="ScoringPolicy.Mlj"/> by default, <see cref="Plan.Empty"/> for nothing.</summary>
    public Plan Policy { get; init; } = ScoringPolicy.Mlj;

    /// <summary>The actions that plans may use; the built-in ones by default.</summary>
    public ActionCatalog Actions { get; init; } = BuiltInActions.Catalog;

    /// <summary>What is too much of a file.</summary>
    public SourceLimits Limits { get; init; } = SourceLimits.Default;

    /// <summary>The kinds of file that are read; xlsx and csv by default.</summary>
    public SourceFormats Formats { get; init; } = SourceFormats.Default;

    /// <summary>The kinds of file that <see cref="Compilation.Save"/> writes; xlsx, csv and json by default.</summary>
    public ExportFormats Exports { get; init; } = ExportFormats.Default;

    /// <summary>Checks what can be wrong with options whatever the files are.</summary>
    /// <exception cref="ArgumentException">An option is null or out of its range.</exception>
    internal void Check(string parameter)
    {
        foreach (var (option, value) in new (string, object?)[]
        {
            (nameof(Merge), Merge), (nameof(Recognition), Recognition), (nameof(RecognitionByFile), RecognitionByFile), (nameof(Policy), Policy),
            (nameof(Actions), Actions), (nameof(Limits), Limits), (nameof(Formats), Formats), (nameof(Exports), Exports),
        })
            if (value is null)
                throw new ArgumentException($"The option {option} is null; leave it out for its default.", parameter);
        if (!Enum.IsDefined(Accept))
            throw new ArgumentException($"The option {nameof(Accept)} is {Accept}, which is none of its choices.", parameter);
        Merge.Check(parameter);
        Recognition.Check(parameter);
        foreach (var (file, options) in RecognitionByFile)
            (options ?? throw new ArgumentException($"The option {nameof(RecognitionByFile)} is null for '{file}'; leave the file out.", parameter)).Check(parameter);
    }
}
