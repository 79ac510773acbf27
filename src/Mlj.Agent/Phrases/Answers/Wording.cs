using System.Text.Json.Nodes;
using Mlj.Pipeline;
using Mlj.Questions;

namespace Mlj.Agent.Phrases.Answers;

/// <summary>The sentences of answers, in the language of the request as far as it has them.</summary>
internal sealed class Wording(PhraseLanguage language, PhraseLanguage other, ActionCatalog catalog)
{
    private const int MostListed = 6;
    private const int Longest = 60;

    /// <summary>A sentence with words in its gaps; they are data and shortened, whatever they say.</summary>
    public string Say(string key, params ReadOnlySpan<string> words)
    {
        var sentence = Sentence(key) ?? key;
        for (var index = 0; index < words.Length; index++)
            sentence = sentence.Replace("{" + index + "}", Short(words[index]), StringComparison.Ordinal);
        return sentence;
    }

    private string? Sentence(string key) => language.Sentences.GetValueOrDefault(key) ?? other.Sentences.GetValueOrDefault(key);

    /// <summary>The words of an offer; null when the language has none.</summary>
    public string? Words(Offer offer) =>
        Sentence(offer.Sentence)?.Replace("{0}", offer.Word, StringComparison.Ordinal)
        ?? language.Phrases.Values.SelectMany(phrases => phrases).Where(phrase => phrase.Settings.Contains(offer.Sentence))
            .Select(phrase => string.Join(' ', phrase.Words)).OrderByDescending(words => Likeness(words, offer.Sentence)).ThenBy(words => words, StringComparer.Ordinal).FirstOrDefault();

    // How many words of the choice itself the words have.
    private static int Likeness(string words, string setting) => words.Split(' ').Intersect(setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('_')).Count();

    public string Ask(Trouble trouble)
    {
        var question = trouble.IsOwnText ? Filled(trouble.Sentence, trouble.Words) : Say(trouble.Sentence, [.. trouble.Words]);
        return trouble.Columns.Count == 0 ? question
            : $"{question} {Filled("columns_are", [string.Join(", ", trouble.Columns.Take(MostListed).Select(column => Short(column.Name))) + (trouble.Columns.Count > MostListed ? ", ..." : "")])}";
    }

    private string Filled(string key, IReadOnlyList<string> words) =>
        words.Index().Aggregate(Sentence(key) ?? key, (sentence, word) => sentence.Replace("{" + word.Index + "}", word.Item, StringComparison.Ordinal));

    /// <summary>What steps do, in one sentence.</summary>
    public string Describe(IEnumerable<StepDraft> steps)
    {
        var told = string.Join($"; {Say("then")} ", steps.Select(Describe));
        return told.Length > 0 ? char.ToUpperInvariant(told[0]) + told[1..] + "." : told;
    }

    public string Question(TableQuestion question) =>
        Say($"question_{question.Subject.ToString().ToLowerInvariant()}{(question is { Subject: QuestionSubject.Value, Column: null } ? "s" : "")}", question.Column ?? "", question.Person ?? "");

    private string Describe(StepDraft step)
    {
        if (Sentence("do_" + step.Action) is not { } sentence)
            return catalog.Find(step.Action) is { } action ? Told(step, action) : step.Action;
        var told = new System.Text.StringBuilder(sentence);
        foreach (var (name, value) in step.Params)
            told.Replace("{" + name + "}", Shown(step.Action, name, value));
        var open = told.ToString().IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? told.ToString() : told.ToString()[..open].TrimEnd();
    }

    // An action without a sentence of its own is told by its name, its columns and all that it was given.
    private static string Told(StepDraft step, ActionDescription action)
    {
        var told = new List<string>();
        foreach (var parameter in action.Parameters)
        {
            var isColumn = parameter.Names is ParameterSubject.Column or ParameterSubject.NumberColumn;
            var value = step.Params[parameter.Name];
            if (value?.GetValueKind() is System.Text.Json.JsonValueKind.True)
                told.Add(Words(parameter.Name));
            else if (value?.GetValueKind() is System.Text.Json.JsonValueKind.False)
                continue;
            else if (value is null or JsonArray { Count: 0 })
            {
                if (isColumn && Unnamed(parameter) is { } columns)
                    told.Add(columns);
            }
            else
                told.Add((isColumn ? "" : Words(parameter.Name) + " ") + Given(parameter, value));
        }
        return $"{Words(action.Name)}: {string.Join(", ", told)}";
    }

    // What the help says of columns that are not named: "All columns of scores when left out."
    private static string? Unnamed(ActionParameter parameter)
    {
        const string LeftOut = " when left out";
        var said = parameter.Help.Split('.', StringSplitOptions.TrimEntries).FirstOrDefault(sentence => sentence.EndsWith(LeftOut, StringComparison.Ordinal));
        return said is null ? null : char.ToLowerInvariant(said[0]) + said[1..^LeftOut.Length];
    }

    private static string Given(ActionParameter parameter, JsonNode value) => value switch
    {
        JsonArray list => string.Join(", ", list.Select(each => Given(parameter, each!))),
        JsonObject numbers => string.Join(", ", numbers.Select(each => $"{Short(each.Key)} {each.Value}")),
        _ when parameter.Choices.Count > 0 => Words(value.ToString()),
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.String => $"'{Short(value.ToString())}'",
        _ => value.ToString(),
    };

    private static string Words(string name) => name.Replace('_', ' ');

    private string Shown(string action, string name, JsonNode? value) => value switch
    {
        JsonArray list => string.Join(", ", list.Select(each => Short(each!.ToString()))),
        JsonObject numbers => string.Join(", ", numbers.Select(each => $"{Short(each.Key)} {each.Value}")),
        null => "",
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => Say($"{name}_{value.ToString().ToLowerInvariant()}"),
        _ => language.Sentences.GetValueOrDefault($"{name}_{value}") ?? other.Sentences.GetValueOrDefault($"{name}_{value}") ?? Short(value.ToString()),
    };

    // Never within a word, but where one word is too long.
    private static string Short(string text)
    {
        if (text.Length <= Longest)
            return text;
        var end = text.LastIndexOf(' ', Longest - 3);
        return text[..(end > Longest / 2 ? end : char.IsHighSurrogate(text[Longest - 4]) ? Longest - 4 : Longest - 3)] + "...";
    }
}
