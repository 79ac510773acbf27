using Mlj.Hosting.Refusals;
using Mlj.Hosting.Telegram.Replies;

namespace Mlj.Hosting.Telegram.Conversation;

/// <content>Commands and words.</content>
internal sealed partial class UpdateHandler
{
    private async Task<Reply> CommandAsync(Turn turn, string text, CancellationToken cancellation)
    {
        var word = text.Split([' ', '\n', '@'], 2)[0][1..];
        switch (word.ToLowerInvariant())
        {
            case "start":
                return KeyOf(turn.Memory.Session) is { } key && await IsThereAsync(key, cancellation) && (await workbench.SessionAsync(key, cancellation)).FilesCount > 0
                    ? await PresentAsync(turn, Wording.Start().Html + "\n", cancellation)
                    : Wording.Start();
            case "help":
                return Wording.Help();
            case "upload":
                return Wording.Upload();
            case "consolidate":
                return await ConsolidateAsync(turn, await VersionAsync(turn, cancellation), "", cancellation);
            case "table":
                return await PresentAsync(turn, null, cancellation);
            case "undo":
                return await UndoAsync(turn, await VersionAsync(turn, cancellation), cancellation);
            case "web":
                return await WebAsync(turn, cancellation);
            case "delete":
                return KeyOf(turn.Memory.Session) is { } mine && await IsThereAsync(mine, cancellation) ? Wording.DeleteQuestion(await workbench.SessionAsync(mine, cancellation)) : Wording.NothingToDelete();
            case "cancel":
                return await CancelAsync(turn, cancellation);
            default:
                return Wording.UnknownCommand();
        }
    }

    private async Task<Reply> WordsAsync(Turn turn, string words, CancellationToken cancellation)
    {
        if (KeyOf(turn.Memory.Session) is not { } key)
            return Wording.NoWords();
        var session = await workbench.SessionAsync(key, cancellation);
        if (session.ResultId is null)
            return session.FilesCount == 0 ? Wording.NoFiles() : Wording.NotYetATable(session);
        if (!workbench.UnderstandsWords)
            return Wording.NoPlanner(At.Of(session), HasPage);
        return await SayAsync(turn, await VersionAsync(turn, cancellation), words, cancellation);
    }

    private async Task<Reply> SayAsync(Turn turn, long version, string words, CancellationToken cancellation)
    {
        Views.WordsView? said = null;
        return await ChangeAsync(turn, version, async key => said = await workbench.SayAsync(key, words, cancellation), async key =>
        {
            var at = new At(key.Id, said!.Version);
            turn.Memory = turn.Memory with { Choices = said.Choices };
            return said.Outcome switch
            {
                "steps" => await PreviewAsync(key, null, cancellation),
                "answer" => Wording.Answer(at, said.Message),
                "clarify" => Wording.Clarify(at, said.Message, said.Choices),
                "undone" => await TableAsync(key, Wording.TakenBack, cancellation),
                _ => Wording.NotUnderstood(at, said.Message),
            };
        }, cancellation);
    }

    private async Task<Reply> ConsolidateAsync(Turn turn, long version, string argument, CancellationToken cancellation)
    {
        try
        {
            return await ChangeAsync(turn, version, key => workbench.ConsolidateAsync(key, dropSteps: argument == Verbs.DropSteps, cancellation: cancellation), key => TableAsync(key, null, cancellation), cancellation);
        }
        catch (RefusedException error) when (error.Refusal.Code == "steps_do_not_fit")
        {
            return Wording.StepsDoNotFit(await AtAsync(Key(turn), cancellation), error.Refusal, Verbs.Consolidate, "");
        }
        catch (RefusedException error) when (error.Refusal.Code == "no_tests")
        {
            var session = await workbench.SessionAsync(Key(turn), cancellation);
            return Wording.Files(session, [], null, Html.Of(error.Refusal.Message, 1_500)) with { IsOfFiles = false };
        }
    }

    private Task<Reply> UndoAsync(Turn turn, long version, CancellationToken cancellation) =>
        ChangeAsync(turn, version, key => workbench.UndoAsync(key, withDependents: true, cancellation: cancellation), key => TableAsync(key, Wording.TakenBack, cancellation), cancellation);

    private async Task<Reply> WebAsync(Turn turn, CancellationToken cancellation)
    {
        if (!HasPage)
            return Wording.NoPage(KeyOf(turn.Memory.Session) is { } mine && await IsThereAsync(mine, cancellation) ? await AtAsync(mine, cancellation) : null);
        // Without a file yet, the page is where large ones are uploaded.
        var key = await KeyOrNewAsync(turn, cancellation);
        var page = await PageAsync(key, cancellation);
        var app = settings.MiniAppAddress ?? await PageAsync(key, cancellation);
        return Wording.Web(await AtAsync(key, cancellation), page!, app!);
    }

    private async Task<Reply> CancelAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Memory.Session is not { } session || KeyOf(session) is not { } key || !await IsThereAsync(key, cancellation))
            return turn.IsAgain && turn.Memory.Former is { } left ? Wording.Cancelled(new At(left.Id, 0)) : Wording.NothingToCancel();
        var at = await AtAsync(key, cancellation);
        turn.Memory = turn.Memory with { Session = null, Former = session, Choices = [] };
        return Wording.Cancelled(at);
    }
}
