using System.Globalization;
using System.Text;
using Mlj.Merging;
using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Merging;

/// <summary>
/// A batch of invented exports from a seed, with a count of its own of everything that was put into it. The counts come from what was
/// written, never from a reader.
/// </summary>
internal sealed class RandomBatch
{
    private const int Maximum = 24;

    private static readonly string[] Given = ["Ada", "Boniface", "Chidinma", "Dáire", "Ẹniọlá", "Farid", "Gwendolyn", "李", "Élodie", "Ibrahim"];
    private static readonly string[] Family = ["Quill", "Achterberg", "Okwuosa-Reed", "O'Neil", "Noor", "Marrow", "小龙", "Penalver", "Torvald"];
    private static readonly string[] Headings = ["S.NO", "Submitted Time", "Full Name", "Email", "Total Marks (24)", "Comment"];

    private readonly Random _chance;
    private readonly List<(string Name, string? Email)> _people = [];
    private int _comment;

    public RandomBatch(int seed)
    {
        _chance = new Random(seed);
        HasOnlyValidAddresses = _chance.Next(2) == 0;
        Attempts = (AttemptPolicy)_chance.Next(4);
        var people = _chance.Next(1, 30);
        for (var index = 0; index < people; index++)
            _people.Add(($"{Pick(Given)} {Pick(Family)}", HasOnlyValidAddresses || _chance.Next(6) > 0 ? $"person{index}@example.org" : null));
        var files = _chance.Next(1, 6);
        for (var number = 1; number <= files; number++)
            AddFile(number);
    }

    public bool HasOnlyValidAddresses { get; }

    public AttemptPolicy Attempts { get; }

    public List<SourceFile> Files { get; } = [];

    /// <summary>The counts of the files that hold at least one row.</summary>
    public Dictionary<string, FileCount> Counts { get; } = [];

    /// <summary>The addresses that were written, lower case.</summary>
    public HashSet<string> Addresses { get; } = [];

    /// <summary>Every address and test with at least one row whose score is good or missing.</summary>
    public HashSet<(string Email, int Test)> Sittings { get; } = [];

    private void AddFile(int number)
    {
        var count = new FileCount();
        var isWorkbook = _chance.Next(5) == 0;
        var hasComma = !isWorkbook && _chance.Next(3) == 0;
        var rows = new List<object?[]>();
        var wanted = _chance.Next(0, 41);
        (int Plain, int Odd) cells = default;
        Written? former = null;
        for (var index = 0; index < wanted; index++)
        {
            var kind = _chance.Next(100);
            var written = kind switch
            {
                < 5 => new Written(new object?[Headings.Length]) { IsBlank = true },
                < 8 when cells.Odd * 4 < cells.Plain => Odd(new Written([null, null, "Average", null, "11", null]) { IsNobody = true }),
                < 10 => new Written([index, null, null, null, null, Comment()]) { IsNobody = true },
                < 16 when former is not null => former with { Cells = [.. former.Cells], IsCopy = true },
                _ => Person(),
            };
            if (written is { IsBlank: false, IsNobody: false })
                written.Cells[0] = index + 1; // A copy differs in its serial number.
            if (written is { IsBlank: false, IsNobody: false, IsCopy: false, HasOwner: true })
                former = written;
            rows.Add(written.Cells);
            count.Add(written);
            if (written is { Email: { } email, IsNobody: false })
            {
                Addresses.Add(email);
                if (!written.IsFaulty)
                    Sittings.Add((email, number));
            }
        }
        var name = string.Create(CultureInfo.InvariantCulture, $"Test {number}{(isWorkbook ? ".xlsx" : ".csv")}");
        Files.Add(isWorkbook ? Workbook.Of([Headings, .. rows]).ToFile(name) : SourceFile.FromBytes(name, Csv(rows, hasComma ? ';' : ',')));
        if (count.Rows > 0)
            Counts[name] = count;

        Written Odd(Written written)
        {
            cells.Odd++;
            return written;
        }

        Written Person()
        {
            var (fullName, email) = _people[_chance.Next(_people.Count)];
            string? name = fullName;
            var typed = email;
            if (!HasOnlyValidAddresses)
                switch (_chance.Next(30))
                {
                    case 0: (name, typed) = (null, null); break;
                    case 1: typed = null; break;
                    case 2: typed = typed?.Replace("@", "", StringComparison.Ordinal); break;
                }
            if (name is not null && typed is not null && _chance.Next(12) == 0)
                name = null;
            if (_chance.Next(5) == 0)
                name = name?.ToUpperInvariant();
            var key = typed;
            typed = _chance.Next(6) switch
            {
                0 => typed?.ToUpperInvariant(),
                1 => typed is null ? null : $" {typed}\u00a0",
                2 => typed is null ? null : $"<{typed}>",
                _ => typed,
            };
            object? time = _chance.Next(10) == 0 ? null : new DateTime(2026, 3, 1).AddSeconds(_chance.Next(2_000_000)).ToString("dd-MM-yyyy HH:mm:ss", CultureInfo.InvariantCulture);
            var (score, points, isFaulty) = Score();
            return new Written([0, time, name, typed, score, Comment()]) { Email = key, HasOwner = name is not null || key is not null, Points = points, IsFaulty = isFaulty };
        }

        (object? Cell, decimal Points, bool IsFaulty) Score()
        {
            // What is no plain number stays rare, so that the column stays a column of points.
            var kind = cells.Odd * 4 < cells.Plain ? _chance.Next(16) : 10 + _chance.Next(6);
            if (kind < 10)
                cells.Odd++;
            else if (kind < 15)
                cells.Plain++;
            var half = _chance.Next(2, 2 * Maximum + 1) / 2m;
            switch (kind)
            {
                case 0 or 1:
                    var percent = _chance.Next(10, 1000) / 10m;
                    return isWorkbook && _chance.Next(2) == 0 ? (((double)(percent / 100)).AsPercent(), percent, false) : (Text(percent) + (_chance.Next(2) == 0 ? "%" : " %"), percent, false);
                case 2 or 3:
                    return ($"{Text(half)} / {Maximum}", half, false);
                case 4:
                    return (Number(Maximum + half), Maximum + half, true);
                case 5:
                    return (Number(-half), -half, true);
                case 6:
                    return ("unreadable", 0, true);
                case 7 or 8:
                    return ("absent", 0, false);
                case 9:
                    return ("-", 0, false);
                case 15:
                    return (null, 0, false);
                case 10:
                    return (Number(0), 0, false);
                default:
                    return (Number(half), half, false);
            }
        }

        object Number(decimal number) => isWorkbook ? (double)number : Text(number);

        string Text(decimal number)
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            return hasComma ? text.Replace('.', ',') : text;
        }
    }

    private string Comment() => string.Create(CultureInfo.InvariantCulture, $"comment {_comment++}{(_chance.Next(9) == 0 ? ", \"with\"\na line" : "")}");

    private string Pick(string[] words) => words[_chance.Next(words.Length)];

    private static byte[] Csv(List<object?[]> rows, char separator)
    {
        var text = new StringBuilder(string.Join(separator, Headings)).Append("\r\n");
        foreach (var row in rows)
            text.AppendJoin(separator, row.Select(cell => Quoted(Convert.ToString(cell, CultureInfo.InvariantCulture) ?? ""))).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());

        static string Quoted(string cell) => cell.AsSpan().ContainsAny(",;\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    /// <summary>A row as it was written.</summary>
    internal sealed record Written(object?[] Cells)
    {
        public string? Email { get; init; }

        public bool HasOwner { get; init; }

        public bool IsBlank { get; init; }

        public bool IsNobody { get; init; }

        public bool IsCopy { get; init; }

        public bool IsFaulty { get; init; }

        public decimal Points { get; init; }
    }

    /// <summary>What was written into one file.</summary>
    internal sealed class FileCount
    {
        private int _blankAtTheEnd;

        /// <summary>Rows down to the last one that is not blank.</summary>
        public int Rows { get; private set; }

        public int Blank { get; private set; }

        public int Copies { get; private set; }

        /// <summary>Rows that can be nobody's or whose score is none, copies aside.</summary>
        public int SetAside { get; private set; }

        public decimal Points { get; private set; }

        public void Add(Written row)
        {
            if (row.IsBlank)
            {
                _blankAtTheEnd++;
                return;
            }
            Rows += _blankAtTheEnd + 1;
            Blank += _blankAtTheEnd;
            _blankAtTheEnd = 0;
            Points += row.Points;
            if (row.IsCopy)
                Copies++;
            else if (row.IsNobody || row.IsFaulty || !row.HasOwner)
                SetAside++;
        }
    }
}
