using System.Reflection;

namespace Mlj.Architecture.Tests.Reading;

/// <summary>Tells .NET's own assemblies from packages, whose names may begin with <c>System</c> as well.</summary>
internal static class Framework
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static bool Has(string assemblyName) => File.Exists(Path.Combine(Folder, assemblyName + ".dll"));

    public static bool Has(Assembly assembly) => Has(assembly.GetName().Name!);
}
