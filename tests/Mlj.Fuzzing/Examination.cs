using Mlj.Exports;
using Mlj.Merging;
using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Fuzzing;

/// <summary>Holds a file against everything that is promised of any file.</summary>
internal sealed class Examination(SourceFormats formats)
{
    private const string GoodName = "Test 2.xlsx";

    // The results are written in turns, for writing takes longer than all the rest.
    private const int WriteEvery = 8;

    private static readonly SourceFile Good = Workbook.Of(["Email", "Name", "Score"], ["ann@example.org", "Ann Lee", "17 / 20"], ["dee@example.org", "Dee", "3 / 20"]).ToFile(GoodName);

    /// <summary>Reads the file in every way.</summary>
    /// <returns>What became of it: "accepted", or the code of the problem; behind a slash what became of it among other files.</returns>
    /// <exception cref="BrokenPromiseException">Something that must hold does not.</exception>
    public string Examine(FuzzCase file)
    {
        var whole = Reading.Of(SourceFile.FromBytes(file.Name, file.Bytes), formats, file.Limits);
        var dribbling = Reading.Of(new SourceFile(file.Name, () => new DribblingStream(file.Bytes)), formats, file.Limits);
        if (!IsSame(whole, dribbling))
            throw new BrokenPromiseException("Where a read ends does not matter", $"whole:\n{Difference(whole.Cells + whole.Problem, dribbling.Cells + dribbling.Problem)}");
        return $"{whole.Outcome} / {Compile(file)}";
    }

    private string Compile(FuzzCase file)
    {
        var compiler = new ResultsCompiler(CompilerOptions.Default with
        {
            Formats = formats,
            Limits = file.Limits,
            Accept = (AcceptedSuggestions)(file.Number % 3),
            Merge = new MergeOptions { Attempts = (AttemptPolicy)(file.Number / 3 % 4) },
        });
        var results = compiler.Compile([SourceFile.FromBytes(file.Name, file.Bytes), Good]);
        if (!results.Ledger.Balances)
            throw new BrokenPromiseException("The ledger balances", results.Ledger.Total.ToString());
        if (file.Limits == SourceLimits.Default && results.Refused.Any(refused => refused.File == GoodName))
            throw new BrokenPromiseException("A bad file leaves the others alone", results.Refused[^1].Problem.ToString());
        foreach (var refused in results.Refused)
            Reading.Sound(refused.Problem.ToString(), "a problem");
        foreach (var note in results.Notes)
            Reading.Sound(note.ToString(), "a note");
        foreach (var participant in results.Participants)
            Reading.Sound(participant.ToString(), "a participant");
        if (file.Number % WriteEvery == 0)
            Write(results);
        return results.Refused.FirstOrDefault(refused => refused.File == file.Name)?.Problem.Code ?? "compiled";
    }

    private static void Write(Compilation results)
    {
        foreach (var format in ExportFormats.Default.All)
        {
            using var stream = new MemoryStream();
            results.Write(stream, format);
            if (format.Name == "json")
                continue;
            var written = Reading.Of(SourceFile.FromBytes("results", stream.ToArray()), SourceFormats.Default, SourceLimits.Default);
            if (written.Outcome != "accepted")
                throw new BrokenPromiseException("We read what we write", written.Problem);
        }
    }

    // Bytes are checked and counted as they come, ahead of the cells among them. So a file that is refused for its bytes may be refused a few
    // rows earlier or later when they come a few at a time, and for something else that is wrong there.
    private static bool IsSame(Reading whole, Reading dribbling) => whole == dribbling
        || (whole.Outcome != "accepted" && dribbling.Outcome != "accepted" && (IsAboutBytes(whole) || IsAboutBytes(dribbling))
            && (whole.Cells.StartsWith(dribbling.Cells, StringComparison.Ordinal) || dribbling.Cells.StartsWith(whole.Cells, StringComparison.Ordinal)));

    private static bool IsAboutBytes(Reading reading) => reading.Outcome is "bad_xml" or "damaged_zip" or "zip_limit";

    private static string Difference(string one, string two)
    {
        string[] first = one.Split('\n'), second = two.Split('\n');
        var at = 0;
        while (at < first.Length && at < second.Length && first[at] == second[at])
            at++;
        return $"{(at < first.Length ? first[at] : "(nothing)")}\na few bytes at a time:\n{(at < second.Length ? second[at] : "(nothing)")}";
    }
}
