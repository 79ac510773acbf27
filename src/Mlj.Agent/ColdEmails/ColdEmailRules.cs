using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Mlj.Agent.ColdEmails;

/// <summary>What a cold e-mail must be, whoever wrote it.</summary>
/// <remarks>
/// Facts are checked as far as code can: every number, number word, address, link and every word with a capital within a sentence must be in
/// the request. An invented claim in small letters without a number passes; a person reads the e-mail before it goes out.
/// </remarks>
public static partial class ColdEmailRules
{
    /// <summary>The fewest words of a subject.</summary>
    public const int FewestSubjectWords = 6;

    /// <summary>The most words of a subject.</summary>
    public const int MostSubjectWords = 10;

    /// <summary>The most paragraphs between the greeting and the sign-off; one at least.</summary>
    public const int MostParagraphs = 3;

    /// <summary>The most characters of a paragraph.</summary>
    public const int LongestParagraph = 260;

    private static readonly FrozenSet<string> NumberWords = FrozenSet.ToFrozenSet(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "dozens", "twenty", "thirty", "forty", "fifty", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "double", "doubled", "triple", "tripled", "half", "halved"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Everyday = FrozenSet.ToFrozenSet(
        ["I", "I'd", "I'll", "I'm", "I've", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Best", "Kind", "Warm", "Hello", "Hi", "Dear"], StringComparer.Ordinal);

    private static readonly SearchValues<char> Amounts = SearchValues.Create("%€£$¥₦");

    /// <summary>What is wrong with an e-mail, a sentence each; empty when it keeps the rules.</summary>
    public static IReadOnlyList<string> Check(ColdEmailText email, ColdEmailRequest request)
    {
        ArgumentNullException.ThrowIfNull(email);
        ArgumentNullException.ThrowIfNull(request);
        var problems = new List<string>();
        CheckSubject(email.Subject, problems);
        var blocks = BlankLines().Split(email.Body.ReplaceLineEndings("\n").Trim()).Select(block => block.Trim()).Where(block => block.Length > 0).ToList();
        if (blocks.Count < 3)
            problems.Add("The body needs a greeting, a paragraph and a sign-off, with a blank line between them.");
        else
        {
            CheckGreeting(blocks[0], request, problems);
            CheckParagraphs(blocks[1..^1], problems);
            CheckSignOff(blocks[^1], request, problems);
        }
        CheckFacts(email.Subject + "\n" + email.Body, request, problems);
        return problems;
    }

    private static void CheckSubject(string subject, List<string> problems)
    {
        var words = subject.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (words is < FewestSubjectWords or > MostSubjectWords)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The subject has {words} words; it needs {FewestSubjectWords} to {MostSubjectWords}."));
        if (subject.Contains('\n', StringComparison.Ordinal) || subject.Contains('\r', StringComparison.Ordinal))
            problems.Add("The subject must be one line.");
    }

    private static void CheckGreeting(string greeting, ColdEmailRequest request, List<string> problems)
    {
        var name = FactText.Line(request.RecipientName);
        var first = name.Split(' ')[0];
        if (!Greeting().IsMatch(greeting) || greeting.Contains('\n', StringComparison.Ordinal) || !greeting.Contains(first, StringComparison.OrdinalIgnoreCase))
            problems.Add($"The body must begin with a greeting of its own line, such as 'Hello {FactText.Short(name, 60)},'.");
    }

    private static void CheckParagraphs(List<string> paragraphs, List<string> problems)
    {
        if (paragraphs.Count > MostParagraphs)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"There are {paragraphs.Count} paragraphs; at most {MostParagraphs} stand between greeting and sign-off."));
        foreach (var (index, paragraph) in paragraphs.Index())
            if (paragraph.Length > LongestParagraph)
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"Paragraph {index + 1} has {paragraph.Length} characters; at most {LongestParagraph} are allowed."));
        if (!CallToAction().IsMatch(paragraphs[^1]))
            problems.Add("The last paragraph must ask for one thing, such as a short call or a reply.");
    }

    private static void CheckSignOff(string signOff, ColdEmailRequest request, List<string> problems)
    {
        var lines = signOff.Split('\n');
        if (lines.Length < 2 || !SignOff().IsMatch(lines[0].Trim()) || lines[1].Trim() != FactText.Line(request.YourName))
            problems.Add($"The body must end with a sign-off: a line such as 'Kind regards,' and below it '{FactText.Short(FactText.Line(request.YourName), 60)}'.");
    }

    private static void CheckFacts(string text, ColdEmailRequest request, List<string> problems)
    {
        var facts = request.AllFacts;
        var given = Numbers().Matches(facts).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        Report(Numbers().Matches(text).Select(match => match.Value).Where(number => !given.Contains(number)), "The number", problems);
        var words = Words().Matches(facts).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Report(Words().Matches(text).Select(match => match.Value).Where(word => NumberWords.Contains(word) && !words.Contains(word)), "The number", problems);
        Report(Links().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ';', '!', '?', ')')).Where(link => !facts.Contains(link, StringComparison.OrdinalIgnoreCase)), "The address", problems);
        Report(Names().Matches(text).Select(match => match.Groups["name"].Value).Where(name => !Everyday.Contains(name) && !facts.Contains(name, StringComparison.OrdinalIgnoreCase)), "The name", problems);
        if (text.AsSpan().ContainsAny(Amounts) && !facts.AsSpan().ContainsAny(Amounts))
            problems.Add("A percentage or an amount of money stands there that was not given.");
        if (Blank().Match(text) is { Success: true } blank && !facts.AsSpan().ContainsAny('[', '{', '<'))
            problems.Add($"'{blank.Value}' is a blank to fill in; leave it out.");
    }

    private static void Report(IEnumerable<string> invented, string what, List<string> problems)
    {
        foreach (var each in invented.Distinct(StringComparer.Ordinal).Take(3))
            problems.Add($"{what} '{FactText.Short(each, 40)}' was not given; say only what the request says.");
    }

    [GeneratedRegex(@"\n[ \t]*\n\s*")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"^(Hello|Hi|Dear|Good (morning|afternoon|day))\b.*[,:]$", RegexOptions.Singleline)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\?|\b(call|meet|reply|talk|chat|let me know|write back)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CallToAction();

    [GeneratedRegex(@"^((Best|Kind|Warm)( regards| wishes)?|Regards|Sincerely|Yours( sincerely| faithfully)?|Many thanks|Thank you|Thanks),$")]
    private static partial Regex SignOff();

    [GeneratedRegex(@"\p{Nd}+(?:[.,]\p{Nd}+)*")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?:https?://|www\.)\S+|[^\s<>,;]+@[^\s<>,;]+", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    // A word with a capital after a word or a comma, so within a sentence.
    [GeneratedRegex(@"(?<=[\p{L}\p{Nd},;)][ ])(?<name>\p{Lu}[\p{L}\p{M}'’]*)")]
    private static partial Regex Names();

    [GeneratedRegex(@"\[[A-Za-z ']{3,30}\]|\{\{.*?\}\}|<[A-Za-z ]{3,30}>")]
    private static partial Regex Blank();
}
