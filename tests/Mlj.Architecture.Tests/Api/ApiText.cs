using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mlj.Architecture.Tests.Api;

/// <summary>The words that declarations are made of: types with their nullability, parameters with their defaults, constraints, constants.</summary>
internal static class ApiText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>A type as code says it, without its namespace and without nullability: <c>Column.Texts</c>, <c>IReadOnlyList&lt;int&gt;</c>.</summary>
    public static string Name(Type type) => Name(type, Annotations.None);

    public static string TypeOf(FieldInfo field) => Name(field.FieldType, Annotations.Of(field));

    public static string TypeOf(PropertyInfo property) =>
        ByReference(property.PropertyType, property.IsDefined(typeof(IsReadOnlyAttribute))) + Name(property.PropertyType, Annotations.Of(property));

    public static string TypeOf(EventInfo @event) => Name(@event.EventHandlerType!, Annotations.Of(@event));

    public static string Returned(MethodInfo method) =>
        ByReference(method.ReturnType, method.ReturnParameter.IsDefined(typeof(IsReadOnlyAttribute)))
        + Name(method.ReturnType, Annotations.Of(method.ReturnParameter));

    public static string Parameters(MethodBase method)
    {
        var extends = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return extends + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    public static string Parameters(PropertyInfo indexer) => string.Join(", ", indexer.GetIndexParameters().Select(Parameter));

    /// <summary>The few attributes that change what a caller may do.</summary>
    public static string Attributes(MemberInfo member) =>
        (member.IsDefined(typeof(FlagsAttribute), inherit: false) ? "[Flags] " : "")
        // The compiler itself marks as obsolete what older compilers would not understand.
        + (member.IsDefined(typeof(ObsoleteAttribute), inherit: false)
            && member is not Type { IsByRefLike: true }
            && !member.IsDefined(typeof(CompilerFeatureRequiredAttribute), inherit: false) ? "[Obsolete] " : "");

    public static string Constraints(Type[] arguments) =>
        string.Concat(arguments.Where(argument => argument.IsGenericParameter)
            .Select(argument => (argument.Name, Constraints: Constraints(argument).ToList()))
            .Where(argument => argument.Constraints.Count > 0)
            .Select(argument => $" where {argument.Name} : {string.Join(", ", argument.Constraints)}"));

    public static string Literal(object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => type.IsValueType && plain == type ? "default" : "null",
            _ when plain.IsEnum => EnumLiteral(plain, value),
            string text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n")}\"",
            char letter => $"'{letter}'",
            bool said => said ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static string EnumLiteral(Type type, object value)
    {
        var named = Enum.ToObject(type, value).ToString()!;
        return char.IsAsciiLetter(named[0]) || named[0] == '_'
            ? string.Join(" | ", named.Split(", ").Select(name => $"{Name(type)}.{name}"))
            : $"({Name(type)}){named}";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter switch
        {
            { ParameterType.IsByRef: true, IsOut: true } => "out ",
            { ParameterType.IsByRef: true } when parameter.IsDefined(typeof(RequiresLocationAttribute)) => "ref readonly ",
            { ParameterType.IsByRef: true } when parameter.IsDefined(typeof(IsReadOnlyAttribute)) => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params ",
            _ => "",
        };
        var scoped = parameter.IsDefined(typeof(ScopedRefAttribute)) ? "scoped " : "";
        var type = Name(parameter.ParameterType, Annotations.Of(parameter));
        var byDefault = parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue, parameter.ParameterType)}" : "";
        return $"{scoped}{modifier}{type} {parameter.Name}{byDefault}";
    }

    private static string ByReference(Type type, bool readOnly) => !type.IsByRef ? "" : readOnly ? "ref readonly " : "ref ";

    private static string Name(Type type, Annotations annotations)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!, annotations);
        if (type.IsPointer)
            return Name(type.GetElementType()!, annotations) + "*";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value, annotations) + "?";

        // A plain value type takes no part in the annotations, a generic one a part without meaning.
        var mark = type is { IsValueType: false } or { IsGenericType: true } && annotations.NextIsNullable() ? "?" : "";
        if (type.IsArray)
            return $"{Name(type.GetElementType()!, annotations)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        if (type.IsGenericParameter)
            return type.Name + mark;
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword + mark;
        return type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true
            ? Tuple(type, annotations)
            : Plain(type, annotations) + mark;
    }

    private static string Tuple(Type type, Annotations annotations)
    {
        var elements = type.GetGenericArguments();
        // A tuple's own names come before those of the tuples within it.
        var names = elements.Select(_ => annotations.NextTupleName()).ToList();
        return $"({string.Join(", ", elements.Select((element, index) => Name(element, annotations) + (names[index] is { } name ? " " + name : "")))})";
    }

    private static string Plain(Type type, Annotations annotations)
    {
        // A nested type repeats the parameters of the types around it; each is said where it was declared.
        var arguments = type.GetGenericArguments();
        var chain = new List<Type>();
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
            chain.Insert(0, outer);
        var said = 0;
        return string.Join('.', chain.Select(link =>
        {
            var own = arguments[said..link.GetGenericArguments().Length].Select(argument => Name(argument, annotations)).ToList();
            said += own.Count;
            return link.Name.Split('`')[0] + (own.Count > 0 ? $"<{string.Join(", ", own)}>" : "");
        }));
    }

    private static IEnumerable<string> Constraints(Type argument)
    {
        var attributes = argument.GenericParameterAttributes;
        var unmanaged = argument.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "IsUnmanagedAttribute");
        if (unmanaged)
            yield return "unmanaged";
        else if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            yield return "struct";
        else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";
        else if (argument.GetGenericParameterConstraints().Length == 0 && Annotations.IsNotNull(argument))
            yield return "notnull";
        foreach (var constraint in argument.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)))
            yield return Name(constraint);
        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            yield return "new()";
        if (attributes.HasFlag(GenericParameterAttributes.AllowByRefLike))
            yield return "allows ref struct";
    }
}
