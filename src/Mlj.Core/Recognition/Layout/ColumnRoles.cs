namespace Mlj.Recognition.Layout;

/// <summary>The roles of a sheet's columns as they are being given. A column has one role, and most roles have one column.</summary>
internal sealed class ColumnRoles
{
    /// <summary>The least weight that gives a column its role.</summary>
    public const int Enough = 30;

    private readonly Dictionary<int, Candidate> _roles = [];

    /// <summary>What has been given so far.</summary>
    public IEnumerable<Candidate> All => _roles.Values;

    /// <summary>The role of a column; null when it has none.</summary>
    public Candidate? this[int column] => _roles.GetValueOrDefault(column);

    /// <summary>The column of a role; null when there is none.</summary>
    public Candidate? Of(SourceColumnRole role)
    {
        foreach (var candidate in _roles.Values)
            if (candidate.Role == role)
                return candidate;
        return null;
    }

    /// <summary>Whether a column has a role.</summary>
    public bool Has(int column) => _roles.ContainsKey(column);

    /// <summary>Gives a column its role, whatever it had.</summary>
    public void Give(Candidate candidate) => _roles[candidate.Column] = candidate;

    /// <summary>Takes a column's role away, unless the caller gave it.</summary>
    public void Drop(Candidate? candidate)
    {
        if (candidate is { Evidence: not Evidence.Given })
            _roles.Remove(candidate.Column);
    }

    /// <summary>Gives the best candidates their columns, the best first, then from left to right; what has been given stays.</summary>
    public void GiveBest(IEnumerable<Candidate> candidates)
    {
        foreach (var candidate in candidates.Where(each => each.Weight >= Enough).OrderByDescending(each => each.Weight).ThenBy(each => each.Column))
            if (!Has(candidate.Column) && (candidate.Role is SourceColumnRole.QuestionPoints or SourceColumnRole.Feedback || Of(candidate.Role) is null))
                Give(candidate);
    }
}
