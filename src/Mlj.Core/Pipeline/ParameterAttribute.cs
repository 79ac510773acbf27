namespace Mlj.Pipeline;

/// <summary>The help of one parameter, and what it names.</summary>
/// <param name="help">One sentence with the unit, the range and what happens when the parameter is left out.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string help) : Attribute
{
    /// <summary>What the parameter means.</summary>
    public string Help { get; } = help;

    /// <summary>What a parameter of text names; plain text by default.</summary>
    public ParameterSubject Names { get; init; }
}
