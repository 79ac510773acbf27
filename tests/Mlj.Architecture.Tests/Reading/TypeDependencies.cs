using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mlj.Architecture.Tests.Reading;

/// <summary>
/// Reads from a built assembly what each of its types depends on: bases, interfaces, signatures, attributes, locals and every token in the
/// methods' bodies. What the compiler leaves no trace of (a constant's value, <c>nameof</c>, an unused <c>using</c>) is no dependency.
/// </summary>
internal sealed class TypeDependencies
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly HashSet<Type> _types = [];
    private readonly HashSet<MemberInfo> _members = [];

    private TypeDependencies() { }

    /// <summary>One entry for every top-level type that somebody wrote, by name.</summary>
    public static IReadOnlyList<TypeUse> Of(Assembly assembly) => Of(assembly.GetTypes());

    /// <summary>The types of one namespace and those below it.</summary>
    public static IReadOnlyList<TypeUse> Of(Assembly assembly, string root) =>
        Of(assembly.GetTypes().Where(type => NamePattern.Matches(root + ".*", type.Namespace ?? "")));

    /// <summary>The type itself, or the outermost one that it is nested in.</summary>
    public static Type TopLevel(Type type) => type.DeclaringType is { } outer ? TopLevel(outer) : type;

    /// <summary>Whether the compiler or a generator made the top-level type for its own needs.</summary>
    public static bool IsGenerated(Type type) =>
        type.Name.StartsWith('<') || NamePattern.Matches("Microsoft.CodeAnalysis.*", type.Namespace ?? "")
            // A program's top-level statements are marked as generated too, and they are somebody's work.
            || (type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && NamePattern.Matches("System.*", type.Namespace ?? ""));

    private static List<TypeUse> Of(IEnumerable<Type> types) =>
        [.. types.GroupBy(TopLevel).Where(group => !IsGenerated(group.Key)).OrderBy(group => group.Key.FullName, StringComparer.Ordinal).Select(Read)];

    private static TypeUse Read(IGrouping<Type, Type> group)
    {
        var found = new TypeDependencies();
        foreach (var type in group)
            found.AddDeclaration(type);
        found._types.RemoveWhere(type => TopLevel(type) == group.Key);
        found._members.RemoveWhere(member => member.DeclaringType is { } type && TopLevel(Definition(type)) == group.Key);
        return new TypeUse(group.Key, found._types, found._members);
    }

    private static Type Definition(Type type) => type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;

    private void AddDeclaration(Type type)
    {
        AddType(type.BaseType);
        AddTypes(type.GetInterfaces());
        AddConstraints(type.GetGenericArguments());
        AddAttributes(type.GetCustomAttributesData());
        foreach (var member in type.GetMembers(Declared))
        {
            AddAttributes(member.GetCustomAttributesData());
            if (member is FieldInfo field)
                AddType(field.FieldType);
            else if (member is PropertyInfo property)
                AddType(property.PropertyType);
            else if (member is EventInfo @event)
                AddType(@event.EventHandlerType);
            else if (member is MethodBase method)
                AddMethod(method);
        }
    }

    private void AddMethod(MethodBase method)
    {
        AddSignature(method);
        foreach (var parameter in method.GetParameters())
            AddAttributes(parameter.GetCustomAttributesData());
        if (method is MethodInfo { ReturnParameter: { } returned })
            AddAttributes(returned.GetCustomAttributesData());
        if (method.IsGenericMethodDefinition)
            AddConstraints(method.GetGenericArguments());
        if (method.GetMethodBody() is not { } body)
            return;

        AddTypes(body.LocalVariables.Select(local => local.LocalType));
        AddTypes(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType));
        foreach (var member in MethodBodyTokens.Of(method))
            AddMember(member);
    }

    /// <summary>A member that code names. Its signature counts too: the compiler needs those types to bind the call.</summary>
    private void AddMember(MemberInfo member)
    {
        if (member is Type type)
        {
            AddType(type);
            return;
        }
        _members.Add(member);
        AddType(member.DeclaringType);
        if (member is FieldInfo field)
            AddType(field.FieldType);
        else if (member is MethodBase method)
            AddSignature(method);
    }

    private void AddSignature(MethodBase method)
    {
        AddTypes(method.GetParameters().Select(parameter => parameter.ParameterType));
        if (method is MethodInfo info)
            AddType(info.ReturnType);
        if (method.IsGenericMethod)
            AddTypes(method.GetGenericArguments());
    }

    private void AddConstraints(IEnumerable<Type> arguments) =>
        AddTypes(arguments.Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints()));

    private void AddAttributes(IEnumerable<CustomAttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            AddType(attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue)))
                AddAttributeArgument(argument);
        }
    }

    private void AddAttributeArgument(CustomAttributeTypedArgument argument)
    {
        AddType(argument.ArgumentType);
        if (argument.Value is Type type)
            AddType(type);
        else if (argument.Value is IEnumerable<CustomAttributeTypedArgument> elements)
        {
            foreach (var element in elements)
                AddAttributeArgument(element);
        }
    }

    private void AddTypes(IEnumerable<Type?> types)
    {
        foreach (var type in types)
            AddType(type);
    }

    private void AddType(Type? type)
    {
        if (type is null || type.IsGenericParameter)
            return;
        if (type.HasElementType)
            AddType(type.GetElementType());
        else if (type.IsFunctionPointer)
            AddTypes([type.GetFunctionPointerReturnType(), .. type.GetFunctionPointerParameterTypes()]);
        else if (type.IsConstructedGenericType)
        {
            AddType(type.GetGenericTypeDefinition());
            AddTypes(type.GetGenericArguments());
        }
        else
            _types.Add(type);
    }
}
