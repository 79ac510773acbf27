using Mlj.Exports;
using Mlj.Merging;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    private static ExportSheet Roster(Roster roster, Compilation results)
    {
        var tests = results.Consolidation.Tests.Select(test => test.Number).Distinct().ToList();
        var lines = roster.Entries.Select(entry => (entry.Name, entry.Email, Listed: "yes", entry.Participant))
            .Concat(roster.Unexpected.Select(participant => (participant.Name, participant.Email, Listed: "NO", Participant: (Participant?)participant))).ToList();
        return new ExportSheet("Class list", new Table(
            Texts("Full Name", lines.Select(line => line.Name)),
            Texts("Email", lines.Select(line => line.Email)),
            Texts("On the list", lines.Select(line => line.Listed)),
            Numbers("Tests sat", lines.Select(line => (decimal?)Sat(line.Participant).Count())),
            Texts("Missing tests", lines.Select(line => line.Participant is null ? "all" : string.Join(", ", tests.Except(Sat(line.Participant))))),
            Texts("Perhaps", lines.Select(line => Perhaps(line.Email)))))
        { FrozenColumns = 2 };

        static IEnumerable<int> Sat(Participant? participant) => participant is null ? [] : participant.Attempts.Select(attempt => attempt.Test.Number).Distinct();

        string? Perhaps(string? email) => email is null ? null
            : string.Join("; ", roster.Suggestions.Where(each => each.Email == email || each.OtherEmail == email)
                .Select(each => $"{(each.Email == email ? each.OtherEmail : each.Email)}: {string.Join(", ", each.Evidence)}")) is { Length: > 0 } perhaps ? perhaps : null;
    }
}
