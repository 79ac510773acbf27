using System.Globalization;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Telegram.Api;
using Mlj.Hosting.Telegram.Api.Shapes;
using Mlj.Hosting.Telegram.Replies;

namespace Mlj.Hosting.Telegram.Conversation;

/// <content>Files that come, one by one or as an album.</content>
internal sealed partial class UpdateHandler
{
    private async Task<Reply> FileAsync(Turn turn, Document document, CancellationToken cancellation)
    {
        var key = await KeyOrNewAsync(turn, cancellation);
        var isLarge = await TakeAsync(turn, key, document, cancellation);
        var page = isLarge ? await PageAsync(key, cancellation) : null;
        return Wording.Files(await workbench.SessionAsync(key, cancellation), turn.Memory.Refused, page);
    }

    /// <summary>Takes a file, or remembers why it was not taken.</summary>
    /// <returns>Whether it was too large for Telegram.</returns>
    private async Task<bool> TakeAsync(Turn turn, SessionKey key, Document document, CancellationToken cancellation)
    {
        if (document.FileSize > BotApi.MaxDownload)
            return TooLarge();
        if (string.IsNullOrWhiteSpace(document.FileName))
            return Refused(Wording.NoNameReason);
        try
        {
            await using var content = await api.DownloadAsync(document.FileId, cancellation);
            await workbench.UploadAsync(key, document.FileName, content, OriginOf(turn.Update), cancellation);
            return false;
        }
        catch (RefusedException error) when (error.Refusal.Kind is RefusalKind.UnsupportedFile or RefusalKind.TooLarge or RefusalKind.BadRequest or RefusalKind.CannotBeDone)
        {
            return Refused(error.Refusal.Message);
        }
        catch (BotApiException error) when (error.Code == 413 || error.Description.Contains("file is too big", StringComparison.OrdinalIgnoreCase))
        {
            return TooLarge();
        }
        catch (BotApiException error) when (!error.IsUncertain)
        {
            return Refused(Wording.LostReason);
        }

        bool TooLarge()
        {
            Refused(Wording.TooLargeReason(HasPage));
            return true;
        }

        bool Refused(string reason)
        {
            turn.Memory = turn.Memory with { Refused = [.. turn.Memory.Refused, new NotTaken(document.FileName ?? "", reason)] };
            return false;
        }
    }

    private static string OriginOf(Update update) => string.Create(CultureInfo.InvariantCulture, $"telegram:{update.UpdateId}");
}
