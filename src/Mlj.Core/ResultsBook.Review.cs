using Mlj.Exports;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    private static ExportSheet Review(Compilation results)
    {
        var sheet = new List<(string Kind, string Where, string Text)>();
        sheet.AddRange(results.Refused.Select(file => ("file refused", file.File, $"{file.Problem.What} {file.Problem.Remedy}")));
        sheet.AddRange(results.Consolidation.Suggestions.Select(each => ($"one person? ({each.Band.ToString().ToLowerInvariant()})", $"{each.Email} and {each.OtherEmail}",
            string.Join("; ", each.Evidence) + (each.Against.Count > 0 ? ". Against: " + string.Join("; ", each.Against) : ""))));
        sheet.AddRange(results.Consolidation.Retakes.Select(retake => ("retake", retake.Participant.ToString(), Tell(retake))));
        sheet.AddRange(results.Notes.OrderByDescending(note => note.Level).Select(note => (note.Level.ToString().ToLowerInvariant(), note.Place?.ToString() ?? "", note.Message)));
        if (sheet.Count == 0)
            sheet.Add(("nothing", "", "Nothing needs a look."));
        return new ExportSheet("Review", new Table(
            Texts("Kind", sheet.Select(line => line.Kind)),
            Texts("Where", sheet.Select(line => line.Where)),
            Texts("What", sheet.Select(line => line.Text))))
        { FrozenColumns = 1 };
    }
}
