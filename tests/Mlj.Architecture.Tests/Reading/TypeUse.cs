using System.Reflection;

namespace Mlj.Architecture.Tests.Reading;

/// <summary>What one top-level type, with all that is nested in it or generated for it, refers to outside itself.</summary>
/// <param name="Type">The top-level type.</param>
/// <param name="Types">Every type it names; of a constructed generic type the definition and the arguments.</param>
/// <param name="Members">Every member that its code calls, reads or writes.</param>
internal sealed record TypeUse(Type Type, IReadOnlySet<Type> Types, IReadOnlySet<MemberInfo> Members)
{
    /// <summary>The types it names in the namespace or below it.</summary>
    public IEnumerable<Type> TypesUnder(string root) => Types.Where(type => NamePattern.Matches(root + ".*", type.Namespace ?? ""));
}
