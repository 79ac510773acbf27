using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mlj.Merging;
using Mlj.Values;

namespace Mlj.Hosting.Views;

/// <summary>Finds in results all that needs a look: the same that the command line lists.</summary>
internal static class ReviewItems
{
    private const int KeyBytes = 9;

    public static IReadOnlyList<ReviewItemView> Of(Compilation results, IReadOnlySet<string> seen) =>
        [.. Refused(results).Concat(Noted(results)).Concat(Retaken(results)).DistinctBy(item => item.Key).Select(item => item with { Seen = seen.Contains(item.Key) })];

    private static IEnumerable<ReviewItemView> Refused(Compilation results) => results.Refused.Select(file =>
        new ReviewItemView(KeyOf("refused", file.File, file.Problem.ToString()), ReviewKind.RefusedFile, $"{file.Problem.What} {file.Problem.Remedy}".Trim(), null, file.File, null, null, null, file.Problem.Corrections, false));

    private static IEnumerable<ReviewItemView> Noted(Compilation results) => results.Notes.Where(note => note.Level != NoteLevel.Information).OrderByDescending(note => note.Level).Select(note =>
        new ReviewItemView(KeyOf("note", note.Code, note.ToString()), note.Level == NoteLevel.Question ? ReviewKind.Question : ReviewKind.Note, note.Message, null,
            note.Place?.File, note.Place?.Sheet, note.Place?.Row, note.Place?.Column is { } column ? Place.ColumnLetters(column) : null, note.Corrections, false));

    // Which attempt counts may be chosen otherwise; that somebody has looked at the attempts stays true.
    private static IEnumerable<ReviewItemView> Retaken(Compilation results) => results.Consolidation.Retakes.Select(retake =>
        new ReviewItemView(KeyOf("retake", [retake.Participant.ToString(), Invariant($"{retake.Test}"), .. retake.Kept.Concat(retake.Superseded).Select(attempt => attempt.Place.ToString()).Order(StringComparer.Ordinal)]),
            ReviewKind.Retake, Tell(retake), retake.Participant.Name.Length > 0 ? retake.Participant.Name : retake.Participant.Email, null, null, null, null, [], false));

    private static string Tell(Retake retake)
    {
        var (kept, superseded) = (Told(retake.Kept), Told(retake.Superseded));
        return retake.Superseded.Count == 0 ? Invariant($"Test {retake.Test}: the mean of {kept} counts.") : Invariant($"Test {retake.Test}: {kept} counts, not {superseded}.");
    }

    private static string Told(IEnumerable<Attempt> attempts) =>
        string.Join(" and ", attempts.Select(attempt => Show.Attempt(attempt).Percentage is { } percentage ? Invariant($"{percentage} %") : "an attempt without a score"));

    private static string KeyOf(string kind, params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts.Prepend(kind)))).AsSpan(0, KeyBytes));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
