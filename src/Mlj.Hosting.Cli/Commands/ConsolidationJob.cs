using Mlj.Exports;
using Mlj.Hosting.Cli.Shell;
using Mlj.Sources;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>One consolidation as it was asked for.</summary>
/// <param name="Files">The files that are merged.</param>
/// <param name="Options">How they become results.</param>
/// <param name="Output">Where the results go; null for nowhere.</param>
/// <param name="Format">How they are written; null when they are not.</param>
/// <param name="Lms">For which grade import they are laid out; null for none.</param>
internal sealed record ConsolidationJob(IReadOnlyList<SourceFile> Files, CompilerOptions Options, string? Output, IExportFormat? Format, LmsSettings.Choice? Lms)
{
    public Compilation Compile(IProgress<CompilationProgress>? progress, CancellationToken cancellation) => new ResultsCompiler(Options).Compile(Files, progress, cancellation);

    /// <summary>Writes the results as a whole or not at all, and says what a grade import should know.</summary>
    /// <param name="results">The results.</param>
    /// <param name="path">Where to.</param>
    /// <param name="terminal">Where it is said.</param>
    /// <param name="cancellation">Asked between rows; nothing is changed then.</param>
    public void Write(Compilation results, string path, Terminal terminal, CancellationToken cancellation)
    {
        if (Lms is not null)
            Lms.Write(path, results.Table, [.. results.Participants.SelectMany(each => each.Emails.Skip(1).Select(other => (other, each.Emails[0])))], terminal, cancellation);
        else
            ExportFile.Write(path, stream => Format!.Write(ResultsBook.Of(results, new BookOptions { Created = terminal.Clock?.GetUtcNow() }), stream, cancellation));
    }
}
