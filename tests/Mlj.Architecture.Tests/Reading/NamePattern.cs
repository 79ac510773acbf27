namespace Mlj.Architecture.Tests.Reading;

/// <summary>The patterns that the rules are written in: <c>Quartz.*</c> is Quartz and all below it, <c>iText*</c> all that begins so, any other text itself.</summary>
internal static class NamePattern
{
    public static bool Matches(string pattern, string name)
    {
        if (pattern.EndsWith(".*", StringComparison.Ordinal))
        {
            var root = pattern[..^2];
            return name.Equals(root, StringComparison.OrdinalIgnoreCase) || name.StartsWith(root + ".", StringComparison.OrdinalIgnoreCase);
        }
        return pattern.EndsWith('*')
            ? name.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
            : name.Equals(pattern, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The type's full name as a pattern would say it: nested types after a dot, no count of type parameters.</summary>
    public static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer ? $"{NameOf(outer)}.{name}"
            : string.IsNullOrEmpty(type.Namespace) ? name
            : $"{type.Namespace}.{name}";
    }

    /// <summary>The member's full name as a pattern would say it: a property's accessors are called as the property.</summary>
    public static string NameOf(System.Reflection.MemberInfo member)
    {
        var name = member.Name.StartsWith("get_", StringComparison.Ordinal) || member.Name.StartsWith("set_", StringComparison.Ordinal)
            ? member.Name[4..]
            : member.Name;
        return member.DeclaringType is { } type ? $"{NameOf(type)}.{name}" : name;
    }
}
