using Mlj.Exports;
using Mlj.Merging;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    private static ExportSheet Roster(Roster roster, Compilation results)
    {
        var tests = results.Consolidation.Tests.Select(test => test.Number).Distinct().ToList();
        var lines = roster.Entries.Select(entry => new Listing(entry.Name, entry.Email, "yes", entry.Participant))
            .Concat(roster.Unexpected.Select(participant => new Listing(participant.Name, participant.Email, "NO", participant))).ToList();
        return new ExportSheet("Class list", new Table(
            Texts("Full Name", lines, line => line.Name),
            Texts("Email", lines, line => line.Email),
            Texts("On the list", lines, line => line.Listed),
            Numbers("Tests sat", lines, line => (decimal?)Sat(line.Participant).Count()),
            Texts("Missing tests", lines, line => line.Participant is null ? "all" : string.Join(", ", tests.Except(Sat(line.Participant)))),
            Texts("Perhaps", lines, line => Perhaps(line.Email))))
        { FrozenColumns = 2 };

        static IEnumerable<int> Sat(Participant? participant) => participant is null ? [] : participant.Attempts.Select(attempt => attempt.Test.Number).Distinct();

        string? Perhaps(string? email) => email is null ? null
            : string.Join("; ", roster.Suggestions.Where(each => each.Email == email || each.OtherEmail == email)
                .Select(each => $"{(each.Email == email ? each.OtherEmail : each.Email)}: {string.Join(", ", each.Evidence)}")) is { Length: > 0 } perhaps ? perhaps : null;
    }

    /// <summary>Somebody of the class list, or beside it.</summary>
    private sealed record Listing(string Name, string? Email, string Listed, Participant? Participant);
}
