using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mlj.Agent.Planning;
using Mlj.Pipeline;

namespace Mlj.Agent.Chat;

/// <summary>
/// Puts placeholders such as «text 1» in the place of what a model has no need to see, and puts the words back into its answer. For one
/// request; not safe to share between threads.
/// </summary>
/// <remarks>
/// Hidden in the person's messages: addresses, long numbers, quoted texts, and words with a capital that neither the columns nor the
/// catalogue know. A name in small letters, at the start of a sentence, or in a script without capitals cannot be told from other words.
/// Hidden among the headings: those that are no plain label, such as sentences, markup and addresses.
/// </remarks>
internal sealed partial class Disguise
{
    private const int LongestHeading = 40;
    private const int MostHeadingWords = 6;

    /// <summary>Words that a person may write with a capital, without being names.</summary>
    private static readonly FrozenSet<string> Common =
        """
        a add all also an and any anyone are as ask at be best but by can change compute could count delete descending ascending do drop each everybody everyone
        exam fail failed fill find first for from get give grade grades group hide highest how i if in into is it keep last least less let list lowest make many
        mark marks me mean median more most move my name names need new no not now of off on only or order out over pass passed per please points put quiz
        rank remove rename replace result results round row rows score scores set show sort start student students sum take table tell test tests than that
        the their them then there these they this those to top total turn under up use want we weight what when where which who whose will with without would you
        january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
        english french spanish portuguese maths math mathematics physics chemistry biology
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Commanding =
        FrozenSet.ToFrozenSet(["assistant", "disregard", "execute", "ignore", "instruction", "instructions", "jailbreak", "obey", "override", "prompt", "system"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _placeholders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _originals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known;
    private readonly HashSet<string> _headings;
    private readonly string _everything;
    private int _last;

    public Disguise(PlanningRequest request, ActionCatalog catalog)
    {
        _everything = string.Join('\n', request.Conversation.Turns.Select(turn => turn.Message).Append(request.Message).Concat(request.Table.Columns.Select(column => column.Name)));
        _known = new(Common.Concat(Vocabulary(catalog)), StringComparer.OrdinalIgnoreCase);
        _headings = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, column) in request.Table.Columns.Index())
            if (IsLabel(column.Name))
            {
                _headings.Add(column.Name);
                _known.UnionWith(WordsOf(column.Name));
            }
            else
                Placeholder(column.Name, "column", index + 1);
    }

    /// <summary>A message of the person as the model may see it.</summary>
    public string Message(string message)
    {
        var hidden = Hide(message);
        hidden = Address().Replace(hidden, match => Placeholder(match.Value, "address"));
        hidden = Quoted().Replace(hidden, match => match.Groups["text"].Value is var text && IsTelling(text) && !_originals.ContainsKey(match.Value)
            ? match.Value.Replace(text, Placeholder(text, "text"), StringComparison.Ordinal)
            : match.Value);
        hidden = LongNumber().Replace(hidden, match => Placeholder(match.Value, "number"));
        var words = WordsOf(hidden).Where(word => word.Length > 3).ToList();
        var isTitle = words.Count > 2 && words.Count(word => char.IsUpper(word[0])) * 10 > words.Count * 6;
        return Capitalised().Replace(hidden, match => NamesIn(hidden, match, isTitle));
    }

    /// <summary>A heading, or another text of ours, as the model may see it: with everything hidden that is known by now.</summary>
    public string Hide(string text)
    {
        var hidden = text;
        foreach (var (original, placeholder) in _placeholders.OrderByDescending(pair => pair.Key.Length))
            if (hidden.Contains(original, StringComparison.Ordinal))
                hidden = Regex.Replace(hidden, $@"(?<![\p{{L}}\p{{Nd}}«]){Regex.Escape(original)}(?![\p{{L}}\p{{Nd}}»])", placeholder.Replace("$", "$$", StringComparison.Ordinal));
        return hidden;
    }

    /// <summary>A text of the model with the words put back.</summary>
    public string Restore(string text) => text.Contains('«', StringComparison.Ordinal)
        ? Written().Replace(text, match => _originals.GetValueOrDefault(match.Value, match.Value))
        : text;

    /// <summary>Arguments of the model with the words put back, in texts and in names.</summary>
    public JsonNode? Restore(JsonNode? node) => node switch
    {
        JsonObject all => new JsonObject(all.Select(each => KeyValuePair.Create(Restore(each.Key), Restore(each.Value)))),
        JsonArray all => new JsonArray([.. all.Select(Restore)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Restore(text)),
        _ => node?.DeepClone(),
    };

    /// <summary>Whether a placeholder stands in arguments.</summary>
    public static bool IsIn(JsonNode? node) => node switch
    {
        JsonObject all => all.Any(each => Written().IsMatch(each.Key) || IsIn(each.Value)),
        JsonArray all => all.Any(IsIn),
        JsonValue value when value.TryGetValue<string>(out var text) => Written().IsMatch(text),
        _ => false,
    };

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> WordsOf(string text) => Words().Matches(text).Select(match => match.Value);

    private static bool IsLabel(string heading) =>
        heading.Length <= LongestHeading
        && !NoLabel().IsMatch(heading)
        && WordsOf(heading).ToList() is var words
        && words.Count <= MostHeadingWords
        && !words.Exists(Commanding.Contains);

    private static IEnumerable<string> Vocabulary(ActionCatalog catalog) =>
        from action in catalog.Actions
        from text in action.Parameters.SelectMany(parameter => parameter.Choices.Append(parameter.Name).Append(parameter.Help)).Append(action.Name).Append(action.Summary)
        from word in WordsOf(text.Replace('_', ' '))
        select word;

    /// <summary>Whether a quoted text says more than the columns and the catalogue do. A single letter may be a grade.</summary>
    private bool IsTelling(string text) =>
        text.Length > 2 && !text.Contains('«', StringComparison.Ordinal) && text.Any(char.IsLetter) && !_headings.Contains(text) && !WordsOf(text).All(_known.Contains);

    private string NamesIn(string text, Match match, bool isTitle)
    {
        // «text 1» is no name; nor is half a word.
        if (match.Index > 0 && text[match.Index - 1] is '«' or '\'' or '’')
            return match.Value;
        // The first run of words that nobody knows, in the run of words with capitals.
        var unknown = Words().Matches(match.Value).SkipWhile(word => _known.Contains(word.Value)).TakeWhile(word => !_known.Contains(word.Value)).ToList();
        if (unknown.Count == 0 || unknown.Count == 1 && (isTitle || IsAbbreviation(unknown[0].Value) || StartsSentence(text, match.Index + unknown[0].Index)))
            return match.Value;
        var (start, end) = (unknown[0].Index, unknown[^1].Index + unknown[^1].Length);
        if (match.Value[start..end].EndsWith("'s", StringComparison.Ordinal) || match.Value[start..end].EndsWith("’s", StringComparison.Ordinal))
            end -= 2;
        return match.Value[..start] + Placeholder(match.Value[start..end], "text") + match.Value[end..];
    }

    private static bool IsAbbreviation(string word) => word.Length < 2 || word.Length <= 6 && word.All(letter => !char.IsLower(letter));

    private static bool StartsSentence(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        return before.IsEmpty || before[^1] is '.' or '!' or '?' or ':' or ';' or '\n';
    }

    private string Placeholder(string original, string kind, int? number = null)
    {
        if (_placeholders.TryGetValue(original, out var known))
            return known;
        string placeholder;
        do
            placeholder = string.Create(CultureInfo.InvariantCulture, $"«{kind} {number ?? ++_last}»");
        while (number is null && _everything.Contains(placeholder, StringComparison.Ordinal));
        _placeholders[original] = placeholder;
        _originals[placeholder] = original;
        return placeholder;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+(?:['’\-][\p{L}\p{M}\p{Nd}]+)*")]
    private static partial Regex Words();

    [GeneratedRegex(@"[^\s<>""'“”‘’«»,;:()\[\]]+@[^\s<>""'“”‘’«»,;:()\[\]]+[^\s<>""'“”‘’«»,;:()\[\].!?]")]
    private static partial Regex Address();

    [GeneratedRegex(@"""(?<text>[^""\n]+)""|“(?<text>[^”\n]+)”|(?<![\p{L}\p{Nd}])'(?<text>[^'\n]+)'(?![\p{L}\p{Nd}])|‘(?<text>[^’\n]+)’|«\s?(?<text>[^»\n]+?)\s?»")]
    private static partial Regex Quoted();

    // A telephone or registration number; not "90 80 70 60".
    [GeneratedRegex(@"\+?\p{Nd}{7,}|\+\p{Nd}[\p{Nd} \-()]{6,}\p{Nd}|(?<!\p{Nd})\p{Nd}{3,5}[ \-]\p{Nd}{3}[ \-]?\p{Nd}{3,4}(?!\p{Nd})")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])\p{Lu}[\p{L}\p{M}'’\-]*(?:[ ]\p{Lu}[\p{L}\p{M}'’\-]*\.?)*")]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"«(?:text|address|number|column) \d+»")]
    private static partial Regex Written();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd} \-_'’.,()/%&+:#?]|\p{Nd}{7,}|://|/\*|--")]
    private static partial Regex NoLabel();
}
