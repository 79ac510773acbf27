namespace Mlj.Pipeline;

/// <summary>The name and the help of an action.</summary>
/// <param name="name">The name on the wire, in snake_case; never changed once it is out.</param>
/// <param name="summary">One sentence that says what the action does to the table.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActionAttribute(string name, string summary) : Attribute
{
    /// <summary>The name on the wire, in snake_case.</summary>
    public string Name { get; } = name;

    /// <summary>What the action does, in one sentence.</summary>
    public string Summary { get; } = summary;

    /// <summary>The version of the action's rules, from 1; raised when the same parameters give other results than before.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What can be lost by the action; <see cref="ActionRisk.Reversible"/> by default.</summary>
    public ActionRisk Risk { get; init; } = ActionRisk.Reversible;
}
