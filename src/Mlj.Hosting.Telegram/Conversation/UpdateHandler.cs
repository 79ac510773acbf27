using Mlj.Hosting.Links;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Telegram.Api;
using Mlj.Hosting.Telegram.Replies;
using Mlj.Hosting.Telegram.Settings;

namespace Mlj.Hosting.Telegram.Conversation;

/// <summary>
/// Answers updates: an update is one call of the workbench and then a look at how things stand. It may be called again for an update that it
/// was interrupted at: what was done then is not done again. Safe to share between threads; the updates of one chat come one after the other.
/// </summary>
internal sealed partial class UpdateHandler(Workbench workbench, SessionLinks links, BotApi api, TelegramSettings settings)
{
    private const string Door = "telegram";

    /// <summary>Answers an update.</summary>
    /// <returns>The replies, mostly one.</returns>
    public async Task<IReadOnlyList<Reply>> AnswerAsync(Turn turn, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(turn);
        try
        {
            return turn.Update switch
            {
                { CallbackQuery: { Message.Chat.Type: null or "private" } query } => [await PressedAsync(turn, query, cancellation)],
                { Message: { Chat.Type: not (null or "private") } message } => message.Text is ['/', ..] ? [Wording.InAGroup()] : [],
                { Message: { Document: { } document } } => [await FileAsync(turn, document, cancellation)],
                { Message.Text: ['/', ..] command } => [await CommandAsync(turn, command, cancellation)],
                { Message.Text: { } words } => [await WordsAsync(turn, words, cancellation)],
                { Message: not null } => [Wording.NotADocument()],
                _ => [],
            };
        }
        catch (RefusedException error)
        {
            return [await RefusedAsync(turn, error.Refusal, cancellation)];
        }
    }

    private bool HasPage => settings.WebAddress is { Length: > 0 };

    /// <summary>The key of the chat's session; null when it has none.</summary>
    private SessionKey? KeyOf(PinnedSession? session) =>
        session is { } pinned && TokenSeal.Open(pinned.Sealed, settings.Token!) is { } token ? new SessionKey(pinned.Id, token) : null;

    /// <summary>The key of the chat's session.</summary>
    /// <exception cref="RefusedException">It has none, so there are no files.</exception>
    private SessionKey Key(Turn turn) => KeyOf(turn.Memory.Session) ?? throw new RefusedException(new Refusal(RefusalKind.BadRequest, "no_files", "No files yet."));

    /// <summary>The key of the chat's session, which is begun when there is none.</summary>
    private async Task<SessionKey> KeyOrNewAsync(Turn turn, CancellationToken cancellation)
    {
        if (KeyOf(turn.Memory.Session) is { } key && await IsThereAsync(key, cancellation))
            return key;
        var opened = await workbench.BeginAsync(Door, cancellation);
        var pinned = new PinnedSession(opened.Session.SessionId, TokenSeal.Close(opened.Token, settings.Token!));
        await turn.KeepAsync(turn.Memory with { Session = pinned, FilesMessage = null, Refused = [], Choices = [], Doing = null }, cancellation);
        return new SessionKey(pinned.Id, opened.Token);
    }

    private async Task<bool> IsThereAsync(SessionKey key, CancellationToken cancellation)
    {
        try
        {
            await workbench.SessionAsync(key, cancellation);
            return true;
        }
        catch (RefusedException error) when (IsGone(error.Refusal))
        {
            return false;
        }
    }

    private static bool IsGone(Refusal refusal) => refusal.Code is "session_expired" or "no_session" or "not_owner" or "files_lost";

    private async Task<Reply> RefusedAsync(Turn turn, Refusal refusal, CancellationToken cancellation)
    {
        if (IsGone(refusal))
        {
            turn.Memory = turn.Memory with { Session = null, Choices = [] };
            return Wording.Gone();
        }
        if (refusal.Code == "no_files" || KeyOf(turn.Memory.Session) is not { } key)
            return refusal.Code == "no_files" ? Wording.NoFiles() : Wording.Refused(null, refusal);
        var session = await workbench.SessionAsync(key, cancellation);
        return refusal.Code switch
        {
            "not_consolidated" => session.FilesCount == 0 ? Wording.NoFiles() : Wording.NotYetATable(session),
            "no_planner" => Wording.NoPlanner(At.Of(session), HasPage),
            _ => Wording.Refused(session.ResultId is null ? null : At.Of(session), refusal),
        };
    }

    /// <summary>Changes the session, at most once, then shows what came of it.</summary>
    /// <param name="turn">The update.</param>
    /// <param name="version">The version that the change is for.</param>
    /// <param name="change">The one call.</param>
    /// <param name="show">What is shown then.</param>
    /// <param name="cancellation">Stops waiting.</param>
    private async Task<Reply> ChangeAsync(Turn turn, long version, Func<SessionKey, Task> change, Func<SessionKey, Task<Reply>> show, CancellationToken cancellation)
    {
        var key = Key(turn);
        try
        {
            await change(key with { Version = version });
        }
        catch (RefusedException error) when (error.Refusal.Code is "other_version" or "changed_meanwhile")
        {
            // Begun before and at another version now: it was done, and only the answer is missing.
            return await PresentAsync(turn, turn.IsAgain && error.Refusal.Code == "other_version" ? null : Wording.ChangedMeanwhile, cancellation);
        }
        return await show(key);
    }

    /// <summary>The version that a change asked for by a command or by words is for: the same one when it is begun again.</summary>
    private async Task<long> VersionAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Memory.Doing is { } doing && doing.Update == turn.Update.UpdateId)
            return doing.Version;
        var version = (await workbench.SessionAsync(Key(turn), cancellation)).Version;
        await turn.KeepAsync(turn.Memory with { Doing = new Doing(turn.Update.UpdateId, version) }, cancellation);
        return version;
    }

    /// <summary>How things stand: the change that waits, else the table, else the files.</summary>
    private async Task<Reply> PresentAsync(Turn turn, string? first, CancellationToken cancellation)
    {
        var key = Key(turn);
        var session = await workbench.SessionAsync(key, cancellation);
        return session switch
        {
            { HasPendingPlan: true } => await PreviewAsync(key, first, cancellation),
            { ResultId: not null } => await TableAsync(key, first, cancellation),
            _ => Wording.Files(session, [], null, first) with { IsOfFiles = false },
        };
    }

    private async Task<Reply> TableAsync(SessionKey key, string? first, CancellationToken cancellation)
    {
        var summary = await workbench.SummaryAsync(key, cancellation);
        var table = await workbench.TableAsync(key, 0, Wording.Rows, cancellation);
        return Wording.Table(await workbench.SessionAsync(key, cancellation), summary, table, HasPage, first);
    }

    private async Task<Reply> PreviewAsync(SessionKey key, string? first, CancellationToken cancellation) =>
        Wording.Preview(key.Id, await workbench.PreviewAsync(key, cancellation), await workbench.PreviewRowsAsync(key, 0, Wording.Rows, cancellation), first);

    private async Task<At> AtAsync(SessionKey key, CancellationToken cancellation) => At.Of(await workbench.SessionAsync(key, cancellation));

    /// <summary>An address that opens the session in the page once; null without a page.</summary>
    private async Task<string?> PageAsync(SessionKey key, CancellationToken cancellation) =>
        HasPage ? $"{settings.WebAddress!.TrimEnd('/')}/open/{await links.MakeAsync(key, cancellation)}" : null;
}
