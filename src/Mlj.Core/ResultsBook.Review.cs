using Mlj.Exports;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    private static ExportSheet Review(Compilation results)
    {
        var sheet = new List<Remark>();
        sheet.AddRange(results.Refused.Select(file => new Remark("file refused", file.File, $"{file.Problem.What} {file.Problem.Remedy}")));
        sheet.AddRange(results.Consolidation.Suggestions.Select(each => new Remark($"one person? ({each.Band.ToString().ToLowerInvariant()})", $"{each.Email} and {each.OtherEmail}",
            string.Join("; ", each.Evidence) + (each.Against.Count > 0 ? ". Against: " + string.Join("; ", each.Against) : ""))));
        sheet.AddRange(results.Consolidation.Retakes.Select(retake => new Remark("retake", retake.Participant.ToString(), Tell(retake))));
        sheet.AddRange(results.Notes.OrderByDescending(note => note.Level).Select(note => new Remark(note.Level.ToString().ToLowerInvariant(), note.Place?.ToString() ?? "", note.Message)));
        if (sheet.Count == 0)
            sheet.Add(new Remark("nothing", "", "Nothing needs a look."));
        return new ExportSheet("Review", new Table(
            Texts("Kind", sheet, line => line.Kind),
            Texts("Where", sheet, line => line.Where),
            Texts("What", sheet, line => line.Text)))
        { FrozenColumns = 1 };
    }

    /// <summary>Something to look at.</summary>
    private sealed record Remark(string Kind, string Where, string Text);
}
