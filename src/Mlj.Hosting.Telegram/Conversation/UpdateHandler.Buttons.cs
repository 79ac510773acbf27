using System.Globalization;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Telegram.Api.Shapes;
using Mlj.Hosting.Telegram.Replies;
using Mlj.Merging;

namespace Mlj.Hosting.Telegram.Conversation;

/// <content>Buttons. Those that change something are for one state of one session; those that only look show the present state.</content>
internal sealed partial class UpdateHandler
{
    private async Task<Reply> PressedAsync(Turn turn, CallbackQuery query, CancellationToken cancellation)
    {
        if (Press.Read(query.Data) is not { } press)
            return turn.Memory.Session is null ? Wording.Start() : await PresentAsync(turn, Wording.OldButton, cancellation);
        switch (press.Verb)
        {
            case Verbs.Start:
                return Wording.Start();
            case Verbs.Help:
                return Wording.Help();
            case Verbs.Upload:
                return Wording.Upload();
            case Verbs.Samples:
                var added = await workbench.AddSamplesAsync(await KeyOrNewAsync(turn, cancellation), cancellation);
                return Wording.Files(added, turn.Memory.Refused, null) with { IsOfFiles = false };
            case Verbs.GoBack or Verbs.DeleteFormer:
                return await FormerAsync(turn, press, cancellation);
        }
        var key = Key(turn);
        if (press.Mark.Length > 0 && press.Mark != At.MarkOf(key.Id))
            return await PresentAsync(turn, Wording.OldButton, cancellation);
        try
        {
            return press.Verb switch
            {
                Verbs.Table => await PresentAsync(turn, null, cancellation),
                Verbs.Notes => Wording.Notes(await AtAsync(key, cancellation), await workbench.SummaryAsync(key, cancellation), HasPage),
                Verbs.Suggestions => Wording.Suggestion(key.Id, await workbench.SuggestionsAsync(key, cancellation), IndexOf(press.Argument)),
                Verbs.Retakes => Wording.Retakes(key.Id, await workbench.RetakesAsync(key, cancellation: cancellation)),
                Verbs.Words => Wording.HowToChange(await AtAsync(key, cancellation), workbench.UnderstandsWords, HasPage),
                Verbs.Get => await GetAsync(turn, cancellation),
                Verbs.Xlsx or Verbs.Csv => Wording.Document(await AtAsync(key, cancellation), press.Verb, await workbench.SummaryAsync(key, cancellation)),
                Verbs.Web => await WebAsync(turn, cancellation),
                Verbs.Delete => Wording.DeleteQuestion(await workbench.SessionAsync(key, cancellation)),
                Verbs.DeleteYes => await DeleteAsync(turn, key, cancellation),
                Verbs.Consolidate => await ConsolidateAsync(turn, press.Version, press.Argument, cancellation),
                Verbs.Same or Verbs.Different => await DecideAsync(turn, press, cancellation),
                Verbs.AllSure => await PeopleAsync(turn, press, changed => workbench.AcceptSuggestionsAsync(changed, SuggestionBand.Sure, Drops(press), cancellation), cancellation),
                Verbs.Attempts => await AttemptsAsync(turn, press, cancellation),
                Verbs.Apply => await ChangeAsync(turn, press.Version, changed => workbench.AcceptAsync(changed, press.Argument, cancellation), shown => TableAsync(shown, Wording.Applied, cancellation), cancellation),
                Verbs.Discard => await ChangeAsync(turn, press.Version, changed => workbench.DiscardAsync(changed, cancellation), shown => TableAsync(shown, Wording.Discarded, cancellation), cancellation),
                Verbs.Undo => await UndoAsync(turn, press.Version, cancellation),
                Verbs.Redo => await ChangeAsync(turn, press.Version, changed => workbench.RedoAsync(changed, cancellation), shown => TableAsync(shown, Wording.DoneAgain, cancellation), cancellation),
                Verbs.Choice when IndexOf(press.Argument) is var index && index < turn.Memory.Choices.Count => await SayAsync(turn, press.Version, turn.Memory.Choices[index], cancellation),
                _ => await PresentAsync(turn, Wording.OldButton, cancellation),
            };
        }
        catch (RefusedException error) when (error.Refusal.Code == "steps_do_not_fit")
        {
            return Wording.StepsDoNotFit(await AtAsync(key, cancellation), error.Refusal, press.Verb, press.Argument);
        }
    }

    private async Task<Reply> GetAsync(Turn turn, CancellationToken cancellation)
    {
        var session = await workbench.SessionAsync(Key(turn), cancellation);
        return session.ResultId is null ? await PresentAsync(turn, null, cancellation) : Wording.Get(At.Of(session));
    }

    private async Task<Reply> DeleteAsync(Turn turn, SessionKey key, CancellationToken cancellation)
    {
        try
        {
            var receipt = await workbench.DeleteAsync(key, cancellation);
            turn.Memory = turn.Memory with { Session = null, Choices = [], Doing = null };
            return Wording.Deleted(receipt);
        }
        catch (RefusedException error) when (IsGone(error.Refusal))
        {
            turn.Memory = turn.Memory with { Session = null, Choices = [], Doing = null };
            return Wording.NothingToDelete();
        }
    }

    private async Task<Reply> FormerAsync(Turn turn, Press press, CancellationToken cancellation)
    {
        if (turn.Memory.Former is not { } former || press.Mark != At.MarkOf(former.Id) || KeyOf(former) is not { } key)
            return turn.Memory.Session is null ? Wording.Start() : await PresentAsync(turn, turn.IsAgain ? null : Wording.OldButton, cancellation);
        try
        {
            if (press.Verb == Verbs.DeleteFormer)
            {
                var receipt = await workbench.DeleteAsync(key, cancellation);
                turn.Memory = turn.Memory with { Former = null };
                return Wording.Deleted(receipt);
            }
            await workbench.SessionAsync(key, cancellation);
            turn.Memory = turn.Memory with { Session = former, Former = turn.Memory.Session, Choices = [] };
            return await PresentAsync(turn, null, cancellation);
        }
        catch (RefusedException error) when (IsGone(error.Refusal))
        {
            turn.Memory = turn.Memory with { Former = null };
            return press.Verb == Verbs.DeleteFormer ? Wording.NothingToDelete() : Wording.Gone();
        }
    }

    private async Task<Reply> DecideAsync(Turn turn, Press press, CancellationToken cancellation)
    {
        var key = Key(turn);
        var index = IndexOf(press.Argument.TrimEnd('!'));
        var open = await workbench.SuggestionsAsync(key, cancellation);
        if (open.Version == press.Version && index < open.Suggestions.Count)
        {
            var emails = open.Suggestions[index].Emails;
            return await PeopleAsync(turn, press, changed => workbench.DecideAsync(changed, emails[0], emails[1], press.Verb == Verbs.Same, Drops(press), cancellation), cancellation);
        }
        return Wording.Suggestion(key.Id, open, 0, turn.IsAgain ? null : Wording.ChangedMeanwhile);
    }

    /// <summary>Decides about people, then shows the next pair, or the table when none is left.</summary>
    private Task<Reply> PeopleAsync(Turn turn, Press press, Func<SessionKey, Task<Views.SuggestionsView>> change, CancellationToken cancellation)
    {
        Views.SuggestionsView? after = null;
        return ChangeAsync(turn, press.Version, async key => after = await change(key),
            async key => after!.Suggestions.Count > 0 ? Wording.Suggestion(key.Id, after, 0) : await TableAsync(key, null, cancellation), cancellation);
    }

    private async Task<Reply> AttemptsAsync(Turn turn, Press press, CancellationToken cancellation)
    {
        if (!Enum.TryParse<AttemptPolicy>(press.Argument.TrimEnd('!'), out var attempts) || !Enum.IsDefined(attempts))
            return await PresentAsync(turn, Wording.OldButton, cancellation);
        return await ChangeAsync(turn, press.Version, key => workbench.SetAttemptsAsync(key, attempts, Drops(press), cancellation), key => TableAsync(key, null, cancellation), cancellation);
    }

    private static bool Drops(Press press) => press.Argument.EndsWith('!');

    private static int IndexOf(string argument) => int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
}
