using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Views;
using Mlj.Merging;

namespace Mlj.Hosting;

/// <content>Who is who, and which attempt counts. A choice makes the table again; steps that were accepted are done again on it.</content>
public sealed partial class Workbench
{
    /// <summary>Who may be one person, and what was decided.</summary>
    public async Task<SuggestionsView> SuggestionsAsync(SessionKey key, CancellationToken cancellation = default)
    {
        var (session, head) = await LookAtHeadAsync(key, cancellation);
        return Suggestions(session, head.Compilation);
    }

    /// <summary>Decides about two addresses, or about two names at one address.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="email">An address of a participant, or one of the class list; of those who share an address one with the name before it, as <see cref="DecidedPerson"/> reads it.</param>
    /// <param name="other">Another one.</param>
    /// <param name="isSame">Whether they are one person's; null takes an earlier decision back.</param>
    /// <param name="dropSteps">Whether accepted steps are forgotten when they do not fit the new table.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<SuggestionsView> DecideAsync(SessionKey key, string email, string other, bool? isSame, bool dropSteps = false, CancellationToken cancellation = default)
    {
        var (one, two) = (DecidedPerson.Read(email), DecidedPerson.Read(other));
        if (one is null || two is null || one == two || (one.Email == two.Email && (one.Name is null || two.Name is null)))
            throw Refuse.NoSuggestion();
        return await ChooseAsync(key, (choices, results) =>
        {
            if (isSame is not null && !(IsKnown(one) && IsKnown(two)))
                throw Refuse.NoSuggestion();
            var same = choices.Same.Where(each => !IsPair(each.Email, each.OtherEmail)).ToList();
            var different = choices.Different.Where(each => !IsPair(each.Email, each.OtherEmail)).ToList();
            if (isSame == true)
                same.Add(new SamePerson(one.ToString(), two.ToString()));
            if (isSame == false)
                different.Add(new DifferentPeople(one.ToString(), two.ToString()));
            return choices with { Same = same, Different = different };

            bool IsKnown(DecidedPerson person) => results.Find(person.ToString()) is not null || results.Roster?.Entries.Any(entry => entry.Email == person.Email) == true;
        }, Suggestions, dropSteps, cancellation);

        bool IsPair(string first, string second) => DecidedPerson.Read(first) is var former && DecidedPerson.Read(second) is var latter
            && ((former == one && latter == two) || (former == two && latter == one));
    }

    /// <summary>Accepts every suggestion of a band that is open now, in one change.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="band">Which suggestions: the sure ones, or those to review; null for all.</param>
    /// <param name="dropSteps">Whether accepted steps are forgotten when they do not fit the new table.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<SuggestionsView> AcceptSuggestionsAsync(SessionKey key, SuggestionBand? band, bool dropSteps = false, CancellationToken cancellation = default) =>
        ChooseAsync(key, (choices, results) =>
        {
            var accepted = results.Consolidation.Suggestions.Where(each => band is null || each.Band == band).Select(each => each.Accept());
            return choices with { Same = [.. choices.Same, .. accepted] };
        }, Suggestions, dropSteps, cancellation);

    /// <summary>Who sat a test more than once, and whose outcome another choice would change.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="whatIf">The other choice; null for none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<RetakesView> RetakesAsync(SessionKey key, AttemptPolicy? whatIf = null, CancellationToken cancellation = default)
    {
        var (session, head) = await LookAtHeadAsync(key, cancellation);
        // Compared before the steps that were accepted since: they may have removed the columns that tell the outcome.
        var results = head.Compilation with { History = null };
        var other = whatIf is not { } attempts ? null
            : new WhatIfView(attempts, [.. results.ChangesTo(results.With(results.Options with { Merge = results.Options.Merge with { Attempts = attempts } }, cancellation))
                .Select(change => new OutcomeView(change.Before.Email, change.Before.Name, change.Cells))]);
        return Retakes(session, head.Compilation) with { WhatIf = other };
    }

    /// <summary>Sets which attempt counts.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="attempts">The choice.</param>
    /// <param name="dropSteps">Whether accepted steps are forgotten when they do not fit the new table.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<RetakesView> SetAttemptsAsync(SessionKey key, AttemptPolicy attempts, bool dropSteps = false, CancellationToken cancellation = default) =>
        ChooseAsync(key, (choices, _) => choices with { Attempts = attempts }, Retakes, dropSteps, cancellation);

    private async Task<T> ChooseAsync<T>(SessionKey key, Func<Choices, Compilation, Choices> choose, Func<Session, Compilation, T> view, bool dropSteps, CancellationToken cancellation)
    {
        var (session, head) = await ChangeAsync(key, async before =>
        {
            var now = await _heads.OfAsync(before, cancellation);
            var wanted = before with { Choices = choose(before.Choices, now.Compilation), Pending = null };
            var made = await _heads.RebasedAsync(wanted, dropSteps, null, cancellation);
            return (wanted with { Log = made.Log }, made);
        }, cancellation);
        return view(session, head!.Compilation);
    }

    private static SuggestionsView Suggestions(Session session, Compilation results) => new(session.Version,
        [.. results.Consolidation.Suggestions.OrderBy(each => each.Band).ThenByDescending(each => each.Strength).Select(each => Show.Suggestion(each, results))],
        [.. session.Choices.Same.Select(each => new DecidedView([each.Email, each.OtherEmail], "same")),
            .. session.Choices.Different.Select(each => new DecidedView([each.Email, each.OtherEmail], "different"))]);

    private static RetakesView Retakes(Session session, Compilation results) =>
        new(session.Version, session.Choices.Attempts, [.. results.Consolidation.Retakes.Select(Show.Retake)], null);
}
