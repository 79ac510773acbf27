using System.Reflection;
using System.Text;

namespace Mlj.Architecture.Tests.Api;

/// <summary>Prints what an assembly promises: its public types and their public and protected members, in an order that depends on names alone.</summary>
internal static class PublicApi
{
    public static string Of(Assembly assembly) => Of(assembly.GetTypes());

    public static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var type in types.Where(IsPromised).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (text.Length > 0)
                text.Append('\n');
            Append(text, type);
        }
        return text.ToString();
    }

    private static bool IsPromised(Type type) =>
        !type.Name.StartsWith('<')
        && (type.IsPublic || (type is { IsNestedPublic: true } or { IsNestedFamily: true } or { IsNestedFamORAssem: true } && IsPromised(type.DeclaringType!)));

    private static void Append(StringBuilder text, Type type)
    {
        text.Append(ApiType.Declaration(type));
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            text.Append(";\n");
            return;
        }
        text.Append('\n').Append("{\n");
        foreach (var line in type.IsEnum ? ApiMember.EnumLines(type) : ApiMember.Lines(type))
            text.Append("    ").Append(line).Append('\n');
        text.Append("}\n");
    }
}
