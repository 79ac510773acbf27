using Mlj.Agent.Phrases.Words;
using Mlj.Agent.Planning;
using Mlj.Tables;

namespace Mlj.Agent.Phrases.Columns;

/// <summary>The columns that a request can speak of, at one of its steps. Immutable; a step makes another book.</summary>
internal sealed class ColumnBook
{
    private static readonly Meanings Orders = Meanings.Of(
        Meaning.Remove, Meaning.Sort, Meaning.Rename, Meaning.Keep, Meaning.Show, Meaning.Hide, Meaning.Clear, Meaning.Undo, Meaning.Injection, Meaning.Secret, Meaning.Then);

    // With these a word for sending is an order, alone it is one of a heading's: "Contact Email".
    private static readonly Meanings Wholes = Meanings.Of(Meaning.Person, Meaning.All, Meaning.Them, Meaning.Table, Meaning.Score);

    private readonly Lexicon _lexicon;
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _series = new(StringComparer.Ordinal);
    private readonly List<string> _strange = [];

    private ColumnBook(IReadOnlyList<KnownColumn> columns, Lexicon lexicon)
    {
        Columns = columns;
        _lexicon = lexicon;
        foreach (var column in columns.Where(column => !column.IsOrder))
            _words.UnionWith(column.Words);
        foreach (var column in columns.Where(column => column is { IsTest: true, IsMade: false, Words.Length: > 1 }))
            _series.UnionWith(column.Words.Where(word => word.Length > 2 && !IsNumber(word) && !lexicon.MeansOf(word).Has(Meaning.Score)));
        _strange.AddRange(_words.Where(word => lexicon.MeansOf(word).IsEmpty));
    }

    /// <summary>Whether a word is one of a heading's, but for a slip of the pen.</summary>
    public bool IsNear(string plain) =>
        plain.Length >= 5
        && plain.All(char.IsAsciiLetter)
        && _strange.Any(word => word.Length >= 5 && word[0] == plain[0] && Values.Nearness.Distance(word, plain, 1) <= 1);

    public IReadOnlyList<KnownColumn> Columns { get; }

    public static ColumnBook Of(TableOutline table, Lexicon lexicon) =>
        new(WithName(InSeries([.. table.Columns.Select(column => Known(column.Name, column.Role, column.Test, column.Kind == ColumnKind.Text, lexicon))]), lexicon), lexicon);

    // Where no heading speaks of a name, the first column of words says who somebody is: "Volunteer", "Coder".
    private static List<KnownColumn> WithName(List<KnownColumn> columns, Lexicon lexicon)
    {
        if (columns.Count < 2
            || columns.Exists(column => column.Role == ColumnRole.Name || column.Means.Has(Meaning.PartName))
            || columns[0] is not { Role: ColumnRole.None, Number: null, IsOrder: false, Words.Length: 1 } first
            || !lexicon.IsForPeople(first.Words[0])
            || first.Means.HasAny(Wholes | Meanings.Of(Meaning.Number, Meaning.Test, Meaning.Phone)))
            return columns;
        return [first with { Role = ColumnRole.Name, IsPerson = true }, .. columns.Skip(1)];
    }

    /// <summary>Whether a word is what the people of the table are called by, such as "volunteers" over a column Volunteer.</summary>
    public bool IsPerson(string plain) => Columns.Count > 0 && Columns[0] is { IsPerson: true } first && Likeness.IsSame(first.Words[0], plain);

    /// <summary>Whether a word is what a series of columns is called by, such as "lab" beside Lab 1 and Lab 2.</summary>
    public bool IsSeries(string plain) => _series.Any(word => Likeness.IsSame(word, plain));

    // Headings that differ by a number alone are tests, whatever they are called; a column of how many were taken is told by their word.
    private static List<KnownColumn> InSeries(List<KnownColumn> columns)
    {
        var series = columns.Where(column => !column.IsText && !column.IsOrder && column.Words.Length > 1 && column.Words.Count(IsNumber) == 1)
            .GroupBy(column => string.Join(' ', column.Words.Select(word => IsNumber(word) ? "#" : word)),
            StringComparer.Ordinal).Where(group => group.Count() > 1).SelectMany(group => group).ToHashSet();
        if (series.Count == 0)
            return columns;
        var words = series.SelectMany(column => column.Words).Where(word => !IsNumber(word)).ToHashSet(StringComparer.Ordinal);
        return columns.ConvertAll(column => series.Contains(column) && column is { Number: null, Role: ColumnRole.None }
            ? column with { Number = int.Parse(column.Words.First(IsNumber), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture) }
            : column is { Number: null, IsText: false, Role: ColumnRole.None }
            && column.Means.Has(Meaning.Took)
            && column.Words.Any(word => words.Any(each => Likeness.IsSame(each, word))) ? column with { Role = ColumnRole.TestsTaken } : column);
    }

    private static bool IsNumber(string word) => word.Length is 1 or 2 && word.All(char.IsAsciiDigit);

    public IReadOnlyList<KnownColumn> Scores => [.. Columns.Where(column => column.IsScore)];

    public List<KnownColumn> OfRole(ColumnRole role) => [.. Columns.Where(column => column.Role == role)];

    public bool HasWord(string plain) => _words.Contains(plain);

    public KnownColumn? Find(string name) => Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.Ordinal));

    /// <summary>The only column of this heading, with capitals, accents and signs aside.</summary>
    public KnownColumn? Alike(string heading)
    {
        if (Find(heading) is { } exact)
            return exact;
        var words = Words(heading);
        var alike = Columns.Where(column => column.Words.AsSpan().SequenceEqual(words)).Take(2).ToList();
        return words.Length > 0 && alike is [var only] ? only : null;
    }

    public ColumnBook With(string name, ColumnRole role, bool isText)
    {
        var made = Known(name, role, null, isText, _lexicon) with { IsMade = true, Role = role };
        return new([.. Columns.Where(column => column.Name != name), made], _lexicon);
    }

    public ColumnBook Without(string name) => new([.. Columns.Where(column => column.Name != name)], _lexicon);

    public ColumnBook Renamed(string name, string newName) =>
        new([.. Columns.Select(column => column.Name == name ? Known(newName, column.Role, column.Number, column.IsText, _lexicon) with { Role = column.Role } : column)], _lexicon);

    /// <summary>How many signs behind a mention belong to its heading, such as the "%" of "Overall %".</summary>
    public static int SignsBehind(IReadOnlyList<Token> tokens, int at, string heading)
    {
        var end = heading.Length;
        while (end > 0 && !char.IsLetterOrDigit(heading[end - 1]))
            end--;
        var used = 0;
        foreach (var sign in heading[end..])
            if (!char.IsWhiteSpace(sign) && (at + used >= tokens.Count || !tokens[at + used++].IsSign(sign.ToString())))
                return 0;
        return used;
    }

    /// <summary>The words of a heading as they are compared.</summary>
    public static string[] Words(string heading)
    {
        var words = new List<string>();
        var plain = Tokeniser.Plain(heading);
        for (var at = 0; at < plain.Length;)
        {
            var end = at;
            while (end < plain.Length && char.IsLetterOrDigit(plain[end]))
                end++;
            if (end > at)
                words.Add(plain[at..end]);
            at = Math.Max(end, at + 1);
        }
        return [.. words];
    }

    private static KnownColumn Known(string name, ColumnRole role, int? test, bool isText, Lexicon lexicon)
    {
        // A heading that is longer than any that people give is compared as a whole only.
        if (name.Length > 200)
            return new KnownColumn(name, Words(name), default, role, test) { IsText = isText };
        var readings = lexicon.Understand(string.Concat(name.Select(letter => letter is '_' or '[' or ']' or '"' or '.' ? ' ' : letter))).ToList();
        var means = readings.SelectMany(tokens => tokens).Aggregate(default(Meanings), (all, token) => all | token.Means);
        var number = test ?? readings.Select(NumberOf).FirstOrDefault(each => each is not null);
        var isOrder = (means.HasAny(Orders) || means.Has(Meaning.Send) && means.HasAny(Wholes) || means.Has(Meaning.Call) && means.Has(Meaning.It))
            && Words(name).Length > 1
            && role == ColumnRole.None
            && test is null;
        if (isOrder)
            return new KnownColumn(name, Words(name), default, role, null) { IsText = isText, IsOrder = true };
        foreach (var tokens in readings)
            if (role == ColumnRole.None)
                role = RoleOf(tokens, tokens.Aggregate(default(Meanings), (all, token) => all | token.Means), number);
        if (role is ColumnRole.Score && number is null && (means.Has(Meaning.Average) || means.Has(Meaning.TestsTaken)))
            role = means.Has(Meaning.TestsTaken) ? ColumnRole.TestsTaken : ColumnRole.Average;
        // "Course Grade %" holds numbers, no letters.
        if (role == ColumnRole.Grade && name.Contains('%', StringComparison.Ordinal))
            role = ColumnRole.Score;
        return new KnownColumn(name, Words(name), means, role, number) { IsText = isText };
    }

    private static ColumnRole RoleOf(List<Token> tokens, Meanings means, int? number) =>
        tokens.Has(Meaning.TestsTaken) || number is null && means.Has(Meaning.TestsWord) && means.Has(Meaning.Took) ? ColumnRole.TestsTaken
        : means.Has(Meaning.Email) ? ColumnRole.Email
        : means.Has(Meaning.PartName) ? ColumnRole.None
        : means.Has(Meaning.Name) && !means.Has(Meaning.Score) || tokens is [{ } only] && only.Is(Meaning.Person) ? ColumnRole.Name
        : number is not null ? ColumnRole.None
        : means.Has(Meaning.Average) || means.Has(Meaning.Overall) ? ColumnRole.Average
        : means.Has(Meaning.Assignment) ? ColumnRole.Assignment
        : means.Has(Meaning.Status) ? ColumnRole.Status
        : means.Has(Meaning.Grade) && !means.Has(Meaning.Score) ? ColumnRole.Grade
        : ColumnRole.None;

    // Test 2 Score, Quiz 2, T2, Note du test 2.
    private static int? NumberOf(List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Is(Meaning.Test)
                && at + 1 < tokens.Count
                && tokens[at + 1].Number is > 0 and <= 99 and var number
                && number == decimal.Truncate(number))
                return (int)number;
            if (Abbreviated(tokens[at].Plain) is { } abbreviated)
                return abbreviated.Number;
        }
        return null;
    }

    /// <summary>The letters and the number of a word such as T2; null for other words.</summary>
    public static (string Letters, int Number)? Abbreviated(string word)
    {
        var letters = 0;
        while (letters < word.Length && char.IsAsciiLetter(word[letters]))
            letters++;
        return letters is > 0 and <= 4
            && word.Length - letters is > 0 and <= 2
            && int.TryParse(word.AsSpan(letters), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (word[..letters], number)
            : null;
    }
}
