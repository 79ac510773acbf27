using Mlj.Tables;

namespace Mlj.Exports.Lms;

/// <summary>What is known of a learning management system's own people.</summary>
public sealed record LmsOptions
{
    /// <summary>Nothing is known.</summary>
    public static LmsOptions Default { get; } = new();

    /// <summary>The system's own export of its gradebook, whose people, identity columns and order are used; null by default.</summary>
    public Table? Gradebook { get; init; }

    /// <summary>Addresses that are not shown in the results, with the shown one of the same person; none by default.</summary>
    public IReadOnlyList<(string Other, string Shown)> OtherEmails { get; init; } = [];
}
