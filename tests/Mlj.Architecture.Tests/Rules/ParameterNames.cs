using System.Reflection;

namespace Mlj.Architecture.Tests.Rules;

/// <summary>A preview is a run that nobody has accepted yet; nothing takes a parameter that asks for one.</summary>
internal static class ParameterNames
{
    private static readonly string[] Never = ["dryrun", "preview", "simulate"];

    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static IEnumerable<string> Violations(IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            foreach (var method in type.GetMembers(Declared).OfType<MethodBase>().Where(method => !IsLambda(method)))
            {
                foreach (var parameter in method.GetParameters().Where(parameter => IsBanned(parameter.Name)))
                    yield return $"{type.FullName}.{method.Name} has a parameter {parameter.Name}";
            }
            // A record's properties are its parameters, also those outside the head.
            foreach (var property in IsRecord(type) ? type.GetProperties(Declared) : [])
            {
                if (IsBanned(property.Name))
                    yield return $"The record {type.FullName} has a property {property.Name}";
            }
        }
    }

    private static bool IsBanned(string? name) =>
        name is not null && Never.Contains(name.Replace("_", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase);

    // The variable of a lambda is nobody's parameter; that of a local function is.
    private static bool IsLambda(MethodBase method) => method.Name.StartsWith('<') && method.Name.Contains(">b__", StringComparison.Ordinal);

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared, [typeof(System.Text.StringBuilder)]) is not null;
}
