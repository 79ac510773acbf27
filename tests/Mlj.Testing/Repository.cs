namespace Mlj.Testing;

/// <summary>Where the repository stands on this machine, found from the folder that the tests run in.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Mlj.Core.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests run outside a checkout.</exception>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder <c>shared</c> beside the repository; null where there is none.</summary>
    public static string? SharedFolder { get; } = FindShared();

    /// <summary>The full path of a file or folder, given in parts from the root.</summary>
    public static string PathOf(params string[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return Path.GetFullPath(Path.Combine([Root, .. parts]));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mlj.Core.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' holds Mlj.Core.sln. Run the tests from a checkout.");
    }

    private static string? FindShared()
    {
        var shared = PathOf("..", "shared");
        return Directory.Exists(shared) ? shared : null;
    }
}
