using Mlj.Architecture.Tests.Reading;

namespace Mlj.Architecture.Tests.Rules;

/// <summary>Of all that a door is made of, only its Program.cs names an adapter.</summary>
internal static class DoorRule
{
    public static IEnumerable<string> Violations(IEnumerable<TypeUse> uses, Func<Type, bool> isAdapter) =>
        from use in uses
        where use.Type.Name != "Program"
        from used in use.Types
        where isAdapter(used)
        select $"{use.Type.FullName} uses {used.FullName} outside Program.cs";
}
