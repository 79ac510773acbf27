using Mlj.Hosting.Views;
using Mlj.Hosting.Web.Safety;
using Mlj.Recognition;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>Files: taken, looked at, corrected, removed.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this RouteGroupBuilder api)
    {
        var files = api.MapGroup("").WithTags("Files");
        files.MapPost("/upload/{session_id}", UploadAsync).Accepts<FileForm>("multipart/form-data")
            .WithSummary("Takes a file: multipart/form-data, field 'file'")
            .WithDescription("xlsx or csv, at most 50 MB each. A file that cannot be read at all is refused with 415 and not kept; one that is no test as it stands is kept, and its 'problem' says what to correct.");
        files.MapGet("/session/{session_id}/files", async (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) =>
            new FileList((await workbench.SessionAsync(context.KeyOf(session_id), stop)).Files)).WithSummary("The files with what was recognised of each");
        files.MapPut("/session/{session_id}/files/{file_id}", (string session_id, string file_id, RecognitionOptions corrections, HttpContext context, Workbench workbench, CancellationToken stop) =>
            workbench.CorrectAsync(context.KeyOf(session_id), file_id, corrections, stop))
            .WithSummary("Corrects what was recognised of a file").WithDescription("All corrections of the file, in place of the former ones; what is left out is left to the recogniser. Consolidate again afterwards.");
        files.MapDelete("/session/{session_id}/files/{file_id}", (string session_id, string file_id, HttpContext context, Workbench workbench, CancellationToken stop) =>
            workbench.RemoveAsync(context.KeyOf(session_id), file_id, stop)).WithSummary("Removes a file");
        files.MapPost("/session/{session_id}/samples", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) =>
            workbench.AddSamplesAsync(context.KeyOf(session_id), stop)).WithSummary("Adds the example class: five exports of invented people");
    }

    private static async Task<Uploaded> UploadAsync(string session_id, HttpContext context, Workbench workbench, CancellationToken stop)
    {
        var key = context.KeyOf(session_id);
        // Who may not write here is told so before anything is read.
        await workbench.SessionAsync(key, stop);
        var taken = new List<FileView>();
        await foreach (var (name, content) in UploadReader.ReadAsync(context.Request, workbench.Options.MaxFileBytes, stop))
            taken.Add(await workbench.UploadAsync(key, name, content, cancellation: stop));
        if (taken.Count == 0)
            throw UploadReader.NoFile();
        var session = await workbench.SessionAsync(key, stop);
        return new Uploaded("success", $"File '{taken[^1].Name}' uploaded", session.FilesCount, session_id, session.Version, taken);
    }

    internal sealed record FileForm(IFormFile File);

    internal sealed record FileList(IReadOnlyList<FileView> Files);

    internal sealed record Uploaded(string Status, string Message, int FilesCount, string SessionId, long Version, IReadOnlyList<FileView> Files);
}
