using System.Text.Json.Nodes;
using Mlj.Pipeline;
using Mlj.Questions;

namespace Mlj.Agent.Phrases.Answers;

/// <summary>The sentences of answers, in the language of the request as far as it has them.</summary>
internal sealed class Wording(PhraseLanguage language, PhraseLanguage other, ActionCatalog catalog)
{
    private const int MostListed = 6;

    /// <summary>A sentence with words in its gaps; they are data and shortened, whatever they say.</summary>
    public string Say(string key, params ReadOnlySpan<string> words)
    {
        var sentence = language.Sentences.GetValueOrDefault(key) ?? other.Sentences.GetValueOrDefault(key) ?? key;
        for (var index = 0; index < words.Length; index++)
            sentence = sentence.Replace("{" + index + "}", Short(words[index]), StringComparison.Ordinal);
        return sentence;
    }

    public string Ask(Trouble trouble)
    {
        var question = Say(trouble.Sentence, [.. trouble.Words]);
        return trouble.Columns.Count == 0 ? question
            : $"{question} {Say("columns_are", string.Join(", ", trouble.Columns.Take(MostListed).Select(column => Short(column.Name))) + (trouble.Columns.Count > MostListed ? ", ..." : ""))}";
    }

    /// <summary>What steps do, in one sentence.</summary>
    public string Describe(IEnumerable<StepDraft> steps)
    {
        var told = string.Join($"; {Say("then")} ", steps.Select(Describe));
        return told.Length > 0 ? char.ToUpperInvariant(told[0]) + told[1..] + "." : told;
    }

    public string Question(TableQuestion question) =>
        Say("question_" + question.Subject.ToString().ToLowerInvariant(), question.Column ?? "");

    private string Describe(StepDraft step)
    {
        var sentence = language.Sentences.GetValueOrDefault("do_" + step.Action) ?? other.Sentences.GetValueOrDefault("do_" + step.Action);
        if (sentence is null)
            return catalog.Find(step.Action)?.Summary.TrimEnd('.') ?? step.Action;
        var told = new System.Text.StringBuilder(sentence);
        foreach (var (name, value) in step.Params)
            told.Replace("{" + name + "}", Shown(step.Action, name, value));
        var open = told.ToString().IndexOf('{', StringComparison.Ordinal);
        return open < 0 ? told.ToString() : told.ToString()[..open].TrimEnd();
    }

    private string Shown(string action, string name, JsonNode? value) => value switch
    {
        JsonArray list => string.Join(", ", list.Select(each => Short(each!.ToString()))),
        JsonObject numbers => string.Join(", ", numbers.Select(each => $"{Short(each.Key)} {each.Value}")),
        null => "",
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => Say($"{name}_{value.ToString().ToLowerInvariant()}"),
        _ => language.Sentences.GetValueOrDefault($"{name}_{value}") ?? other.Sentences.GetValueOrDefault($"{name}_{value}") ?? Short(value.ToString()),
    };

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
