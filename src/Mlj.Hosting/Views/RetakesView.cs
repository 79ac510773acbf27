using Mlj.Merging;

namespace Mlj.Hosting.Views;

/// <summary>The retakes under the present choice, and what another would change.</summary>
public sealed record RetakesView(long Version, AttemptPolicy Attempts, IReadOnlyList<RetakeView> Retakes, WhatIfView? WhatIf);
