using System.Globalization;
using Mlj.Recognition.Maxima;
using Mlj.Recognition.Sampling;
using Mlj.Values;

namespace Mlj.Recognition.Layout;

/// <content>Which columns go with the score: its maximum, and its percentage.</content>
internal static partial class LayoutFinder
{
    /// <summary>
    /// The maximum of the score's own name, where there is one. Otherwise points that are the same in every row are what all others are out of,
    /// when another column's points vary below them.
    /// </summary>
    private static void SettleMaximum(Dictionary<int, Candidate> roles, List<Candidate> candidates, string[] headings, ColumnProfile[] profiles, MaximumPairs pairs)
    {
        if (Of(roles, SourceColumnRole.Score) is not { } score)
            return;
        var paired = pairs.MaximumOf(score.Column);
        if (Of(roles, SourceColumnRole.Maximum) is { } other && (paired is not null || pairs.IsMaximum(other.Column)))
            roles.Remove(other.Column);
        if (paired is not null)
        {
            roles[paired.Value] = new Candidate(paired.Value, SourceColumnRole.Maximum, score.Weight, Evidence.Pair);
            return;
        }
        if (score.Evidence == Evidence.Given || roles.Values.Any(each => each.Role == SourceColumnRole.Maximum) || HeadingMaximum.Split(headings[score.Column]).Maximum is not null)
            return;
        var rivals = candidates.Where(each => each.Role == SourceColumnRole.Score && each.Weight >= Enough && !roles.ContainsKey(each.Column) && !pairs.IsMaximum(each.Column)).OrderByDescending(each => each.Weight);
        if (profiles[score.Column].IsConstant)
        {
            if (rivals.FirstOrDefault(each => Varies(each.Column, score.Column)) is not { } rival)
                return;
            roles[score.Column] = score with { Role = SourceColumnRole.Maximum, Evidence = Evidence.Constant };
            roles[rival.Column] = rival;
        }
        else if (rivals.FirstOrDefault(each => profiles[each.Column].IsConstant && Varies(score.Column, each.Column)) is { } most)
            roles[most.Column] = most with { Role = SourceColumnRole.Maximum, Evidence = Evidence.Constant };

        bool Varies(int points, int constant) =>
            profiles[points] is { IsConstant: false } profile && profile.Share(profile.Numbers) >= 0.5 && profile.Highest <= profiles[constant].Highest;
    }

    /// <summary>
    /// A percentage is the score's only if it says the same as the points: the attendance, the time used and the answer to a question are none.
    /// Where nothing says of how many the points are, what its heading calls a percentage is believed before them.
    /// </summary>
    private static void SettlePercentage(Dictionary<int, Candidate> roles, List<Candidate> candidates, string[] headings, ColumnProfile[] profiles, SheetSample sample,
        int? headerRow, decimal? given, Place where, List<Note> notes)
    {
        if (Of(roles, SourceColumnRole.Score) is not { } score)
            return;
        var maximum = given ?? HeadingMaximum.Split(headings[score.Column]).Maximum;
        var others = new Queue<Candidate>(candidates.Where(each => each.Role == SourceColumnRole.Percentage && each.Weight >= Enough && !roles.ContainsKey(each.Column))
            .OrderByDescending(each => each.Weight).ThenBy(each => each.Column));
        while (Of(roles, SourceColumnRole.Percentage) is { Evidence: not Evidence.Given } percentage)
        {
            var found = PercentageCheck.Of(sample.Under(headerRow), score.Column, percentage.Column, maximum, Of(roles, SourceColumnRole.Maximum)?.Column);
            if (!found.IsOfAnother)
                return;
            // Points above 100 of nobody knows how many are those of a game; what stands in percent is the result then.
            if (!found.IsMaximumKnown && (percentage.Evidence == Evidence.Heading || profiles[score.Column].Highest > 100))
            {
                if (profiles[score.Column].Highest <= 100)
                    notes.Add(Contradicted("column_rivals", "it was taken as the score, because nothing says of how many the points are"));
                return;
            }
            if (percentage.Evidence == Evidence.Heading)
                notes.Add(Contradicted("percentage_of_another", "the points were taken, and it was taken for something else"));
            roles.Remove(percentage.Column);
            if (others.TryDequeue(out var next))
                roles[next.Column] = next;

            Note Contradicted(string code, string outcome) => new(NoteLevel.Review, code, string.Create(CultureInfo.InvariantCulture,
                $"'{RecognitionErrors.Shorten(headings[percentage.Column])}' does not say the same as the points of '{RecognitionErrors.Shorten(headings[score.Column])}' in {found.Compared - found.Agreeing} of {found.Compared} rows; {outcome}. If that is wrong, say --score-column."), where with { Column = percentage.Column });
        }
    }

    private static Candidate? Of(Dictionary<int, Candidate> roles, SourceColumnRole role) => roles.Values.FirstOrDefault(each => each.Role == role);
}
