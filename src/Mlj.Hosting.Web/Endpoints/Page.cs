namespace Mlj.Hosting.Web.Endpoints;

/// <summary>The page: what was built of the folder ui, compressed, and index.html for every other address that is no file and no part of the interface.</summary>
internal static class Page
{
    private const string Index = "index.html";

    private const string Html = "text/html; charset=utf-8";

    private const string Absent = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>MLJ results compiler</title>
        <h1>MLJ results compiler</h1><p>The interface is there; the page is not built. See <a href="/openapi/v1.json">the description of the interface</a>.</p></html>
        """;

    // All that is no file and no part of the interface, where an unknown address or a wrong method is an error.
    private static readonly string[] Patterns = ["/", "/{**path:nonfile:regex(^(?!api($|/)))}"];

    public static void MapPage(this WebApplication app)
    {
        // Otherwise what was compressed at the build is compressed anew at every request, and badly.
        app.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        app.MapStaticAssets().ExcludeFromDescription();
        foreach (var pattern in Patterns)
            app.MapMethods(pattern, ["GET", "HEAD"], Answer).WithOrder(int.MaxValue).ExcludeFromDescription();
    }

    private static IResult Answer(HttpContext context, IWebHostEnvironment environment)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return environment.WebRootFileProvider.GetFileInfo(Index) is { Exists: true } file
            ? Results.File(file.CreateReadStream(), Html)
            : Results.Content(Absent, Html);
    }
}
