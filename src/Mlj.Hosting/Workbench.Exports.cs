using Mlj.Exports;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Views;

namespace Mlj.Hosting;

/// <content>Files to hand out.</content>
public sealed partial class Workbench
{
    /// <summary>Writes the present table as a file.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="format">The format's name: <c>xlsx</c>, <c>csv</c> or <c>json</c>.</param>
    /// <param name="resultId">The result that is wanted; another one than the present is refused. Null for the present one.</param>
    /// <param name="tableOnly">Whether only the table is written, without the sheets that tell of files, rows, addresses and decisions.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>The file; its stream is deleted when it is closed.</returns>
    public async Task<ExportedFile> ExportAsync(SessionKey key, string format, string? resultId = null, bool tableOnly = false, CancellationToken cancellation = default)
    {
        var found = ExportFormats.Default.All.FirstOrDefault(each => each.Name == format) ?? throw Refuse.NoFormat(format, ExportFormats.Default.All.Select(each => each.Name));
        var session = await LookAsync(key, cancellation);
        if (resultId is not null && session.Basis?.ResultId != resultId)
            throw Refuse.NoResult();
        var head = await _heads.OfAsync(session, cancellation);
        // On disk: a workbook of many rows is large, and the one who fetches it may be slow.
        var stream = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        try
        {
            await Task.Run(() =>
            {
                var table = new ExportSheet("Results", head.Table);
                if (tableOnly)
                    found.Write(new ExportBook(table, table), stream, cancellation);
                else
                    found.Write(ResultsBook.Of(head.Compilation, new BookOptions { Created = Now }), stream, cancellation);
            }, cancellation);
            stream.Position = 0;
            await _sessions.AddUseAsync(UseCount.Exports, 1, CancellationToken.None);
            return new ExportedFile($"consolidated_results_{session.Basis!.ResultId}{found.Extensions[0]}", MediaTypeOf(found.Name), stream);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static string MediaTypeOf(string format) => format switch
    {
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        _ => "application/octet-stream",
    };
}
