using System.Globalization;
using Mlj.Recognition.Maxima;
using Mlj.Recognition.Sampling;
using Mlj.Values;

namespace Mlj.Recognition.Layout;

/// <summary>Which columns go with the score: its maximum, and its percentage.</summary>
/// <param name="roles">The roles as they are being given.</param>
/// <param name="columns">The columns.</param>
/// <param name="candidates">What every column may be for.</param>
/// <param name="pairs">Which column of points has a maximum in another column.</param>
internal sealed class ScoreCompanions(ColumnRoles roles, SheetColumns columns, IReadOnlyList<Candidate> candidates, MaximumPairs pairs)
{
    private ColumnProfile[] Profiles => columns.Profiles;

    /// <summary>
    /// The maximum of the score's own name, where there is one. Otherwise points that are the same in every row are what all others are out of,
    /// when another column's points vary below them.
    /// </summary>
    public void SettleMaximum()
    {
        if (roles.Of(SourceColumnRole.Score) is not { } score)
            return;
        var paired = pairs.MaximumOf(score.Column);
        if (roles.Of(SourceColumnRole.Maximum) is { } other && (paired is not null || pairs.IsMaximum(other.Column)))
            roles.Drop(other);
        if (paired is { } maximum)
            roles.Give(new Candidate(maximum, SourceColumnRole.Maximum, score.Weight, Evidence.Pair));
        else if (score.Evidence != Evidence.Given && roles.Of(SourceColumnRole.Maximum) is null && HeadingMaximum.Split(columns.Headings[score.Column]).Maximum is null)
            SettleConstant(score);
    }

    /// <summary>
    /// Where percentages stand beside the points, the rows can prove which column their maximum is: out of it the points are the percentages. What its
    /// heading says counts less, because a sheet may hold the maxima of other points too.
    /// </summary>
    public void ProveMaximum()
    {
        if (roles.Of(SourceColumnRole.Score) is not { } score || roles.Of(SourceColumnRole.Percentage) is not { } percentage || HeadingMaximum.Split(columns.Headings[score.Column]).Maximum is not null)
            return;
        var known = roles.Of(SourceColumnRole.Maximum);
        if (known is not null && Proves(known.Column))
            return;
        var proven = Enumerable.Range(1, Profiles.Length - 1).Where(column => column != score.Column && column != percentage.Column && !roles.Has(column) && Proves(column))
            .OrderBy(column => Math.Abs(column - score.Column)).FirstOrDefault();
        if (proven == 0)
            return;
        roles.Drop(known);
        roles.Give(new Candidate(proven, SourceColumnRole.Maximum, score.Weight, Evidence.Proven));

        bool Proves(int column) => Profiles[column] is { Filled: > 0 } profile && profile.Share(profile.Numbers) >= 0.5 && profile.Highest >= Profiles[score.Column].Highest
            && PercentageCheck.Proves(columns.Rows, score.Column, percentage.Column, column);
    }

    private void SettleConstant(Candidate score)
    {
        var rivals = Free(SourceColumnRole.Score).Where(each => !pairs.IsMaximum(each.Column)).OrderByDescending(each => each.Weight);
        if (!Profiles[score.Column].IsConstant)
        {
            if (rivals.FirstOrDefault(each => Profiles[each.Column].IsConstant && Varies(score.Column, each.Column)) is { } most)
                roles.Give(most with { Role = SourceColumnRole.Maximum, Evidence = Evidence.Constant });
        }
        else if (rivals.FirstOrDefault(each => Varies(each.Column, score.Column)) is { } rival)
        {
            roles.Give(score with { Role = SourceColumnRole.Maximum, Evidence = Evidence.Constant });
            roles.Give(rival);
        }

        bool Varies(int points, int constant) =>
            Profiles[points] is { IsConstant: false } profile && profile.Share(profile.Numbers) >= 0.5 && profile.Highest <= Profiles[constant].Highest;
    }

    /// <summary>
    /// A percentage is the score's only if it says the same as the points: the attendance, the time used and the answer to a question are none.
    /// Where nothing says of how many the points are, what its heading calls a percentage is believed before them.
    /// </summary>
    /// <param name="given">The maximum that the caller gave.</param>
    /// <param name="where">The sheet, for notes.</param>
    /// <param name="notes">Where notes go.</param>
    public void SettlePercentage(decimal? given, Place where, List<Note> notes)
    {
        if (roles.Of(SourceColumnRole.Score) is not { } score)
            return;
        var maximum = given ?? HeadingMaximum.Split(columns.Headings[score.Column]).Maximum;
        var others = new Queue<Candidate>(Free(SourceColumnRole.Percentage).OrderByDescending(each => each.Weight).ThenBy(each => each.Column));
        while (roles.Of(SourceColumnRole.Percentage) is { Evidence: not Evidence.Given } percentage)
        {
            var found = PercentageCheck.Of(columns.Rows, score.Column, percentage.Column, maximum, roles.Of(SourceColumnRole.Maximum)?.Column);
            if (!found.IsOfAnother)
                return;
            // Points above 100 of nobody knows how many are those of a game; what stands in percent is the result then.
            if (!found.IsMaximumKnown && (percentage.Evidence == Evidence.Heading || Profiles[score.Column].Highest > 100))
            {
                if (Profiles[score.Column].Highest <= 100)
                    notes.Add(Contradicted("column_rivals", "it was taken as the score, because nothing says of how many the points are"));
                return;
            }
            if (percentage.Evidence == Evidence.Heading)
                notes.Add(Contradicted("percentage_of_another", "the points were taken, and it was taken for something else"));
            roles.Drop(percentage);
            if (others.TryDequeue(out var next))
                roles.Give(next);

            Note Contradicted(string code, string outcome) => new(NoteLevel.Review, code, string.Create(CultureInfo.InvariantCulture,
                $"'{RecognitionErrors.Shorten(columns.Headings[percentage.Column])}' does not say the same as the points of '{RecognitionErrors.Shorten(columns.Headings[score.Column])}' in {found.Compared - found.Agreeing} of {found.Compared} rows; {outcome}. If that is wrong, name the column of the scores."), where with { Column = percentage.Column })
            { Corrections = [new(where.File, FileSetting.ScoreColumn)] };
        }
    }

    /// <summary>The good candidates of a role whose columns have none yet.</summary>
    private IEnumerable<Candidate> Free(SourceColumnRole role) =>
        candidates.Where(each => each.Role == role && each.Weight >= ColumnRoles.Enough && !roles.Has(each.Column));
}
