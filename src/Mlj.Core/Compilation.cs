using Mlj.Exports;
using Mlj.Merging;
using Mlj.Pipeline;
using Mlj.Recognition;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj;

/// <summary>
/// The results of several tests: the merged participants, the run of the scoring policy over them, and everything that stands behind a
/// number. Immutable and safe to share between threads.
/// </summary>
public sealed record Compilation
{
    internal Compilation()
    {
    }

    /// <summary>The merge: participants, ledger, retakes, suggestions, notes.</summary>
    public required Consolidation Consolidation { get; init; }

    /// <summary>
    /// The scoring policy carried out on the merged table; when it could not be, nothing of it is done, and <see cref="Pipeline.Run.Problems"/> and
    /// <see cref="Notes"/> say why.
    /// </summary>
    public required Run Run { get; init; }

    /// <summary>The files that could not be used, with reasons.</summary>
    public required IReadOnlyList<RefusedFile> Refused { get; init; }

    /// <summary>The files that went in.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>The options it was made with; suggestions that were accepted unasked stand among the decisions of <see cref="CompilerOptions.Merge"/>.</summary>
    public required CompilerOptions Options { get; init; }

    /// <summary>The tests as they were read, before the merge.</summary>
    internal IReadOnlyList<TestResponses> Responses { get; init; } = [];

    /// <summary>The class list as it was read; null when none was given or it could not be used.</summary>
    internal TestResponses? ClassList { get; init; }

    /// <summary>The class list held against the participants; null when none was given or it could not be used.</summary>
    public Roster? Roster { get; init; }

    /// <summary>What was changed after the policy; null when nothing was. It must begin with <see cref="Run.Result"/> of <see cref="Run"/>: no book is made of another one.</summary>
    public History? History { get; init; }

    /// <summary>The result: a row a participant, a column a test, what the policy adds, and what was changed since.</summary>
    public Table Table => History?.Result ?? Run.Result;

    /// <summary>The participants; the one at index i is the table's stored row i.</summary>
    public IReadOnlyList<Participant> Participants => Consolidation.Participants;

    /// <summary>The proof that no row was lost.</summary>
    public Ledger Ledger => Consolidation.Ledger;

    /// <summary>What was odd, in the files, in the options and in the policy's steps; also why the policy could not be carried out.</summary>
    public IEnumerable<Note> Notes =>
    [
        .. Run.Problems.Select(problem => new Note(NoteLevel.Review, "policy_not_done", $"The scoring policy was not carried out, so nothing is computed. {problem}")),
        .. NamesOfNoFile(), .. Consolidation.Notes, .. Roster?.Notes ?? [], .. Done.SelectMany(step => step.Notes),
    ];

    /// <summary>The steps behind <see cref="Table"/>: the policy's, then those that were accepted and not undone.</summary>
    internal IEnumerable<Step> Done => Run.Steps.Concat(History?.Steps.Select(step => step.Done).OfType<Step>() ?? []);

    /// <summary>
    /// The same files under other choices: which attempts count, which addresses are one person's, which policy computes the results. No
    /// file is read again. Leaving a decision out restores exactly what was before it. The <see cref="History"/> is left behind, for its table is
    /// another one: run its plans on the new result where they are still wanted.
    /// </summary>
    /// <param name="options">The choices. What they say of files and their recognition has no effect: that of this compilation's own options stays.</param>
    /// <param name="cancellation">Asked before the merge and between the policy's steps.</param>
    /// <exception cref="ArgumentException">An option is null or out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public Compilation With(CompilerOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check(nameof(options));
        var choices = options with
        {
            Roster = Options.Roster,
            Recognition = Options.Recognition,
            RecognitionByFile = Options.RecognitionByFile,
            Limits = Options.Limits,
            Formats = Options.Formats,
        };
        return ResultsCompiler.Compile(Responses, ClassList, Inputs, Refused, choices, cancellation);
    }

    /// <summary>
    /// The participants whose outcome differs from that of another compilation of the same files: the final average, the grade or the
    /// verdict. Others are left out, whatever else changed.
    /// </summary>
    /// <param name="after">This compilation <see cref="With"/> other choices.</param>
    /// <returns>The changes in the order of this compilation's participants; none when no outcome differs.</returns>
    /// <exception cref="ArgumentException">The other compilation is of other files.</exception>
    public IReadOnlyList<OutcomeChange> ChangesTo(Compilation after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (!ReferenceEquals(after.Responses, Responses))
            throw new ArgumentException("The compilations are not of the same files read once; make the second one of the first by With.", nameof(after));
        return OutcomeChanges.Between(this, after);
    }

    /// <summary>The participant with an address, in any capitals; null when nobody has it.</summary>
    /// <param name="email">
    /// The address; blanks around it do not count. Of several who share it by a decision it is the first, or the one whose name stands before the
    /// address: <c>Ada Quill &lt;mum.quill@example.org&gt;</c>; null when it is none of theirs.
    /// </param>
    public Participant? Find(string email)
    {
        if (DecidedPerson.Read(email) is not { } person)
            return null;
        var having = Participants.Where(participant => participant.Emails.Contains(person.Email, StringComparer.Ordinal)).ToList();
        return having.Count > 1 && person.Name is not null
            ? having.Find(participant => DecidedPerson.Read($"{participant.Name} <{person.Email}>") == person)
            : having.FirstOrDefault();
    }

    /// <summary>How a cell of the result came about, in words; null when there is nothing to tell.</summary>
    /// <param name="participant">One of <see cref="Participants"/>, the object itself; of one of another compilation there is nothing to tell.</param>
    /// <param name="column">The column's exact name in <see cref="Table"/>.</param>
    public string? Explain(Participant participant, string column)
    {
        ArgumentNullException.ThrowIfNull(participant);
        var stored = -1;
        for (var index = 0; index < Participants.Count && stored < 0; index++)
            if (ReferenceEquals(Participants[index], participant))
                stored = index;
        if (stored < 0 || Table.Find(column) is not { } found)
            return null;
        return new Run(Plan.Empty, Run.Start, [.. Done], []).Explain(column, stored) ?? (found.Test is { } test ? ScoreExplanation.Of(participant, test) : null);
    }

    /// <summary>Writes the results to a file, as a whole or not at all, as <see cref="ExportFile.Write"/> does.</summary>
    /// <param name="path">Where to; the extension chooses among <see cref="CompilerOptions.Exports"/>: .xlsx, .csv or .json by default.</param>
    /// <param name="options">What the book says of itself; <see cref="BookOptions.Default"/> when null.</param>
    /// <param name="cancellation">Asked between rows; a file that was there before is left as it was then.</param>
    /// <exception cref="ArgumentException">No format has this extension, or the history does not begin with the policy's result.</exception>
    /// <exception cref="ExportException">The results pass a limit of the format, such as the characters of a cell.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public void Save(string path, BookOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var format = Options.Exports.ForPath(path)
            ?? throw new ArgumentException($"No format has the extension of '{Path.GetFileName(path)}'. The extensions are: {string.Join(", ", Options.Exports.Extensions)}.", nameof(path));
        ExportFile.Write(path, stream => format.Write(ResultsBook.Of(this, options), stream, cancellation));
    }

    /// <summary>Writes the results to a stream.</summary>
    /// <param name="stream">Where to; is not closed.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellation">Asked between rows.</param>
    /// <exception cref="ArgumentException">The history does not begin with the policy's result.</exception>
    /// <exception cref="ExportException">The results pass a limit of the format; what the stream has received until then is no file.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public void Write(Stream stream, IExportFormat format, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(format);
        format.Write(ResultsBook.Of(this), stream, cancellation);
    }

    private IEnumerable<Note> NamesOfNoFile()
    {
        if (Options.RecognitionByFile.Count == 0)
            return [];
        var files = Inputs.Select(input => input.File).Concat(Refused.Select(refused => refused.File)).ToList();
        return Options.RecognitionByFile.Keys.Where(name => !files.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(name =>
            new Note(NoteLevel.Review, "no_such_file", $"Something is said of the file '{name}', and there is no such file.{NearestName.DidYouMean(name, files)} It has no effect."));
    }
}
