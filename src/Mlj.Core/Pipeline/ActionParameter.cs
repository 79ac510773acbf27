using System.Reflection;
using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>One parameter of an action, as help texts, forms and tools need it.</summary>
public sealed class ActionParameter
{
    private readonly PropertyInfo _property;

    internal ActionParameter(PropertyInfo property, TableAction sample)
    {
        _property = property;
        var attribute = property.GetCustomAttribute<ParameterAttribute>();
        Name = SnakeCase.Of(property.Name);
        Help = attribute?.Help ?? "";
        Names = attribute?.Names ?? ParameterSubject.Text;
        IsRequired = property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
        Default = IsRequired ? null : property.GetValue(sample);
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Choices = Type.IsEnum ? [.. Enum.GetNames(Type).Select(SnakeCase.Of)] : [];
    }

    /// <summary>The name on the wire, in snake_case.</summary>
    public string Name { get; }

    /// <summary>What the parameter means, with unit and range.</summary>
    public string Help { get; }

    /// <summary>What its text stands for.</summary>
    public ParameterSubject Names { get; }

    /// <summary>Whether a step must give it.</summary>
    public bool IsRequired { get; }

    /// <summary>The value when a step does not give it; null when it is required, or when leaving it out means something of its own.</summary>
    public object? Default { get; }

    /// <summary>The type of its values: <see cref="string"/>, <see cref="decimal"/>, <see cref="int"/>, <see cref="bool"/>, a choice, a list of texts, a <see cref="Cell"/> (a text or a number), a list of cells, a list of <see cref="decimal"/>, or numbers by name.</summary>
    public Type Type { get; }

    /// <summary>The words to choose from, for a choice; otherwise none.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>The value in an action.</summary>
    public object? Get(TableAction action) => _property.GetValue(action);

    internal void Set(TableAction action, object? value) => _property.SetValue(action, value);
}
