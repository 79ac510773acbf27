using Mlj.Recognition;
using Mlj.Recognition.Responses;
using Mlj.Values;

namespace Mlj.Merging;

/// <summary>
/// The rows of all tests, numbered through: whose each is and what became of it. A row costs a few bytes here; an <see cref="Attempt"/> is
/// made when somebody asks for it.
/// </summary>
internal sealed class Placements
{
    /// <summary>The person of a row that is nobody's.</summary>
    public const int Nobody = -1;

    private const int NotYet = -2;

    private readonly IReadOnlyList<TestResponses> _tests;
    private readonly ResponseRows[] _rows;
    private readonly int[] _firstRows;
    private readonly int[] _people;
    private readonly Disposition[] _dispositions;
    private readonly Dictionary<int, string> _reasons = [];
    private int[] _firstOfPerson = [0];
    private int[] _byPerson = [];
    private PersonDetails[] _details = [];

    public Placements(IReadOnlyList<TestResponses> tests)
    {
        _tests = tests;
        _rows = [.. tests.Select(test => ResponseRows.Of(test.Responses))];
        _firstRows = new int[tests.Count + 1];
        for (var test = 0; test < tests.Count; test++)
            _firstRows[test + 1] = _firstRows[test] + _rows[test].Count;
        _people = new int[_firstRows[^1]];
        Array.Fill(_people, NotYet);
        _dispositions = new Disposition[_people.Length];
    }

    /// <summary>The tests, as handed in.</summary>
    public IReadOnlyList<TestResponses> Tests => _tests;

    /// <summary>How many people there are.</summary>
    public int People { get; private set; }

    /// <summary>How many tests anybody sat; a test whose rows have no scores counts as none.</summary>
    public int TestsSat => Enumerable.Range(0, _tests.Count).Where(test => HasScores(_rows[test])).Select(test => _tests[test].Test.Number).Distinct().Count();

    /// <summary>The rows of a test.</summary>
    public ResponseRows RowsOf(int test) => _rows[test];

    /// <summary>The number of a test's first row.</summary>
    public int FirstRow(int test) => _firstRows[test];

    /// <summary>Whose a row is.</summary>
    public ref int PersonOf(int row) => ref _people[row];

    /// <summary>What became of a row.</summary>
    public Disposition DispositionOf(int row) => _dispositions[row];

    /// <summary>Says what became of a row, and why.</summary>
    /// <param name="row">The row.</param>
    /// <param name="disposition">What became of it.</param>
    /// <param name="reason">Why; null when its answer says so, or when there is nothing to say.</param>
    public void Settle(int row, Disposition disposition, string? reason = null)
    {
        _dispositions[row] = disposition;
        if (reason is not null)
            _reasons[row] = reason;
    }

    /// <summary>The row as it was read, and its test.</summary>
    public ref readonly ResponseRow Row(int row, out int test)
    {
        test = TestOf(row);
        return ref _rows[test].Span[row - _firstRows[test]];
    }

    /// <summary>The address of a row; null when none was given.</summary>
    public EmailAddress? EmailOf(int row)
    {
        ref readonly var found = ref Row(row, out var test);
        return _rows[test].EmailOf(found);
    }

    /// <summary>A row as an attempt.</summary>
    public Attempt AttemptOf(int row)
    {
        var test = TestOf(row);
        var response = _rows[test][row - _firstRows[test]];
        var reason = _reasons.GetValueOrDefault(row) ?? (_dispositions[row] == Disposition.Quarantined ? response.Fault : null);
        return new Attempt(_tests[test].Test, response, _dispositions[row], reason) { Row = row };
    }

    /// <summary>Orders the rows by person, then by test, then as they were read, and gathers what each person gave. Whose every row is must be known.</summary>
    /// <param name="people">How many people there are.</param>
    public void Order(int people)
    {
        People = people;
        _firstOfPerson = new int[people + 1];
        foreach (var person in _people)
            if (person >= 0)
                _firstOfPerson[person + 1]++;
        for (var person = 0; person < people; person++)
            _firstOfPerson[person + 1] += _firstOfPerson[person];
        _byPerson = new int[_firstOfPerson[^1]];
        _details = new PersonDetails[people];
        var next = _firstOfPerson.AsSpan(0, people).ToArray();
        foreach (var test in Enumerable.Range(0, _tests.Count).OrderBy(test => _tests[test].Test.Number))
        {
            var (number, rows, of) = (_firstRows[test], _rows[test], _tests[test].Test.Number);
            foreach (ref readonly var row in rows.Span)
            {
                if (_people[number] is >= 0 and var person)
                {
                    _byPerson[next[person]++] = number;
                    _details[person].Add(row, rows.EmailOf(row), of);
                }
                number++;
            }
        }
    }

    /// <summary>What a person gave in all rows.</summary>
    public ref readonly PersonDetails DetailsOf(int person) => ref _details[person];

    /// <summary>The rows of a person, by test; among those of one test in the order in which they count.</summary>
    public Span<int> RowsOfPerson(int person) => _byPerson.AsSpan(_firstOfPerson[person], _firstOfPerson[person + 1] - _firstOfPerson[person]);

    /// <summary>Among the rows of how many people each row is: 1, or 0 for a row that is nobody's. Counted from the people's side.</summary>
    public byte[] CountOwners()
    {
        var owners = new byte[_people.Length];
        foreach (var row in _byPerson)
            owners[row]++;
        return owners;
    }

    private static bool HasScores(ResponseRows rows)
    {
        foreach (ref readonly var row in rows.Span)
            if (row.Answer is { Kind: ResponseKind.Attempt } answer && (answer.Score is not null || answer.Fault is not null))
                return true;
        return false;
    }

    private int TestOf(int row)
    {
        int test = 0, beyond = _rows.Length;
        while (beyond - test > 1)
        {
            var middle = (test + beyond) >>> 1;
            if (_firstRows[middle] <= row)
                test = middle;
            else
                beyond = middle;
        }
        return test;
    }
}
