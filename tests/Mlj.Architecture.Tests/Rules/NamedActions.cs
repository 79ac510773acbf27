using Mlj.Architecture.Tests.Reading;

namespace Mlj.Architecture.Tests.Rules;

/// <summary>Nobody names a single action: all go by the catalogue, which the facade fills.</summary>
internal static class NamedActions
{
    /// <param name="uses">The types to look at.</param>
    /// <param name="action">The full name of the type that actions derive from.</param>
    /// <param name="facade">The namespace whose own types may name actions.</param>
    public static IEnumerable<string> Violations(IEnumerable<TypeUse> uses, string action, string facade) =>
        from use in uses
        where use.Type.Namespace != facade
        from used in use.Types
        where !used.IsAbstract && IsA(used, action)
        select $"{use.Type.FullName} names the action {used.FullName}";

    private static bool IsA(Type type, string action) =>
        type.BaseType is { } parent && (NamePattern.NameOf(parent) == action || IsA(parent, action));
}
