using System.Collections.Frozen;
using System.Text.Json;
using Mlj.Tables;

namespace Mlj.Recognition.Words;

/// <summary>The word lists of <c>words.json</c>. A language is more data there, not more code.</summary>
internal sealed class RecognitionWords
{
    private static readonly Lazy<RecognitionWords> Loaded = new(Load);

    private readonly Dictionary<string, List<RoleWeight>> _exact = new(StringComparer.Ordinal);
    private readonly List<RolePhrase> _parts = [];
    private readonly List<RolePhrase> _never = [];
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _statistics, _groups, _lowest, _maximumWords, _notMaxima, _units;

    private RecognitionWords(JsonElement root)
    {
        foreach (var role in root.GetProperty("roles").EnumerateObject())
        {
            var name = RoleOf(role.Name);
            foreach (var (phrase, weight) in Weighted(role.Value, "exact"))
            {
                if (!_exact.TryGetValue(phrase, out var roles))
                    _exact[phrase] = roles = [];
                roles.Add(new RoleWeight(name, weight));
            }
            foreach (var (phrase, weight) in Weighted(role.Value, "part"))
                _parts.Add(new RolePhrase(name, phrase, weight));
            if (role.Value.TryGetProperty("never", out var never))
                foreach (var phrase in never.EnumerateArray())
                    _never.Add(new RolePhrase(name, Plain(phrase.GetString()!), 0));
        }
        Results = root.GetProperty("results").EnumerateObject()
            .SelectMany(role => Texts(role.Value).Select(text => new ResultHeading(text, ResultRoleOf(role.Name))))
            .ToFrozenDictionary(each => each.Text, StringComparer.Ordinal);
        Asks = Texts(root.GetProperty("asks"));
        QuestionWords = [.. Texts(root.GetProperty("question_words")).Select(Plain)];
        ReaderWords = [.. Texts(root.GetProperty("reader_words")).Select(Plain)];
        SchoolYears = Texts(root.GetProperty("school_years"));
        var pairs = root.GetProperty("maximum_pairs");
        PairedPoints = Texts(pairs.GetProperty("points")).Select(Plain).ToFrozenSet(StringComparer.Ordinal);
        PairedMaxima = Texts(pairs.GetProperty("maximum")).Select(Plain).ToFrozenSet(StringComparer.Ordinal);
        GradeBeside = root.GetProperty("grade_beside").EnumerateObject()
            .ToFrozenDictionary(each => each.Name, each => Texts(each.Value), StringComparer.Ordinal);
        PercentageBeside = root.GetProperty("percentage_beside").EnumerateObject()
            .ToFrozenDictionary(each => each.Name, each => each.Value.GetString()!, StringComparer.Ordinal);
        QuestionPointStarts = Texts(root.GetProperty("question_points").GetProperty("starts"));
        QuestionPointMarks = Texts(root.GetProperty("question_points").GetProperty("marks"));
        FeedbackStarts = Texts(root.GetProperty("feedback").GetProperty("starts"));
        FeedbackMarks = Texts(root.GetProperty("feedback").GetProperty("marks"));
        Fillers = Texts(root.GetProperty("fillers")).ToFrozenSet(StringComparer.Ordinal);
        Missing = Texts(root.GetProperty("missing")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        OutOf = Texts(root.GetProperty("out_of"));
        MaximumLeads = Texts(root.GetProperty("maximum_leads"));
        MaximumTails = Texts(root.GetProperty("maximum_tails"));
        MaximumKeys = Texts(root.GetProperty("maximum_keys"));
        _maximumWords = AsWritten(root.GetProperty("maximum_words"));
        Units = Texts(root.GetProperty("units"));
        _units = AsWritten(root.GetProperty("units"));
        _notMaxima = WordsOf(root.GetProperty("not_maxima"));
        NotPeople = Phrases(root.GetProperty("not_people"));
        NotPeopleKeys = Phrases(root.GetProperty("not_people_keys"));
        _statistics = WordsOf(root.GetProperty("statistics"));
        _groups = WordsOf(root.GetProperty("groups"));
        _lowest = WordsOf(root.GetProperty("lowest"));
        NotPeopleStarts = Texts(root.GetProperty("not_people_starts"));
        StatisticStarts = [.. Texts(root.GetProperty("statistic_starts")).Select(Plain)];
        PerhapsStatistics = Phrases(root.GetProperty("perhaps_statistics"));
        Anonymous = Texts(root.GetProperty("anonymous")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Clocks = [.. Texts(root.GetProperty("clocks")).Select(Plain)];
        MaximumRows = Phrases(root.GetProperty("maximum_rows"));
        var tests = root.GetProperty("tests");
        StrongTestWords = Texts(tests.GetProperty("strong")).ToFrozenSet(StringComparer.Ordinal);
        WeakTestWords = Texts(tests.GetProperty("weak")).ToFrozenSet(StringComparer.Ordinal);
        CompoundTestWords = Texts(tests.GetProperty("compounds"));
        Counters = Texts(tests.GetProperty("counters"));
        OtherNumberedWords = Texts(tests.GetProperty("other")).ToFrozenSet(StringComparer.Ordinal);
        RetakeWords = Texts(tests.GetProperty("retake"));
        NumberSigns = Texts(tests.GetProperty("number")).ToFrozenSet(StringComparer.Ordinal);
        DateJoins = Texts(tests.GetProperty("date_joins")).ToFrozenSet(StringComparer.Ordinal);
        NumberWords = Numbers(root.GetProperty("number_words"));
        Months = Numbers(root.GetProperty("months"));
        MonthsBySpan = Months.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static RecognitionWords Instance => Loaded.Value;

    /// <summary>Headings of the columns that results have beside the tests, as whole headings.</summary>
    public FrozenDictionary<string, ResultHeading> Results { get; }

    /// <summary>Headings that are percentages when another heading stands beside them.</summary>
    public FrozenDictionary<string, string> PercentageBeside { get; }

    /// <summary>Headings of the teacher's grade, which is no score when one of the other headings stands beside them.</summary>
    public FrozenDictionary<string, string[]> GradeBeside { get; }

    /// <summary>Phrases that ask the participant for something, wherever in a long question they stand: a word that says whose, and the heading for it, as in <c>your full name</c>.</summary>
    public string[] Asks { get; }

    /// <summary>What a question begins with, as headings are compared: <c>what</c>, <c>in which</c>.</summary>
    public string[] QuestionWords { get; }

    /// <summary>Words with which a question speaks to the one who answers: <c>your</c>.</summary>
    public string[] ReaderWords { get; }

    /// <summary>Words of a score that also mean the class somebody is in: <c>grade</c>.</summary>
    public string[] SchoolYears { get; }

    /// <summary>What the heading of points may have besides its name, when another column of that name has their maximum: <c>earned</c>.</summary>
    public FrozenSet<string> PairedPoints { get; }

    /// <summary>What the heading of that maximum has: <c>possible</c>.</summary>
    public FrozenSet<string> PairedMaxima { get; }

    public string[] QuestionPointStarts { get; }

    public string[] QuestionPointMarks { get; }

    public string[] FeedbackStarts { get; }

    public string[] FeedbackMarks { get; }

    /// <summary>Words that say nothing beside a phrase: <c>your</c>, <c>please</c>.</summary>
    public FrozenSet<string> Fillers { get; }

    /// <summary>What stands in a score's cell when there is no score.</summary>
    public FrozenSet<string> Missing { get; }

    /// <summary>What stands between points and a maximum.</summary>
    public string[] OutOf { get; }

    public string[] Units { get; }

    /// <summary>Words in a heading before a maximum: <c>out of</c>, <c>sur</c>.</summary>
    public string[] MaximumLeads { get; }

    /// <summary>Words in a heading behind a maximum: <c>possible</c>.</summary>
    public string[] MaximumTails { get; }

    /// <summary>What a learning system writes straight before a maximum: <c>MaxPoints:</c>.</summary>
    public string[] MaximumKeys { get; }

    /// <summary>What a line below the people begins with that is about the sheet: <c>generated</c>, <c>lecturer</c>. Rows that have a score are people's all the same.</summary>
    public string[] NotPeopleStarts { get; }

    /// <summary>What a label of a statistic begins with, whatever follows, normalised: <c>number of</c>.</summary>
    public string[] StatisticStarts { get; }

    /// <summary>Whole labels of statistics that may be names as well, normalised: <c>low</c>, <c>max</c>.</summary>
    public FrozenSet<string> PerhapsStatistics { get; }

    /// <summary>What stands in the name's place when somebody did not say who they are.</summary>
    public FrozenSet<string> Anonymous { get; }

    /// <summary>Whole headings of a time of day, normalised, the best first: <c>end time</c>, <c>time</c>. How long something took has others.</summary>
    public string[] Clocks { get; }

    /// <summary>Whole labels of rows that are not people, normalised: <c>class average</c>.</summary>
    public FrozenSet<string> NotPeople { get; }

    /// <summary>What stands before a colon in rows that are not people and have no score, normalised: <c>note</c>, <c>legend</c>.</summary>
    public FrozenSet<string> NotPeopleKeys { get; }

    /// <summary>Whole labels of rows that hold the maximum of every column and cannot hold the best score, normalised.</summary>
    public FrozenSet<string> MaximumRows { get; }

    /// <summary>Words before a number that make it a test's number.</summary>
    public FrozenSet<string> StrongTestWords { get; }

    public FrozenSet<string> WeakTestWords { get; }

    /// <summary>What a compound word for a test ends with: <c>Vokabeltest</c>, <c>Zwischenprüfung</c>.</summary>
    public string[] CompoundTestWords { get; }

    /// <summary>What stands straight behind a number that counts sittings: <c>第4回</c>, <c>3차</c>.</summary>
    public string[] Counters { get; }

    /// <summary>Words before a number that make it the number of something else.</summary>
    public FrozenSet<string> OtherNumberedWords { get; }

    /// <summary>Words that say that a file holds later attempts of a test that another file holds too.</summary>
    public string[] RetakeWords { get; }

    /// <summary>Words between a test's word and its number: <c>no</c>.</summary>
    public FrozenSet<string> NumberSigns { get; }

    /// <summary>Words between a day and its month, and endings of days: <c>4 de mayo</c>, <c>15th</c>.</summary>
    public FrozenSet<string> DateJoins { get; }

    public FrozenDictionary<string, int> NumberWords { get; }

    public FrozenDictionary<string, int> Months { get; }

    /// <summary><see cref="Months"/>, for words that are no strings of their own.</summary>
    public FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthsBySpan { get; }

    /// <summary>The roles of which a phrase is the whole heading, with weights.</summary>
    public IReadOnlyList<RoleWeight> Exact(string heading) => _exact.TryGetValue(heading, out var roles) ? roles : [];

    /// <summary>Whether a word may stand beside a maximum: <c>points</c>, <c>max</c>.</summary>
    public bool IsOfMaximum(ReadOnlySpan<char> word) => _maximumWords.Contains(word);

    /// <summary>Whether a word is one in which points are counted: <c>marks</c>, <c>pts</c>.</summary>
    public bool IsUnit(ReadOnlySpan<char> word) => _units.Contains(word);

    /// <summary>Whether a normalised phrase is the whole heading of a maximum: <c>max score</c>, <c>full marks</c>.</summary>
    public bool IsMaximum(string phrase)
    {
        const int Sure = 85;
        return Exact(phrase).Any(each => each is { Role: SourceColumnRole.Maximum, Weight: >= Sure });
    }

    /// <summary>Whether a normalised text has a word beside which a number of points is no maximum: <c>pass mark</c>, <c>each</c>.</summary>
    public bool DeniesMaximum(string text) => HasOneOf(text, _notMaxima);

    /// <summary>Whether a normalised label has a word for the lowest score.</summary>
    public bool SaysLowest(string label) => HasOneOf(label, _lowest);

    /// <summary>Whether a normalised word is one of statistics: <c>average</c>, <c>score</c>.</summary>
    public bool IsOfStatistics(ReadOnlySpan<char> word) => _statistics.Contains(word);

    /// <summary>Whether a normalised word is one for a group of participants: <c>class</c>, <c>section</c>.</summary>
    public bool IsGroup(ReadOnlySpan<char> word) => _groups.Contains(word);

    /// <summary>The roles of which a phrase stands in a heading as whole words.</summary>
    public IEnumerable<RolePhrase> PartsOf(string heading) =>
        _parts.Where(part => HeadingText.ContainsWords(heading, part.Phrase));

    /// <summary>Whether a heading holds words that speak against a role.</summary>
    public bool Denies(string heading, SourceColumnRole role) =>
        _never.Exists(never => never.Role == role && HeadingText.ContainsWords(heading, never.Phrase));

    private static RecognitionWords Load()
    {
        using var stream = typeof(RecognitionWords).Assembly.GetManifestResourceStream("Mlj.Recognition.words.json")!;
        using var document = JsonDocument.Parse(stream);
        return new RecognitionWords(document.RootElement);
    }

    private static SourceColumnRole RoleOf(string name) => name switch
    {
        "email" => SourceColumnRole.Email,
        "name" => SourceColumnRole.Name,
        "first_name" => SourceColumnRole.FirstName,
        "middle_name" => SourceColumnRole.MiddleName,
        "last_name" => SourceColumnRole.LastName,
        "phone" => SourceColumnRole.Phone,
        "submitted" => SourceColumnRole.Submitted,
        "started" => SourceColumnRole.Started,
        "score" => SourceColumnRole.Score,
        "percentage" => SourceColumnRole.Percentage,
        "maximum" => SourceColumnRole.Maximum,
        "correct" => SourceColumnRole.Correct,
        "incorrect" => SourceColumnRole.Incorrect,
        "unattempted" => SourceColumnRole.Unattempted,
        "attempt" => SourceColumnRole.Attempt,
        "row_number" => SourceColumnRole.RowNumber,
        "identifier" => SourceColumnRole.Identifier,
        _ => throw new InvalidOperationException($"words.json has an unknown role '{name}'."),
    };

    private static ColumnRole ResultRoleOf(string name) => name switch
    {
        "tests_taken" => ColumnRole.TestsTaken,
        "assignment" => ColumnRole.Assignment,
        "average" => ColumnRole.Average,
        "grade" => ColumnRole.Grade,
        "status" => ColumnRole.Status,
        _ => throw new InvalidOperationException($"words.json has an unknown role '{name}' of results."),
    };

    private static IEnumerable<(string Phrase, int Weight)> Weighted(JsonElement role, string list)
    {
        const int DefaultWeight = 90;
        foreach (var item in role.GetProperty(list).EnumerateArray())
        {
            var text = item.GetString()!;
            var space = text.LastIndexOf(' ');
            yield return space > 0 && int.TryParse(text.AsSpan(space + 1), System.Globalization.CultureInfo.InvariantCulture, out var weight)
                ? (Plain(text[..space]), weight)
                : (Plain(text), DefaultWeight);
        }
    }

    /// <summary>A phrase as headings are compared; phrases without marks are written so.</summary>
    private static string Plain(string phrase) => System.Text.Ascii.IsValid(phrase) ? phrase : HeadingText.Normalise(phrase);

    private static bool HasOneOf(string text, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        foreach (var word in text.AsSpan().Split(' '))
            if (words.Contains(text.AsSpan()[word]))
                return true;
        return false;
    }

    private static FrozenSet<string> Phrases(JsonElement array) => Texts(array).Select(Plain).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordsOf(JsonElement array) => Phrases(array).GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AsWritten(JsonElement array) =>
        Texts(array).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(each => each.GetString()!)];

    private static FrozenDictionary<string, int> Numbers(JsonElement map) =>
        map.EnumerateObject().ToFrozenDictionary(each => each.Name, each => each.Value.GetInt32(), StringComparer.Ordinal);
}

/// <summary>A phrase in a heading that speaks for a role, or against it, and its weight.</summary>
internal sealed record RolePhrase(SourceColumnRole Role, string Phrase, int Weight);

/// <summary>A heading of a column that results have beside the tests.</summary>
internal sealed record ResultHeading(string Text, ColumnRole Role);
