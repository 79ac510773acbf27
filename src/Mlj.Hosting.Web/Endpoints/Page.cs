namespace Mlj.Hosting.Web.Endpoints;

/// <summary>The page: static files, and index.html for every other address that is no file and no part of the interface.</summary>
internal static class Page
{
    private const string Index = "index.html";

    private const string Absent = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>MLJ results compiler</title>
        <h1>MLJ results compiler</h1><p>The interface is there; the page is not built. See <a href="/openapi/v1.json">the description of the interface</a>.</p></html>
        """;

    public static void MapPage(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.MapFallback("/{**path:nonfile}", (HttpContext context, IWebHostEnvironment environment) =>
            context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? Results.Json(Safety.Problems.Of(StatusCodes.Status404NotFound, "no_endpoint", "There is nothing at this address. See /openapi/v1.json."), contentType: "application/problem+json", statusCode: StatusCodes.Status404NotFound)
            : environment.WebRootFileProvider.GetFileInfo(Index) is { Exists: true } file ? Results.File(file.CreateReadStream(), "text/html; charset=utf-8")
            : Results.Content(Absent, "text/html; charset=utf-8")).ExcludeFromDescription();
    }
}
