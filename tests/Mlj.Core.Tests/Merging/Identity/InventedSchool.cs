using System.Globalization;
using Mlj.Recognition;
using Mlj.Values;

namespace Mlj.Tests.Merging.Identity;

/// <summary>
/// A school of invented people from a seed, with the mistakes people make in forms and the traps that real classes hold. It knows whose
/// every address is. Rates are shares of people unless they say otherwise.
/// </summary>
internal sealed record InventedSchool(int Seed)
{
    private const string Consonants = "bdfgklmnprstvwz";
    private const string Vowels = "aeiou";
    private static readonly DateTime Start = new(2026, 3, 1, 8, 0, 0);

    public int People { get; init; } = 400;

    public int Tests { get; init; } = 6;

    /// <summary>The share of tests that somebody sits.</summary>
    public double Attendance { get; init; } = 0.75;

    /// <summary>The share of sittings that are repeated.</summary>
    public double Retakes { get; init; } = 0.02;

    /// <summary>How many given names and how many family names there are; few make namesakes.</summary>
    public (int Given, int Family) Names { get; init; } = (150, 300);

    /// <summary>A slip in the address of one test.</summary>
    public double Slips { get; init; } = 0.12;

    /// <summary>A second address altogether, for about half of the tests.</summary>
    public double SecondAddresses { get; init; } = 0.06;

    /// <summary>Sibling pairs with the telephone and the family name of each other.</summary>
    public double Siblings { get; init; } = 0.05;

    /// <summary>Of the siblings, those whose given names are nearly the same.</summary>
    public double Twins { get; init; } = 0.1;

    /// <summary>Pairs of strangers of one full name.</summary>
    public double Namesakes { get; init; } = 0.01;

    /// <summary>Strangers who answer by one telephone, such as the school's.</summary>
    public double SchoolPhone { get; init; } = 0.03;

    /// <summary>Addresses that the school numbered: <c>ab017@</c>.</summary>
    public double Numbered { get; init; } = 0.05;

    /// <summary>The share of rows with another spelling of the name.</summary>
    public double Spellings { get; init; } = 0.25;

    /// <summary>The share of rows without a telephone; 1 for forms that do not ask.</summary>
    public double NoPhone { get; init; } = 0.05;

    /// <summary>Who changes the telephone on the way.</summary>
    public double NewPhone { get; init; } = 0.04;

    public SchoolRecords Write()
    {
        var chance = new Random(Seed);
        var given = Words(chance, Names.Given, 2, 3);
        var family = Words(chance, Names.Family, 2, 4);
        var people = new List<Person>();
        for (var index = 0; index < People; index++)
            people.Add(Somebody(index));
        return new Clerk(this, chance).Write(people);

        Person Somebody(int index)
        {
            var names = new List<string> { Common(given), Common(family) };
            if (chance.NextDouble() < 0.4)
                names.Insert(1, Common(given));
            var phone = Phone(chance);
            if (index > 0 && chance.NextDouble() < Siblings)
            {
                var sibling = people[^1];
                names[^1] = sibling.Names[^1];
                phone = sibling.Phone;
                if (chance.NextDouble() < Twins)
                    names[0] = sibling.Names[0] + Vowels[chance.Next(Vowels.Length)];
                if (names[0] == sibling.Names[0])
                    return Somebody(index);
            }
            else if (index > 0 && chance.NextDouble() < Namesakes)
                names = [.. people[chance.Next(people.Count)].Names];
            if (names.Distinct().Count() < names.Count)
                return Somebody(index);
            if (chance.NextDouble() < SchoolPhone)
                phone = "0900" + "1234" + (200 + Seed % 7).ToString(CultureInfo.InvariantCulture);
            return new Person(index, names, phone, Address(chance, names, index));
        }

        // The square makes some names common and many rare.
        string Common(string[] words) => words[(int)(chance.NextDouble() * chance.NextDouble() * words.Length)];
    }

    private string Address(Random chance, List<string> names, int number)
    {
        var (first, last) = (names[0].ToLowerInvariant(), names[^1].ToLowerInvariant());
        if (chance.NextDouble() < Numbered)
            return string.Create(CultureInfo.InvariantCulture, $"{first[0]}{last[0]}{number:000}@school.example");
        var local = chance.Next(5) switch { 0 => $"{first}.{last}", 1 => $"{first}{last}", 2 => $"{first[0]}{last}", 3 => $"{last}_{first}", _ => $"{first}" };
        local += chance.Next(3) switch { 0 => "", 1 => chance.Next(1960, 2012).ToString(CultureInfo.InvariantCulture), _ => chance.Next(10, 10000).ToString(CultureInfo.InvariantCulture) };
        // A provider's name goes with nobody's local part but a random one.
        return chance.Next(4) switch
        {
            0 => $"{RandomLetters(chance)}{chance.Next(100, 1000)}@gmail.com",
            1 => $"{local}@example.com",
            2 => $"{local}@example.org",
            _ => $"{local}@mailbox.example",
        };
    }

    private static string RandomLetters(Random chance) => string.Concat(Enumerable.Range(0, 11).Select(_ => (char)('a' + chance.Next(26))));

    private static string Phone(Random chance) => "0900" + chance.Next(1_000_000, 10_000_000).ToString(CultureInfo.InvariantCulture);

    private static string[] Words(Random chance, int count, int shortest, int longest)
    {
        var words = new HashSet<string>();
        while (words.Count < count)
        {
            var word = string.Concat(Enumerable.Range(0, chance.Next(shortest, longest + 1)).Select(_ => $"{Consonants[chance.Next(Consonants.Length)]}{Vowels[chance.Next(Vowels.Length)]}"));
            words.Add(char.ToUpperInvariant(word[0]) + word[1..]);
        }
        return [.. words];
    }

    internal sealed record Person(int Number, List<string> Names, string Phone, string Address);

    /// <summary>Writes the rows that people hand in.</summary>
    private sealed class Clerk(InventedSchool school, Random chance)
    {
        private readonly Dictionary<string, HashSet<int>> _owners = new(StringComparer.Ordinal);
        private readonly List<List<Response>> _tests = [.. Enumerable.Range(0, school.Tests).Select(_ => new List<Response>())];

        public SchoolRecords Write(List<Person> people)
        {
            foreach (var person in people)
                Sit(person);
            return new SchoolRecords([.. _tests.Select((responses, index) => ToTest(index + 1, responses))], _owners);
        }

        private void Sit(Person person)
        {
            var sat = Enumerable.Range(0, school.Tests).Where(_ => chance.NextDouble() < school.Attendance).ToList();
            if (sat.Count == 0)
                sat.Add(chance.Next(school.Tests));
            var second = chance.NextDouble() < school.SecondAddresses ? school.Address(chance, [person.Names[0], RandomLetters(chance)], person.Number + 500) : null;
            var slip = chance.NextDouble() < school.Slips ? sat[chance.Next(sat.Count)] : -1;
            var newPhone = chance.NextDouble() < school.NewPhone ? chance.Next(1, school.Tests) : school.Tests;
            foreach (var test in sat)
            {
                var address = second is not null && chance.Next(2) == 0 ? second : person.Address;
                var phone = test >= newPhone ? "0900" + (3_000_000 + person.Number).ToString(CultureInfo.InvariantCulture) : person.Phone;
                var time = Start.AddDays(test * 4).AddMinutes(chance.Next(3 * 24 * 60));
                Add(test, person, test == slip ? Slip(address) : address, phone, time);
                if (chance.NextDouble() < school.Retakes)
                    Add(test, person, address, phone, time.AddMinutes(chance.Next(20, 4000)));
            }
        }

        private void Add(int test, Person person, string typed, string phone, DateTime time)
        {
            var email = EmailAddress.Read(chance.Next(6) == 0 ? typed.ToUpperInvariant() : typed)!;
            if (!_owners.TryGetValue(email.Key, out var owners))
                _owners[email.Key] = owners = [];
            owners.Add(person.Number);
            var score = chance.Next(20, 101);
            _tests[test].Add(new Response
            {
                Row = _tests[test].Count + 2,
                Kind = ResponseKind.Attempt,
                Email = email,
                Name = Spell(person),
                Phone = chance.NextDouble() < school.NoPhone ? null : chance.Next(4) switch { 0 => "+99 " + phone[1..], 1 => phone.Insert(4, " "), _ => phone },
                Submitted = time,
                RawScore = score.ToString(CultureInfo.InvariantCulture),
                RawPoints = score,
                Score = new Score(score, 100),
                Content = (ulong)chance.NextInt64(),
            });
        }

        private string Spell(Person person)
        {
            var names = person.Names;
            if (chance.NextDouble() >= school.Spellings)
                return string.Join(' ', names);
            return chance.Next(8) switch
            {
                0 => string.Join(' ', names).ToUpperInvariant(),
                1 => $"{names[^1]}, {string.Join(' ', names.SkipLast(1))}",
                2 => $"{names[0][0]}. {names[^1]}",
                3 => $"{names[0]} {names[^1]}",
                4 => names[0],
                5 => $"Mrs. {names[0]} {names[^1]}",
                6 => Mistype(string.Join(' ', names)),
                _ => names.Count > 2 ? $"{names[0]} {names[1][0]}. {names[^1]}" : $"{names[^1]} {names[0]}",
            };
        }

        private string Slip(string address)
        {
            var at = address.IndexOf('@');
            var (local, domain) = (address[..at], address[(at + 1)..]);
            return chance.Next(9) switch
            {
                0 => local + domain,
                1 => local + "@@" + domain,
                2 => local,
                3 => local + "@" + domain[..domain.LastIndexOf('.')],
                4 => local + "@" + Mistype(domain),
                5 => local + "@" + domain + " (mine)",
                6 => local + "+test@" + domain,
                _ => Mistype(local) + "@" + domain,
            };
        }

        /// <summary>One letter changed, dropped, doubled or swapped with its neighbour, never the first.</summary>
        private string Mistype(string text)
        {
            var at = chance.Next(1, text.Length - 1);
            var mistyped = chance.Next(4) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, text[at].ToString()),
                2 => text[..at] + (char)('a' + chance.Next(26)) + text[(at + 1)..],
                _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            };
            return mistyped == text ? Mistype(text) : mistyped;
        }

        private static TestResponses ToTest(int number, List<Response> responses) => new(
            new RecognisedTest
            {
                File = string.Create(CultureInfo.InvariantCulture, $"Test {number}.xlsx"),
                Sheet = "Responses",
                Number = number,
                NumberWhy = "from the file's name",
                Title = "Test",
                HeaderRow = 1,
                Maximum = 100,
                MaximumWhy = "from the heading",
                Columns = [],
                Rows = responses.Count,
            }, responses, 0, []);
    }
}
