using System.Reflection;
using System.Xml.Linq;
using Mlj.Testing;

namespace Mlj.Architecture.Tests.Reading;

/// <summary>A project under <c>src</c>: what its project file says, and its built assembly.</summary>
internal sealed class SourceProject
{
    private readonly Lazy<Assembly> _assembly;

    private SourceProject(string name, string folder, XElement content)
    {
        Name = name;
        Folder = folder;
        AssemblyName = Text(content, "AssemblyName") ?? name;
        RootNamespace = Text(content, "RootNamespace") ?? name;
        Packages = [.. Includes(content, "PackageReference")];
        References =
        [
            .. Packages,
            .. Includes(content, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))),
            .. Includes(content, "FrameworkReference"),
            .. (string?)content.Attribute("Sdk") is { } sdk ? [sdk] : Array.Empty<string>(),
        ];
        _assembly = new Lazy<Assembly>(() => Assembly.Load(new AssemblyName(AssemblyName)));
    }

    /// <summary>All projects under <c>src</c>, by name.</summary>
    public static IReadOnlyList<SourceProject> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceProject(Path.GetFileNameWithoutExtension(path), Path.GetDirectoryName(path)!, XElement.Load(path))),
    ];

    /// <summary>The project that everything stands on.</summary>
    public static SourceProject Core { get; } = All.Single(project => project.Name == "Mlj.Core");

    public string Name { get; }

    public string Folder { get; }

    public string AssemblyName { get; }

    public string RootNamespace { get; }

    /// <summary>The packages that the project file names.</summary>
    public IReadOnlyList<string> Packages { get; }

    /// <summary>All that the project file names: packages, projects, frameworks and the SDK.</summary>
    public IReadOnlyList<string> References { get; }

    public Assembly Assembly => _assembly.Value;

    /// <summary>All that the built assembly uses; an assembly of ours goes by its project's name.</summary>
    public IEnumerable<string> AssemblyReferences =>
        from reference in Assembly.GetReferencedAssemblies()
        let ours = All.FirstOrDefault(project => project.AssemblyName == reference.Name)
        select ours?.Name ?? reference.Name;

    /// <summary>Reads a project from its text; its assembly cannot be asked for.</summary>
    public static SourceProject Parse(string name, string content) => new(name, "", XElement.Parse(content));

    /// <summary>What the types of the built assembly depend on.</summary>
    public IReadOnlyList<TypeUse> Uses() => TypeDependencies.Of(Assembly);

    public override string ToString() => Name;

    private static string? Text(XElement content, string name) => content.Descendants(name).FirstOrDefault()?.Value;

    private static IEnumerable<string> Includes(XElement content, string item) =>
        content.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();
}
