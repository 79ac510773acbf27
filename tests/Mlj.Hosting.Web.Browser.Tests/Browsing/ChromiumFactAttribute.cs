namespace Mlj.Hosting.Web.Browser.Tests.Browsing;

/// <summary>A test that needs Chromium and is skipped with that reason where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public ChromiumFactAttribute()
    {
        if (Program is null)
            Skip = "Chromium is not installed: none of " + string.Join(", ", Places) + ".";
    }

    /// <summary>The program; null where there is none.</summary>
    public static string? Program { get; } = Array.Find(Places, File.Exists);
}
