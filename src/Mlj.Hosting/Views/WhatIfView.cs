using Mlj.Merging;

namespace Mlj.Hosting.Views;

/// <summary>What another choice of attempts would change.</summary>
public sealed record WhatIfView(AttemptPolicy Attempts, IReadOnlyList<OutcomeView> Changes);
