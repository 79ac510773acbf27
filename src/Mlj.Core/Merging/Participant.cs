using Mlj.Values;

namespace Mlj.Merging;

/// <summary>One person of the result, with all attempts that were found. Immutable and safe to share between threads.</summary>
public sealed class Participant
{
    private readonly Placements _placements;

    // Nearly everybody has one address, or none, and needs no list.
    private readonly IReadOnlyList<string>? _severalEmails;

    internal Participant(Placements placements, int person, IReadOnlyList<string> emails, bool hasValidAddress, string name)
        : this(placements, person, emails.Count > 0 ? emails[0] : null, hasValidAddress, name)
    {
        if (emails.Count > 1)
            _severalEmails = emails;
    }

    internal Participant(Placements placements, int person, string? email, bool hasValidAddress, string name)
    {
        _placements = placements;
        Person = person;
        Email = email;
        HasValidAddress = hasValidAddress;
        Name = name;
    }

    /// <summary>The person's number in the order in which people were first read.</summary>
    internal int Person { get; }

    /// <summary>What is known of every row.</summary>
    internal Placements Placements => _placements;

    /// <summary>What the person gave in all rows.</summary>
    internal ref readonly PersonDetails Details => ref _placements.DetailsOf(Person);

    /// <summary>Whether there are other addresses beside the one to show.</summary>
    internal bool HasSeveralEmails => _severalEmails is not null;

    /// <summary>Whether the address to show is one.</summary>
    internal bool HasValidAddress { get; }

    /// <summary>The numbers of the person's rows among those of all tests; the same for every merge of the same tests.</summary>
    internal ReadOnlySpan<int> Rows => _placements.RowsOfPerson(Person);

    /// <summary>The address to show, lower case: a valid one before an invalid one, one without a slip in its domain before one with it, then the most used; null when none was given anywhere.</summary>
    public string? Email { get; }

    /// <summary>All addresses of the person, lower case; more than one only when somebody decided so.</summary>
    public IReadOnlyList<string> Emails => _severalEmails ?? (Email is null ? [] : [Email]);

    /// <summary>The name to show, in a spelling that occurs; an empty text when no row gives one.</summary>
    public string Name { get; }

    /// <summary>Every attempt, also those that do not count, by test and time. The list is made anew for every call.</summary>
    public IReadOnlyList<Attempt> Attempts
    {
        get
        {
            var rows = _placements.RowsOfPerson(Person);
            var attempts = new Attempt[rows.Length];
            for (var index = 0; index < rows.Length; index++)
                attempts[index] = _placements.AttemptOf(rows[index]);
            return attempts;
        }
    }

    /// <summary>The same person with the addresses in another order.</summary>
    internal Participant With(IReadOnlyList<string> emails) => new(_placements, Person, emails, HasValidAddress, Name);

    /// <summary>The score of a test in percent under the attempt policy, not rounded; null when it is missing.</summary>
    /// <param name="test">The test's number; one that there is not gives null too.</param>
    /// <returns>0 to 100.</returns>
    public decimal? PercentageOf(int test)
    {
        decimal sum = 0;
        var count = 0;
        foreach (var row in _placements.RowsOfPerson(Person))
            if (_placements.DispositionOf(row) == Disposition.Placed && _placements.Row(row, out var index).Answer.Percentage is { } percentage
                && _placements.Tests[index].Test.Number == test)
            {
                sum += percentage;
                count++;
            }
        // Thirds leave something over in the last of 28 digits, which must not decide anything.
        return count switch { 0 => null, 1 => sum, _ => Rounding.HalfAwayFromZero(sum / count, 20) };
    }

    /// <summary>The address, or the name of somebody without one.</summary>
    public override string ToString() => Email is null ? Name : $"{Name} <{Email}>";
}
