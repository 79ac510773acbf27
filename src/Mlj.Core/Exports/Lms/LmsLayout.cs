using System.Globalization;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Exports.Lms;

/// <summary>
/// How a learning management system (LMS) wants scores for its grade import: its identity columns, then a column a score, in percent. One
/// file a system. Stateless and safe to share between threads.
/// </summary>
public abstract class LmsLayout
{
    private const int MostNames = 10;

    private static readonly ColumnRole[] Scores = [ColumnRole.Score, ColumnRole.Assignment, ColumnRole.Average];

    /// <summary>The layouts of this library: Moodle, Canvas, Google Classroom.</summary>
    public static IReadOnlyList<LmsLayout> All { get; } = [new MoodleLayout(), new CanvasLayout(), new GoogleClassroomLayout()];

    /// <summary>The name on the wire: <c>moodle</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What to do with the file, in one sentence.</summary>
    public abstract string Advice { get; }

    /// <summary>The text in the first column of a row that tells the maxima; null when the system wants none.</summary>
    protected virtual string? MaximaRow => null;

    /// <summary>The layout of this name, in any case; null when there is none.</summary>
    public static LmsLayout? Find(string name) => All.FirstOrDefault(layout => layout.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Lays results out.</summary>
    /// <param name="results">The results: a column of addresses or names, and columns of scores by their roles.</param>
    /// <param name="options">What is known of the system's own people; nothing when left out.</param>
    /// <returns>The table to write as csv, and who could not be placed.</returns>
    public LmsTable Of(Table results, LmsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        options ??= LmsOptions.Default;
        var notes = new List<Note>();
        var scores = results.Columns.OfType<Column.Numbers>().Where(column => Scores.Contains(column.Role)).ToList();
        var left = results.Columns.OfType<Column.Numbers>().Except(scores).Where(column => column.Role != ColumnRole.TestsTaken).Select(column => $"'{column.Name}'").ToList();
        if (left.Count > 0)
            notes.Add(new Note(NoteLevel.Information, "lms_columns_left_out", $"Left out, being no score of a test, assignment or average: {string.Join(", ", left)}."));
        if (scores.Count == 0)
            notes.Add(new Note(NoteLevel.Review, "lms_no_scores", "The table has no column of scores, so there is nothing to import."));
        var (identity, rows) = options.Gradebook is { } gradebook ? FromGradebook(gradebook, results, options, notes) : (IdentityOf(results), results.Order.Stored.ToList());
        if (MaximaRow is { } first)
            return new LmsTable(new Table(
            [
                .. identity.Select((column, index) => new Column.Texts(column.Heading, [index == 0 ? first : null, .. column.Cells])),
                .. scores.Select(column => new Column.Numbers(column.Name, [100, .. rows.Select(column.Number)]) { Format = column.Format }),
            ]), notes);
        return new LmsTable(new Table(
        [
            .. identity.Select(column => new Column.Texts(column.Heading, [.. column.Cells])),
            .. scores.Select(column => new Column.Numbers(column.Name, [.. rows.Select(column.Number)]) { Format = column.Format }),
        ]), notes);
    }

    /// <summary>Whether a heading of the system's own export says who somebody is.</summary>
    protected abstract bool IsIdentity(string heading);

    /// <summary>Whether a row of the system's own export is a person's; every row that says anything is, unless the system has rows of its own.</summary>
    /// <param name="identity">The cells of the identity columns, an empty text for a missing one.</param>
    protected virtual bool IsPerson(IReadOnlyList<string> identity) => identity.Any(cell => cell.Length > 0);

    /// <summary>Who somebody is when only the results are known: headings and cells, a cell a row.</summary>
    /// <param name="results">The results.</param>
    protected abstract IReadOnlyList<LmsColumn> IdentityOf(Table results);

    /// <summary>The cells of the first column of a role, a cell a row; nothing everywhere when there is none.</summary>
    private protected static List<string?> Cells(Table results, ColumnRole role)
    {
        var column = results.WithRole(role).OfType<Column.Texts>().FirstOrDefault();
        return [.. results.Order.Stored.Select(stored => column?.Text(stored))];
    }

    /// <summary>Takes the people from the system's own export, in its order, and finds each in the results: by address, or by a name that only one has.</summary>
    private (IReadOnlyList<LmsColumn> Identity, List<int> Rows) FromGradebook(Table gradebook, Table results, LmsOptions options, List<Note> notes)
    {
        var identity = gradebook.Columns.Where(column => IsIdentity(column.Name)).ToList();
        if (identity.Count == 0)
        {
            notes.Add(new Note(NoteLevel.Review, "lms_no_identity", $"The gradebook has none of the columns by which {Name} knows people, so the results' own names and addresses are used. Its columns are: {string.Join(", ", gradebook.Columns.Select(column => column.Name))}."));
            return (IdentityOf(results), [.. results.Order.Stored]);
        }
        var (names, emails) = (Cells(results, ColumnRole.Name), Cells(results, ColumnRole.Email));
        var stored = results.Order.Stored.ToList();
        // An address that several share says nothing about which of them is meant.
        var byEmail = emails.Index().Select(each => (each.Index, Address: EmailAddress.Read(each.Item))).Where(each => each.Address is { IsValid: true })
            .GroupBy(each => each.Address!.Key, StringComparer.Ordinal).Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Index, StringComparer.Ordinal);
        foreach (var (other, main) in options.OtherEmails)
            if (EmailAddress.Read(main) is { } known && EmailAddress.Read(other) is { IsValid: true } address && byEmail.TryGetValue(known.Key, out var row))
                byEmail.TryAdd(address.Key, row);
        var byName = names.Index().Where(each => PersonName.Fingerprint(each.Item).Length > 0)
            .GroupBy(each => PersonName.Fingerprint(each.Item), StringComparer.Ordinal).Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Index, StringComparer.Ordinal);

        var people = gradebook.Order.Stored.Select(place => (Place: place, Cells: identity.Select(column => column[place].ToString()).ToList())).Where(person => IsPerson(person.Cells)).ToList();
        var namesakes = people.GroupBy(person => NameOf(identity, person.Cells), StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var (placed, taken, guessed, absent) = (new List<(int Place, int Row)>(), new HashSet<int>(), new List<string>(), new List<string>());
        // Addresses first, so that nobody takes by a name what is another's by address.
        foreach (var (place, cells) in people)
            if (cells.Select(EmailAddress.Read).FirstOrDefault(address => address is { IsValid: true } && byEmail.ContainsKey(address.Key)) is { } found && taken.Add(byEmail[found.Key]))
                placed.Add((place, byEmail[found.Key]));
        var byAddress = placed.Select(each => each.Place).ToHashSet();
        foreach (var (place, cells) in people.Where(person => !byAddress.Contains(person.Place)))
            if (NameOf(identity, cells) is { Length: > 0 } name && !namesakes.Contains(name) && byName.TryGetValue(name, out var row) && taken.Add(row))
            {
                placed.Add((place, row));
                guessed.Add(names[row]!);
            }
            else
                absent.Add(string.Join(" ", cells.Where(cell => cell.Length > 0).Take(2)));
        Tell("lms_matched_by_name", guessed, "found in the gradebook by name alone; look at them before you import");
        Tell("lms_not_in_results", absent, "of the gradebook without a result; these rows are left out");
        Tell("lms_not_in_gradebook", [.. Enumerable.Range(0, stored.Count).Where(row => !taken.Contains(row)).Select(row => names[row] ?? emails[row] ?? $"row {row + 1}")], "in the results but not in the gradebook; they cannot be imported");
        placed.Sort();
        return ([.. identity.Select(column => new LmsColumn(column.Name, [.. placed.Select(each => column[each.Place].ToString())]))], [.. placed.Select(each => stored[each.Row])]);

        void Tell(string code, List<string> who, string what)
        {
            if (who.Count > 0)
                notes.Add(new Note(NoteLevel.Review, code, string.Create(CultureInfo.InvariantCulture, $"{who.Count} {what}: {string.Join("; ", who.Take(MostNames))}{(who.Count > MostNames ? "; ..." : "")}.")));
        }
    }

    /// <summary>The name that the identity columns spell together, without regard to order, case and marks.</summary>
    private static string NameOf(List<Column> identity, List<string> cells) =>
        PersonName.Fingerprint(string.Join(' ', identity.Index().Where(each => IsName(each.Item.Name)).Select(each => cells[each.Index])));

    private static bool IsName(string heading) => heading.Contains("name", StringComparison.OrdinalIgnoreCase) && !heading.Contains("user", StringComparison.OrdinalIgnoreCase)
        || heading.Equals("Student", StringComparison.OrdinalIgnoreCase);
}
