namespace Mlj.Hosting.Views;

/// <summary>All that needs a look beside the suggestions of who may be one person, which are decided and not only seen.</summary>
/// <param name="Version">The session's version.</param>
/// <param name="OpenCount">How many things nobody has seen, and suggestions nobody has decided about, together.</param>
/// <param name="Items">The things, by kind, those that nobody has seen first; at most 1000.</param>
/// <param name="ItemsCount">How many things there are in all.</param>
public sealed record ReviewView(long Version, int OpenCount, IReadOnlyList<ReviewItemView> Items, int ItemsCount);
