using System.Reflection;
using System.Runtime.CompilerServices;

namespace Mlj.Architecture.Tests.Api;

/// <summary>
/// What the compiler notes beside a type: which of its parts may be null, and the names of tuples' elements. Both lists follow the type
/// from left to right, so one reading uses one object.
/// </summary>
internal sealed class Annotations
{
    private const byte NotAnnotated = 1;
    private const byte Annotated = 2;

    private readonly Queue<string?> _tupleNames;
    private readonly byte[] _flags;
    private int _next;

    private Annotations(byte[] flags, Queue<string?> tupleNames)
    {
        _flags = flags;
        _tupleNames = tupleNames;
    }

    /// <summary>Where nothing is noted, such as at a base type.</summary>
    public static Annotations None => new([0], []);

    public static Annotations Of(ParameterInfo parameter) =>
        new(Flags(parameter.GetCustomAttributesData()) ?? Context(parameter.Member), TupleNames(parameter));

    public static Annotations Of(MemberInfo member) =>
        new(Flags(member.GetCustomAttributesData()) ?? Context(member.DeclaringType), TupleNames(member));

    /// <summary>Whether a type parameter stands for what is never null: without any other constraint, <c>notnull</c>.</summary>
    public static bool IsNotNull(Type typeParameter) =>
        (Flags(typeParameter.GetCustomAttributesData()) ?? Context((MemberInfo?)typeParameter.DeclaringMethod ?? typeParameter.DeclaringType))[0] == NotAnnotated;

    /// <summary>Whether the next part, which is no plain value type, may be null. A single flag is meant for all parts.</summary>
    public bool NextIsNullable()
    {
        var flag = _flags.Length == 1 ? _flags[0] : _flags[Math.Min(_next, _flags.Length - 1)];
        _next++;
        return flag == Annotated;
    }

    public string? NextTupleName() => _tupleNames.TryDequeue(out var name) ? name : null;

    private static byte[]? Flags(IEnumerable<CustomAttributeData> attributes) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType == typeof(NullableAttribute))?.ConstructorArguments[0].Value switch
        {
            byte flag => [flag],
            IEnumerable<CustomAttributeTypedArgument> flags => [.. flags.Select(flag => (byte)flag.Value!)],
            _ => null,
        };

    private static byte[] Context(MemberInfo? member)
    {
        for (; member is not null; member = member.DeclaringType)
        {
            if (member.GetCustomAttribute<NullableContextAttribute>(inherit: false) is { } context)
                return [context.Flag];
        }
        return [0];
    }

    private static Queue<string?> TupleNames(ICustomAttributeProvider provider) =>
        provider.GetCustomAttributes(typeof(TupleElementNamesAttribute), inherit: false) is [TupleElementNamesAttribute names, ..]
            ? new Queue<string?>(names.TransformNames)
            : [];
}
