using System.Globalization;
using System.Runtime.CompilerServices;
using Mlj.Agent.Phrases.Answers;
using Mlj.Agent.Phrases.Clauses;
using Mlj.Agent.Phrases.Columns;
using Mlj.Agent.Phrases.Requests;
using Mlj.Agent.Phrases.Words;
using Mlj.Agent.Planning;
using Mlj.Pipeline;

namespace Mlj.Agent.Phrases;

/// <summary>
/// Understands requests by a grammar and lists of words, with no key and no network. What is unclear it asks, what is not its business it
/// refuses. The same request gets the same answer. Immutable and safe to share between threads.
/// </summary>
public sealed class PhrasePlanner : IPlanner
{
    /// <summary>The longest message that is read, in characters; a longer one is refused.</summary>
    public const int MaxLength = 10_000;

    private const int MostWords = 400;
    private const int MostChoices = 8;
    private const string Removal = "remove_column";

    // What is longer than a few sentences is nothing to choose from, and every choice is read as a message of its own.
    private const int LongestChoice = 500;

    private readonly ActionCatalog _catalog;
    private readonly Lexicon _lexicon;
    private readonly IReadOnlyList<PhraseLanguage> _languages;
    private readonly ConditionalWeakTable<TableOutline, ColumnBook> _books = [];

    /// <summary>Makes a planner.</summary>
    /// <param name="catalog">The actions that plans can name.</param>
    /// <param name="languages">The languages that are understood, the one to answer in by default first; null means <see cref="PhraseLanguage.BuiltIn"/>.</param>
    /// <exception cref="ArgumentException">The list of languages is empty.</exception>
    public PhrasePlanner(ActionCatalog catalog, IReadOnlyList<PhraseLanguage>? languages = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _catalog = catalog;
        _languages = languages ?? PhraseLanguage.BuiltIn;
        if (_languages.Count == 0)
            throw new ArgumentException("Give at least one language.", nameof(languages));
        _lexicon = new Lexicon(_languages);
    }

    /// <inheritdoc />
    public ValueTask<PlannerAnswer> AnswerAsync(PlanningRequest request, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Answer(request));
    }

    /// <summary>Understands one message at once.</summary>
    /// <param name="request">What was said, about which table, after what.</param>
    /// <returns>What was understood; what is too long or not understood is refused or asked back.</returns>
    public PlannerAnswer Answer(PlanningRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Message.Length > MaxLength)
            return new PlannerAnswer.Refuse(Wording(_languages[0]).Say("too_long", MaxLength.ToString(CultureInfo.InvariantCulture)));
        var book = _books.GetValue(request.Table, table => ColumnBook.Of(table, _lexicon));
        var sentence = Read(request.Message, book);
        if (sentence.Tokens.Count > MostWords)
            return new PlannerAnswer.Refuse(Wording(sentence.Language).Say("too_long", MostWords.ToString(CultureInfo.InvariantCulture)));
        return new Talk(this, request, book).Answer(request.Message, sentence);
    }

    internal Wording Wording(PhraseLanguage language) => new(language, _languages[0], _catalog);

    internal ActionCatalog Catalog => _catalog;

    internal Sentence Read(string message, ColumnBook book)
    {
        var tokens = WithHeadings(Tokeniser.Read(message), book);
        // Who writes in capitals only names nothing by them.
        if (message.Any(char.IsUpper) && !message.Any(char.IsLower))
            tokens = tokens.ConvertAll(token => token.IsQuoted ? token : token with { IsCapital = false });
        if (tokens.Count > MostWords)
            return new Sentence(message, _languages[0], tokens);
        var language = _lexicon.LanguageOf(tokens);
        return new Sentence(message, language, People(_lexicon.Understand(tokens, language, word => book.HasWord(word) || book.IsNear(word)), book));
    }

    // "the volunteers" are people where a column Volunteer says who somebody is.
    private static List<Token> People(List<Token> tokens, ColumnBook book) =>
        tokens.ConvertAll(token => token is { Kind: TokenKind.Word, IsCapital: false, Number: null }
        && book.IsPerson(token.Plain) ? token with { Means = token.Means | Meanings.Of(Meaning.Person) } : token);

    /// <summary>Understands one message by itself.</summary>
    /// <param name="sentence">The message.</param>
    /// <param name="book">The columns.</param>
    /// <param name="topic">The column that "it" means; null for none.</param>
    /// <param name="offers">Whether choices are made for what is unclear; they are messages that are themselves understood.</param>
    internal PlannerAnswer Understand(Sentence sentence, ColumnBook book, KnownColumn? topic, bool offers = true)
    {
        var wording = Wording(sentence.Language);
        var (wish, remarks) = Chatter.Part(sentence.Tokens);
        var clauses = ClauseSplitter.Split(wish);
        var reader = new RequestReader(_catalog, sentence.Message, book, topic);
        var trouble = reader.Heed(remarks) ?? (clauses.Count == 0 ? new Trouble("what_to_do") : reader.Read(clauses));
        if (trouble is { IsRefusal: true })
            return new PlannerAnswer.Refuse(wording.Say(trouble.Sentence, [.. trouble.Words]));
        if (trouble is not null)
            return new PlannerAnswer.Clarify(wording.Ask(trouble), offers ? Choices(sentence, book, topic, trouble, reader.Steps, wording) : []);
        if (reader.Question is { } question)
            return new PlannerAnswer.Ask(question, wording.Question(question));
        return PlanWriter.TryWrite(reader.Steps, _catalog, out var plan)
            ? new PlannerAnswer.Steps(plan, wording.Describe(reader.Steps))
            : new PlannerAnswer.Clarify(wording.Say("what_to_do"), []);
    }

    // The message with a column where one was missing, as far as that is understood.
    private List<string> Choices(Sentence sentence, ColumnBook book, KnownColumn? topic, Trouble trouble, IReadOnlyList<StepDraft> planned, Wording wording)
    {
        var choices = new List<string>();
        if (sentence.Message.Length > LongestChoice)
            return choices;
        foreach (var column in trouble.Columns.Where(each => !each.IsMade).DistinctBy(each => each.Name).Take(2 * MostChoices))
        {
            if (choices.Count == MostChoices || column.Name.Length > 100 || column.Name.AsSpan().ContainsAny('"', '\n', '\r'))
                continue;
            var name = $"\"{column.Name}\"";
            Add(trouble.Gap is var (from, to)
                ? sentence.Message[..from] + name + sentence.Message[to..]
                : $"{Bare()} {(trouble.Join.Length > 0 ? wording.Say("join_" + trouble.Join) + " " : "")}{name}");
        }
        foreach (var offer in trouble.Offers)
            if (choices.Count < MostChoices && wording.Words(offer) is { } words && !(offer.IsWhole && offer.Word.AsSpan().ContainsAny('"', '\n', '\r')))
                Add(offer.IsWhole ? words : $"{Bare()} {words}");
        return choices;

        string Bare() => sentence.Message.TrimEnd(' ', '.', '!', '?', ',');

        void Add(string choice)
        {
            if (choice.Length <= MaxLength
                && Understand(Read(choice, book), book, topic, offers: false) is var answer
                && (answer is PlannerAnswer.Ask || answer is PlannerAnswer.Steps meant && (trouble.IsOfMeant || TakesOnly(meant.Plan, planned))))
                choices.Add(choice);
        }
    }

    // Nothing is taken away by a choice that the message itself did not name.
    private bool TakesOnly(Plan plan, IReadOnlyList<StepDraft> planned) =>
        Removed(plan).All(name => planned.Any(step => step.Action == Removal && (string?)step.Params["column_name"] == name));

    private IEnumerable<string> Removed(Plan plan) =>
        plan.Steps.Select(_catalog.Describe).Zip(plan.Steps).Where(pair => pair.First.Name == Removal)
            .Select(pair => (string)pair.First.Parameters.First(parameter => parameter.Name == "column_name").Get(pair.Second)!);

    // The exact headings of several words become one token each, whatever their words mean.
    private List<Token> WithHeadings(List<Token> tokens, ColumnBook book)
    {
        var headings = book.Columns.Where(column => column.Words.Length > 1 && !column.IsOrder).ToLookup(column => column.Words[0], StringComparer.Ordinal);
        if (headings.Count == 0)
            return tokens;
        var result = new List<Token>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var used = 0;
            KnownColumn? found = null;
            if (tokens[at].Kind is TokenKind.Word or TokenKind.Number && ColumnBook.Words(tokens[at].Plain) is [var first, ..])
                foreach (var column in headings[first])
                    if (Length(tokens, at, column.Words) is var length
                        && length > used
                        && book.Columns.Count(each => each.Words.AsSpan().SequenceEqual(column.Words)) == 1)
                        (used, found) = (length, column);
            if (found is not null)
                result.Add(new Token(TokenKind.Column, string.Join(' ', found.Words), tokens[at].Start, tokens[at + used - 1].End)
                {
                    Content = found.Name,
                    IsCapital = tokens[at].IsCapital,
                    IsShortened = _lexicon.MeansOf(found.Words[^1]) is var last && last.Has(Meaning.Number) && last.Has(Meaning.Abbreviation),
                });
            else
                result.Add(tokens[at]);
            at += Math.Max(1, used);
        }
        return result;
    }

    private static int Length(List<Token> tokens, int at, string[] words)
    {
        var word = 0;
        var next = at;
        while (word < words.Length)
        {
            if (next >= tokens.Count || tokens[next].IsQuoted)
                return 0;
            // A bracket in a heading is none of its words, a comma in a message parts words.
            var own = ColumnBook.Words(tokens[next].Plain);
            if (own.Length == 0 && tokens[next].Plain is "," or ";" or "." or "?" or "=" or "+" or "*" or ":")
                return 0;
            foreach (var each in own)
                if (word >= words.Length || words[word++] != each)
                    return 0;
            next++;
        }
        return next - at;
    }
}
