using System.Data.Common;

namespace Mlj.Hosting;

/// <content>Whether the stores answer.</content>
public sealed partial class Workbench
{
    /// <summary>Asks both stores.</summary>
    /// <returns>Null when they answer, otherwise which does not.</returns>
    public async Task<string?> CheckAsync(CancellationToken cancellation = default)
    {
        try
        {
            await _sessions.FindAsync("none", cancellation);
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return "The store of sessions does not answer.";
        }
        try
        {
            await foreach (var _ in _blobs.ListAsync(cancellation))
                break;
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "The store of files does not answer.";
        }
    }
}
