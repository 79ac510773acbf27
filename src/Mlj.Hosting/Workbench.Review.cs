using Mlj.Hosting.Heads;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Views;

namespace Mlj.Hosting;

/// <content>What needs a look, and what somebody has seen of it.</content>
public sealed partial class Workbench
{
    private const int MostReviewed = 1_000;

    /// <summary>What needs a look.</summary>
    public async Task<ReviewView> ReviewAsync(SessionKey key, CancellationToken cancellation = default)
    {
        var (session, head) = await LookAtHeadAsync(key, cancellation);
        return Review(session, head);
    }

    /// <summary>Marks things as seen, or takes the marks back. The table and a plan that waits stay.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="items">The things' keys; those that there are not are passed over.</param>
    /// <param name="isSeen">Whether somebody has seen them.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReviewView> SeeAsync(SessionKey key, IReadOnlyCollection<string> items, bool isSeen, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        var (session, head) = await ChangeAsync(key, async before =>
        {
            var now = await _heads.OfAsync(before, cancellation);
            var known = ReviewItems.Of(now.Compilation, new HashSet<string>()).Select(item => item.Key);
            return (before with { Seen = [.. before.Seen.Except(items), .. isSeen ? known.Intersect(items) : []] }, now);
        }, cancellation);
        return Review(session, head!);
    }

    private static ReviewView Review(Session session, Head head)
    {
        var items = ReviewItems.Of(head.Compilation, session.Seen.ToHashSet(StringComparer.Ordinal));
        return new ReviewView(session.Version, head.Compilation.Consolidation.Suggestions.Count + items.Count(item => !item.Seen),
            [.. items.OrderBy(item => item.Seen).Take(MostReviewed).OrderBy(item => item.Kind)], items.Count);
    }
}
