using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mlj.Architecture.Tests.Api;

/// <summary>The lines within a type: constants and fields, constructors, properties, events, methods, operators; each group by name.</summary>
internal static class ApiMember
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static IEnumerable<string> EnumLines(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .OrderBy(field => Convert.ToDecimal(field.GetRawConstantValue(), CultureInfo.InvariantCulture))
            .ThenBy(field => field.Name, StringComparer.Ordinal)
            .Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {field.GetRawConstantValue()},"));

    public static IEnumerable<string> Lines(Type type)
    {
        var record = ApiType.IsRecord(type);
        var methods = type.GetMethods(Declared).Where(method => IsVisible(method) && !IsMadeForRecord(method)).ToList();
        return
        [
            .. Sorted(type.GetFields(Declared).Where(IsVisible), Field),
            .. Sorted(type.GetConstructors(Declared).Where(constructor => IsVisible(constructor) && !constructor.IsStatic && !IsMadeForRecord(constructor)), Constructor),
            .. Sorted(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible) && !(record && property.Name == "EqualityContract")), Property),
            .. Sorted(type.GetEvents(Declared).Where(@event => IsVisible(@event.AddMethod!)), Event),
            .. Sorted(methods.Where(method => !method.IsSpecialName), Method),
            .. Sorted(methods.Where(method => method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal)), Method),
        ];

        bool IsMadeForRecord(MethodBase method) =>
            method.Name.StartsWith('<')
                || (record && !IsAccessor(method) && method.IsDefined(typeof(CompilerGeneratedAttribute)));
    }

    private static IEnumerable<string> Sorted<T>(IEnumerable<T> members, Func<T, string> print) where T : MemberInfo =>
        members.Select(member => (member.Name, Line: print(member)))
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(member => member.Line, StringComparer.Ordinal)
            .Select(member => member.Line);

    private static bool IsAccessor(MethodBase method) =>
        method.IsSpecialName && !method.IsConstructor && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldInfo field) =>
        !field.IsSpecialName && (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly);

    private static string Field(FieldInfo field)
    {
        var access = Access(field.IsPublic, field.IsFamily);
        var type = ApiText.TypeOf(field);
        // .NET knows no decimal constants; the compiler keeps them in an attribute.
        var constant = field.IsLiteral ? field.GetRawConstantValue() : field.GetCustomAttribute<DecimalConstantAttribute>()?.Value;
        return field.IsLiteral || constant is not null
            ? $"{ApiText.Attributes(field)}{access}const {type} {field.Name} = {ApiText.Literal(constant, field.FieldType)};"
            : $"{ApiText.Attributes(field)}{access}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}"
                + $"{(field.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "")}{type} {field.Name};";
    }

    private static string Constructor(ConstructorInfo constructor) =>
        $"{ApiText.Attributes(constructor)}{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({ApiText.Parameters(constructor)});";

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
        // The wider accessor gives the property its access; the other says its own.
        var widest = accessors.Find(accessor => accessor.IsPublic) ?? accessors.Find(accessor => accessor.IsFamilyOrAssembly) ?? accessors[0];
        var name = property.GetIndexParameters().Length > 0 ? $"this[{ApiText.Parameters(property)}]" : property.Name;
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{ApiText.Attributes(property)}{Access(widest)}{Modifiers(widest)}{required}{ApiText.TypeOf(property)} {name} {{ "
            + $"{Accessor(property.GetMethod, "get")}{Accessor(property.SetMethod, IsInit(property.SetMethod) ? "init" : "set")}}}";

        string Accessor(MethodInfo? accessor, string word) =>
            accessor is null || !IsVisible(accessor) ? ""
            : Access(accessor) == Access(widest) ? $"{word}; "
            : $"{Access(accessor)}{word}; ";
    }

    private static bool IsInit(MethodInfo? setter) =>
        setter?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;

    private static string Event(EventInfo @event) =>
        $"{ApiText.Attributes(@event)}{Access(@event.AddMethod!)}{Modifiers(@event.AddMethod!)}event {ApiText.TypeOf(@event)} {@event.Name};";

    private static string Method(MethodInfo method)
    {
        var arguments = method.IsGenericMethodDefinition ? method.GetGenericArguments() : [];
        var generic = arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(argument => argument.Name))}>" : "";
        var named = method.Name switch
        {
            "op_Implicit" => $"implicit operator {ApiText.Returned(method)}",
            "op_Explicit" => $"explicit operator {ApiText.Returned(method)}",
            _ when method.IsSpecialName => $"{ApiText.Returned(method)} operator {Operator(method.Name)}",
            _ => $"{ApiText.Returned(method)} {method.Name}{generic}",
        };
        return $"{ApiText.Attributes(method)}{Access(method)}{Modifiers(method)}{named}({ApiText.Parameters(method)}){ApiText.Constraints(arguments)};";
    }

    private static string Operator(string name) => name switch
    {
        "op_Equality" => "==",
        "op_Inequality" => "!=",
        "op_LessThan" => "<",
        "op_LessThanOrEqual" => "<=",
        "op_GreaterThan" => ">",
        "op_GreaterThanOrEqual" => ">=",
        "op_Addition" or "op_UnaryPlus" => "+",
        "op_Subtraction" or "op_UnaryNegation" => "-",
        "op_Multiply" => "*",
        "op_Division" => "/",
        "op_Modulus" => "%",
        _ => name["op_".Length..],
    };

    private static string Access(MethodBase method) =>
        method.DeclaringType!.IsInterface && method.IsPublic ? "" : Access(method.IsPublic, method.IsFamily);

    private static string Access(bool isPublic, bool isFamily) => isPublic ? "public " : isFamily ? "protected " : "protected internal ";

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
            return (method.IsStatic ? "static " : "") + (method.IsStatic && method.IsAbstract ? "abstract " : !method.IsStatic && !method.IsAbstract ? "virtual " : "");
        if (method.IsStatic)
            return "static ";
        var overrides = method.GetBaseDefinition() != method;
        return method switch
        {
            { IsAbstract: true } => overrides ? "abstract override " : "abstract ",
            { IsFinal: true } when overrides && !method.DeclaringType.IsSealed => "sealed override ",
            { IsVirtual: true } when overrides => "override ",
            { IsVirtual: true, IsFinal: false } when !method.DeclaringType.IsValueType => "virtual ",
            _ => "",
        };
    }
}
