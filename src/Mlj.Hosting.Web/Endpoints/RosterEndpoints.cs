using Mlj.Hosting.Views;
using Mlj.Hosting.Web.Safety;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>The class list: who is absent, and who is unexpected.</summary>
internal static class RosterEndpoints
{
    private const string Path = "/session/{session_id}/roster";

    public static void MapRoster(this RouteGroupBuilder api)
    {
        var roster = api.MapGroup("").WithTags("Class list");
        roster.MapGet(Path, (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.RosterAsync(context.KeyOf(session_id), stop))
            .WithSummary("The class list, and who of it is absent and who is unexpected by the present table")
            .WithDescription("'file' is the list that the session holds; 'result' is of the list that the present table was made with, and 'is_used' says whether that is the same one. Each is null when there is none. The lists have the first 1000 people, the counts have all.");
        roster.MapPut(Path, SetAsync).Accepts<FileEndpoints.FileForm>("multipart/form-data")
            .WithSummary("Takes a class list in the place of a former one: multipart/form-data, field 'file'")
            .WithDescription("xlsx or csv with names, addresses or both, at most 50 MB; further files of the request are not read. A list that cannot be read or names nobody is refused with 415, and the former one stays. Consolidate again afterwards.");
        roster.MapDelete(Path, (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.RemoveRosterAsync(context.KeyOf(session_id), stop))
            .WithSummary("Removes the class list");
    }

    private static async Task<SessionView> SetAsync(string session_id, HttpContext context, Workbench workbench, CancellationToken stop)
    {
        var key = context.KeyOf(session_id);
        // Who may not write here is told so before anything is read.
        await workbench.SessionAsync(key, stop);
        await foreach (var (name, content) in UploadReader.ReadAsync(context.Request, workbench.Options.MaxFileBytes, stop))
            return await workbench.SetRosterAsync(key, name, content, stop);
        throw UploadReader.NoFile();
    }
}
