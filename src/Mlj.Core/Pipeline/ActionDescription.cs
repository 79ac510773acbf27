using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Mlj.Pipeline;

/// <summary>An action as the catalogue knows it.</summary>
public sealed class ActionDescription
{
    [DynamicallyAccessedMembers(ActionCatalog.Needed)]
    private readonly Type _type;

    internal ActionDescription([DynamicallyAccessedMembers(ActionCatalog.Needed)] Type type, ActionAttribute attribute)
    {
        _type = type;
        if (type.GetConstructor(Type.EmptyTypes) is null)
            throw new ArgumentException($"The action {type.Name} has no public constructor without parameters; its parameters are properties.", nameof(type));
        Name = attribute.Name;
        Summary = attribute.Summary;
        Version = attribute.Version;
        Risk = attribute.Risk;
        var sample = Create();
        Parameters =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetCustomAttribute<ParameterAttribute>() is not null)
                .Select(property => new ActionParameter(property, sample)),
        ];
    }

    /// <summary>The name on the wire, in snake_case.</summary>
    public string Name { get; }

    /// <summary>What the action does, in one sentence.</summary>
    public string Summary { get; }

    /// <summary>The version of the action's rules, from 1; recipes carry it.</summary>
    public int Version { get; }

    /// <summary>What can be lost by the action.</summary>
    public ActionRisk Risk { get; }

    /// <summary>The parameters in the order of the record.</summary>
    public IReadOnlyList<ActionParameter> Parameters { get; }

    /// <summary>A new action with the defaults; required parameters are not set yet.</summary>
    internal TableAction Create() => (TableAction)Activator.CreateInstance(_type)!;

    internal bool Describes(TableAction action) => action.GetType() == _type;
}
