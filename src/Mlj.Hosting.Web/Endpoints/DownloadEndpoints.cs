using Microsoft.AspNetCore.Http.HttpResults;
using Mlj.Hosting.Views;
using Mlj.Hosting.Web.Safety;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>Files to take away.</summary>
internal static class DownloadEndpoints
{
    public static void MapDownloads(this RouteGroupBuilder api)
    {
        var downloads = api.MapGroup("").WithTags("Downloads");
        downloads.MapGet("/download/{session_id}/{result_id}", async (string session_id, string result_id, HttpContext context, Workbench workbench, CancellationToken stop) =>
            Of(await workbench.ExportAsync(context.KeyOf(session_id), "xlsx", result_id, tableOnly: false, stop)))
            .WithSummary("The workbook of a result, with what was changed since");
        downloads.MapGet("/session/{session_id}/export", async (string session_id, HttpContext context, Workbench workbench, CancellationToken stop, string format = "xlsx", bool table_only = false) =>
            Of(await workbench.ExportAsync(context.KeyOf(session_id), format, null, table_only, stop)))
            .WithSummary("The present table as xlsx, csv or json")
            .WithDescription("With table_only=true without the sheets that tell of files, rows, addresses and decisions: use it after redacting.");
    }

    private static FileStreamHttpResult Of(ExportedFile file) => TypedResults.Stream(file.Content, file.MediaType, file.Name);
}
