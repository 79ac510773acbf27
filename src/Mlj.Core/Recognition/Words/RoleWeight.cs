namespace Mlj.Recognition.Words;

/// <summary>A role that a heading speaks for, and how much, from 1 to 100.</summary>
internal sealed record RoleWeight(SourceColumnRole Role, int Weight);
