using System.Globalization;
using Mlj.Hosting.Views;
using Mlj.Merging;

namespace Mlj.Hosting.Telegram.Replies;

/// <content>Who is who, and which attempt counts.</content>
internal static partial class Wording
{
    private const int MostRetakes = 8;
    private const int MostReasons = 4;

    /// <summary>One suggestion, to be decided. Here the addresses are what it is about.</summary>
    /// <param name="session">The session's id.</param>
    /// <param name="view">All suggestions.</param>
    /// <param name="index">Which one, from 0; beyond the end all are seen.</param>
    /// <param name="first">A line before all others.</param>
    public static Reply Suggestion(string session, SuggestionsView view, int index, string? first = null)
    {
        var at = new At(session, view.Version);
        if (index >= view.Suggestions.Count)
            return new Reply(With(first, view.Suggestions.Count == 0 ? "No pair of addresses is open." : $"{Count(view.Suggestions.Count, "pair", "pairs")} left open."), [[Back(at)]]);
        var suggestion = view.Suggestions[index];
        var number = index.ToString(CultureInfo.InvariantCulture);
        var sure = view.Suggestions.Count(each => each.Band == SuggestionBand.Sure);
        var lines = new Lines().AddIf(first is not null, first ?? "")
            .Add(string.Create(CultureInfo.InvariantCulture, $"<b>One person?</b> {index + 1} of {view.Suggestions.Count}, {(suggestion.Band == SuggestionBand.Sure ? "sure" : "to be looked at")}"));
        for (var side = 0; side < 2; side++)
            lines.Add($"{Html.Of(suggestion.Names[side], MostNameLetters)} – <code>{Html.Of(suggestion.Emails[side], MostNameLetters)}</code>");
        lines.AddEach([.. suggestion.Evidence.Take(MostReasons)], MostReasons, reason => "+ " + Html.Of(reason))
            .AddEach([.. suggestion.Against.Take(MostReasons)], MostReasons, reason => "− " + Html.Of(reason));
        List<IReadOnlyList<Button>> buttons =
        [
            [new Button("One person", at.Data(Verbs.Same, number)), new Button("Two people", at.Data(Verbs.Different, number))],
            [new Button("Later", at.Data(Verbs.Suggestions, (index + 1).ToString(CultureInfo.InvariantCulture)))],
        ];
        if (sure > 0)
            buttons.Add([new Button($"Accept all {sure} sure ones", at.Data(Verbs.AllSure))]);
        buttons.Add([Back(at)]);
        return new Reply(lines.ToString(), buttons);
    }

    /// <summary>The retakes under the present choice.</summary>
    public static Reply Retakes(string session, RetakesView view, string? first = null)
    {
        var at = new At(session, view.Version);
        return new Reply(new Lines().AddIf(first is not null, first ?? "")
            .Add($"<b>{Count(view.Retakes.Count, "retake", "retakes")}</b>: {Name(view.Attempts)} counts. Which one shall?")
            .AddEach(view.Retakes, MostRetakes, each => string.Create(CultureInfo.InvariantCulture,
                $"{Html.Of(each.Name, MostNameLetters)}, test {each.Test}: {Percent(each.Result)} (of {string.Join(", ", each.Kept.Concat(each.Superseded).Take(5).Select(Percent))})"))
            .ToString(),
        [
            [.. new[] { AttemptPolicy.Best, AttemptPolicy.Latest }.Select(Choice)],
            [.. new[] { AttemptPolicy.First, AttemptPolicy.Average }.Select(Choice)],
            [Back(at)],
        ]);

        Button Choice(AttemptPolicy attempts) => new((attempts == view.Attempts ? "• " : "") + Capital(Name(attempts)), at.Data(Verbs.Attempts, attempts.ToString()));
    }

    private static string Name(AttemptPolicy attempts) => attempts switch
    {
        AttemptPolicy.Best => "the best attempt",
        AttemptPolicy.Latest => "the latest attempt",
        AttemptPolicy.First => "the first attempt",
        AttemptPolicy.Average => "the average of the attempts",
        _ => throw new ArgumentOutOfRangeException(nameof(attempts), attempts, null),
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Percent(decimal? value) => value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number:0.##} %") : "no score";
}
