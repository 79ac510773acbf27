using System.Globalization;
using System.Reflection;
using Mlj.Tables;
using Mlj.Values;

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
        Minimum = NumberText.ToDecimal(attribute?.Minimum ?? double.NegativeInfinity);
        Maximum = NumberText.ToDecimal(attribute?.Maximum ?? double.PositiveInfinity);
        IsRequired = property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
        Default = IsRequired ? null : property.GetValue(sample);
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (!property.CanWrite || !ParameterValue.IsSupported(Type))
            throw new ArgumentException($"The parameter {property.DeclaringType?.Name}.{property.Name} "
                + (property.CanWrite ? $"is of the type {Type.Name}; it must be a string, bool, int, decimal, Cell, an enum, an IReadOnlyList of string, decimal or Cell, or an IReadOnlyDictionary<string, decimal>." : "has no init accessor; give it one."), nameof(property));
        Choices = Type.IsEnum ? [.. Enum.GetNames(Type).Select(SnakeCase.Of)] : [];
        Examples = [.. (attribute?.Examples ?? []).Select(Example)];
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

    /// <summary>The least number that it takes, in the unit of the help; null when there is no such bound.</summary>
    public decimal? Minimum { get; }

    /// <summary>The greatest number that it takes, in the unit of the help; null when there is no such bound.</summary>
    public decimal? Maximum { get; }

    /// <summary>Values that show what is meant, of the parameter's type; for a choice the words, for a list of texts its elements.</summary>
    public IReadOnlyList<object> Examples { get; }

    /// <summary>The value in an action.</summary>
    public object? Get(TableAction action) => _property.GetValue(action);

    internal void Set(TableAction action, object? value) => _property.SetValue(action, value);

    /// <summary>Whether a number is in the range.</summary>
    internal bool Allows(decimal number) => !(number < Minimum) && !(number > Maximum);

    private object Example(string written) =>
        Type == typeof(decimal) ? decimal.Parse(written, CultureInfo.InvariantCulture)
        : Type == typeof(int) ? int.Parse(written, CultureInfo.InvariantCulture)
        : Type == typeof(bool) ? bool.Parse(written)
        : written;
}
