using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Mlj.Values;

namespace Mlj.Recognition.Responses;

/// <summary>
/// The data rows of one test in fifty bytes each: what rows have in common is kept once. A <see cref="Response"/> is made when somebody
/// asks for it.
/// </summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Rows are what it holds.")]
internal sealed class ResponseRows(ResponsePool pool) : IReadOnlyList<Response>
{
    // Nearly all files of a class are of people who are known by then; what is too much is memory that nobody has touched.
    private readonly List<ResponseRow> _rows = new(pool.Count);
    private List<decimal?>? _attemptNumbers;

    /// <summary>Where the addresses of these rows are kept.</summary>
    public ResponsePool Pool => pool;

    /// <inheritdoc />
    public int Count => _rows.Count;

    /// <summary>All rows, to be read or completed in place.</summary>
    public Span<ResponseRow> Span => CollectionsMarshal.AsSpan(_rows);

    /// <inheritdoc />
    public Response this[int index]
    {
        get
        {
            var row = _rows[index];
            return new Response
            {
                Row = row.Number,
                Kind = row.Answer.Kind,
                Email = EmailOf(row),
                Name = row.Name,
                Phone = row.Phone,
                Submitted = row.Submitted,
                AttemptNumber = _attemptNumbers?[index],
                RawScore = row.Answer.RawScore,
                RawPoints = row.Answer.RawPoints,
                Score = row.Answer.Score,
                Fault = row.Answer.Fault,
                ScoreColumn = row.Answer.Column,
                Content = row.Content,
            };
        }
    }

    /// <summary>The rows of responses from anywhere.</summary>
    public static ResponseRows Of(IReadOnlyList<Response> responses)
    {
        if (responses is ResponseRows known)
            return known;
        var rows = new ResponseRows(new ResponsePool());
        foreach (var response in responses)
            rows.Add(
                new ResponseRow
                {
                    Number = response.Row,
                    Address = response.Email is { } email ? rows.Pool.Address(System.Text.Encoding.UTF8.GetBytes(email.Typed)) : ResponsePool.None,
                    Name = response.Name,
                    Phone = response.Phone,
                    Submitted = response.Submitted,
                    Content = response.Content,
                    Answer = new Answer { Kind = response.Kind, Column = response.ScoreColumn, RawScore = response.RawScore, RawPoints = response.RawPoints, Score = response.Score, Fault = response.Fault },
                },
                response.AttemptNumber);
        return rows;
    }

    /// <summary>Adds a row.</summary>
    public void Add(in ResponseRow row, decimal? attemptNumber)
    {
        if (attemptNumber is not null || _attemptNumbers is not null)
        {
            _attemptNumbers ??= [.. Enumerable.Repeat((decimal?)null, Count)];
            _attemptNumbers.Add(attemptNumber);
        }
        _rows.Add(row);
    }

    /// <summary>The address of a row; null when none was given.</summary>
    public EmailAddress? EmailOf(in ResponseRow row) => row.Address == ResponsePool.None ? null : pool[row.Address];

    /// <summary>The first and the last time; null when no row has one.</summary>
    public (DateTime? First, DateTime? Last) Times()
    {
        (DateTime? First, DateTime? Last) times = default;
        foreach (ref readonly var row in Span)
            if (row.Submitted is { } time)
                times = (!(time >= times.First) ? time : times.First, !(time <= times.Last) ? time : times.Last);
        return times;
    }

    /// <inheritdoc />
    public IEnumerator<Response> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
