using System.Globalization;
using Mlj.Merging;
using Mlj.Recognition;
using Mlj.Values;

namespace Mlj.Tests.Merging;

/// <summary>A recognised test built by hand: what the reader would hand to the merger.</summary>
internal sealed class TestDraft(int number, string? file = null, decimal maximum = 100)
{
    private readonly List<Response> _responses = [];
    private int _blank;

    /// <summary>Merges tests under the default options.</summary>
    public static Consolidation Merge(params TestDraft[] tests) => Merge(new MergeOptions(), tests);

    public static Consolidation Merge(MergeOptions options, params TestDraft[] tests) => Merger.Merge([.. tests.Select(test => test.ToResponses())], options);

    /// <summary>Adds a row. Rows of equal arguments are copies of each other.</summary>
    public TestDraft Row(string? name, string? email, decimal? points, string? submitted = null, decimal? attempt = null, string? fault = null, string? phone = null)
    {
        var raw = points?.ToString(CultureInfo.InvariantCulture);
        _responses.Add(new Response
        {
            Row = _responses.Count + _blank + 2,
            Kind = ResponseKind.Attempt,
            Name = PersonName.Tidy(name),
            Email = EmailAddress.Read(email),
            Phone = phone,
            Submitted = submitted is null ? null : DateTime.Parse(submitted, CultureInfo.InvariantCulture),
            AttemptNumber = attempt,
            RawScore = raw,
            RawPoints = points,
            Score = points is { } value && fault is null ? new Score(value, maximum) : null,
            Fault = fault,
            Content = (ulong)string.Join('|', name, email, raw, submitted, attempt, fault, phone).GetHashCode(StringComparison.Ordinal),
        });
        return this;
    }

    /// <summary>Adds a row about no person.</summary>
    public TestDraft NoParticipant(string label)
    {
        _responses.Add(new Response { Row = _responses.Count + _blank + 2, Kind = ResponseKind.NotAParticipant, Name = label, Fault = $"'{label}' is no participant" });
        return this;
    }

    /// <summary>Adds an empty row.</summary>
    public TestDraft Blank()
    {
        _blank++;
        return this;
    }

    public TestResponses ToResponses() => new(
        new RecognisedTest
        {
            File = file ?? string.Create(CultureInfo.InvariantCulture, $"Test {number}.xlsx"),
            Sheet = "Responses",
            Number = number,
            NumberWhy = "from the file's name",
            Title = "Test",
            HeaderRow = 1,
            Maximum = maximum,
            MaximumWhy = "from the heading",
            Columns =
            [
                new RecognisedColumn(1, "Name", SourceColumnRole.Name, ""),
                new RecognisedColumn(2, "Email", SourceColumnRole.Email, ""),
                new RecognisedColumn(3, "Score", SourceColumnRole.Score, ""),
            ],
            Rows = _responses.Count + _blank,
        },
        _responses, _blank, []);
}
