using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Mlj.Architecture.Tests.Api;

/// <summary>The first line of a type: <c>public sealed record Mlj.Tables.ExampleColumn : Column, IDisposable</c>.</summary>
internal static class ApiType
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static string Declaration(Type type)
    {
        var attributes = ApiText.Attributes(type);
        var access = type.IsNestedFamily ? "protected" : type.IsNestedFamORAssem ? "protected internal" : "public";
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"{attributes}{access} delegate {ApiText.Returned(invoke)} {FullName(type)}({ApiText.Parameters(invoke)}){ApiText.Constraints(OwnArguments(type))}";
        }
        var parents = Parents(type).ToList();
        return new StringBuilder(attributes)
            .Append(access).Append(' ').Append(Kind(type)).Append(' ').Append(FullName(type))
            .Append(parents.Count > 0 ? " : " : "").AppendJoin(", ", parents)
            .Append(ApiText.Constraints(OwnArguments(type)))
            .ToString();
    }

    public static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", Declared, [typeof(StringBuilder)])?.IsDefined(typeof(CompilerGeneratedAttribute)) == true
            || type.GetMethod("<Clone>$", Declared) is not null;

    private static string Kind(Type type)
    {
        if (type.IsEnum)
            return "enum";
        if (type.IsInterface)
            return "interface";
        var record = IsRecord(type) ? "record " : "";
        if (type.IsValueType)
        {
            var readOnly = type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "";
            return $"{readOnly}{(type.IsByRefLike ? "ref " : "")}{record}struct";
        }
        var modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return modifier + (record.Length > 0 ? "record" : "class");
    }

    // A nested type repeats the parameters of the types around it.
    private static Type[] OwnArguments(Type type) => type.GetGenericArguments()[(type.DeclaringType?.GetGenericArguments().Length ?? 0)..];

    private static string FullName(Type type) =>
        string.IsNullOrEmpty(type.Namespace) ? ApiText.Name(type) : $"{type.Namespace}.{ApiText.Name(type)}";

    private static IEnumerable<string> Parents(Type type)
    {
        if (type.IsEnum)
            return Enum.GetUnderlyingType(type) == typeof(int) ? [] : [ApiText.Name(Enum.GetUnderlyingType(type))];

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var interfaces = type.GetInterfaces();
        var own = interfaces
            .Except(inherited)
            // What another interface brings along is said by that one.
            .Where(candidate => !interfaces.Any(other => other != candidate && other.GetInterfaces().Contains(candidate)))
            .Where(candidate => !(IsRecord(type) && candidate == typeof(IEquatable<>).MakeGenericType(type)))
            .Select(ApiText.Name)
            .Order(StringComparer.Ordinal);
        return type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? own.Prepend(ApiText.Name(parent)) : own;
    }
}
