namespace Mlj.Pipeline;

/// <summary>The help of one parameter, what it names and how far it reaches.</summary>
/// <param name="help">One sentence with the unit, the range and what happens when the parameter is left out.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string help) : Attribute
{
    /// <summary>What the parameter means.</summary>
    public string Help { get; } = help;

    /// <summary>What a parameter of text names; plain text by default.</summary>
    public ParameterSubject Names { get; init; }

    /// <summary>The least number that it takes, in the unit of the help; no bound by default. At most 15 significant digits.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest number that it takes, in the unit of the help; no bound by default. At most 15 significant digits.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Values that show what is meant, as they are written on the wire without quotation marks; for a list one element each. None by default.</summary>
    public string[] Examples { get; init; } = [];
}
