using System.Reflection;
using Mlj.Architecture.Tests.Reading;

namespace Mlj.Architecture.Tests.Rules;

/// <summary>A seam speaks only in .NET's types and in ours, so that whoever implements it needs no package.</summary>
internal static class SeamSignatures
{
    /// <summary>The seams by name, wherever they stand.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "TableAction", "ISourceFormat", "ISourceBook", "ISheetReader", "IExportFormat",
        "IPlanner", "ISessionStore", "IBlobStore", "IBatchQueue", "IChatStore", "ILinkStore",
    ];

    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static IEnumerable<string> Violations(Type seam) =>
        from said in Signature(seam)
        from type in Flatten(said.Type)
        where !IsOurs(type.Assembly) && !Framework.Has(type.Assembly)
        select $"{seam.FullName}: {said.Where} speaks of {type.FullName} of {type.Assembly.GetName().Name}";

    private static IEnumerable<(string Where, Type Type)> Signature(Type seam)
    {
        foreach (var parent in seam.GetInterfaces().Append(seam.BaseType).OfType<Type>())
            yield return ("its base", parent);
        foreach (var constraint in Constraints(seam.GetGenericArguments()))
            yield return ("a constraint", constraint);
        // The accessors of properties and events are among the methods.
        foreach (var method in seam.GetMembers(Declared).OfType<MethodBase>().Where(IsVisible))
        {
            foreach (var parameter in method.GetParameters())
                yield return (method.Name, parameter.ParameterType);
            if (method is MethodInfo info)
                yield return (method.Name, info.ReturnType);
            if (method.IsGenericMethodDefinition)
            {
                foreach (var constraint in Constraints(method.GetGenericArguments()))
                    yield return (method.Name, constraint);
            }
        }
        foreach (var field in seam.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
            yield return (field.Name, field.FieldType);
    }

    private static IEnumerable<Type> Constraints(Type[] arguments) =>
        arguments.Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints());

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Flatten(Type type) =>
        type.IsGenericParameter ? []
        : type.HasElementType ? Flatten(type.GetElementType()!)
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Flatten).Prepend(type.GetGenericTypeDefinition())
        : [type];

    private static bool IsOurs(Assembly assembly) =>
        NamePattern.Matches("Mlj.*", assembly.GetName().Name!) || SourceProject.All.Any(project => project.AssemblyName == assembly.GetName().Name);
}
