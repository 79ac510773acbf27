using Mlj.Hosting.Links;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Web.Safety;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>One-time links: whoever comes with one owns its session in this browser.</summary>
internal static class OpenEndpoints
{
    private const string Used = """
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>MLJ results compiler</title>
        <h1>This link no longer opens anything</h1><p>It was opened before, or is older than ten minutes. Ask for a new one where you got it: the bot gives one for /web.</p></html>
        """;

    public static void MapOpen(this WebApplication app) => app.MapGet("/open/{code}", OpenAsync).ExcludeFromDescription();

    private static async Task<IResult> OpenAsync(string code, HttpContext context, SessionLinks links, Workbench workbench, CancellationToken stop)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var key = await links.RedeemAsync(code, stop);
            Owner.SetCookie(context, key.Id, key.Token!);
            return TypedResults.LocalRedirect($"/?session={key.Id}");
        }
        catch (RefusedException)
        {
            return TypedResults.Content(Used, "text/html; charset=utf-8", statusCode: StatusCodes.Status410Gone);
        }
    }
}
