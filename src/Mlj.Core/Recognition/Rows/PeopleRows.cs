using Mlj.Recognition.Cells;
using Mlj.Recognition.Maxima;
using Mlj.Recognition.Responses;
using Mlj.Recognition.Words;
using Mlj.Sources;
using Mlj.Values;

namespace Mlj.Recognition.Rows;

/// <summary>Tells, from the first row to the last, which rows of a sheet are people's and which are about the sheet; what these say of the maximum is kept.</summary>
/// <param name="layout">Which column is for what.</param>
/// <param name="rows">The rows so far, to which the next one is added when it has been asked about.</param>
/// <param name="maxima">Where that goes.</param>
/// <param name="notes">Where notes go.</param>
internal sealed class PeopleRows(SheetLayout layout, ResponseRows rows, MaximumRows maxima, List<Note> notes)
{
    private readonly RecognisedColumn? _identity = layout.Column(SourceColumnRole.Email) ?? layout.Column(SourceColumnRole.Name) ?? layout.Column(SourceColumnRole.LastName);
    private readonly bool _hasAddresses = layout.Column(SourceColumnRole.Email) is not null;
    private readonly List<(int Place, string Text, Note? Note)> _perhaps = []; // Rows straight before the next one whose label may be a name.
    private bool _isAmongStatistics;
    private bool _hasPeople;
    private int _people, _wholeNames;

    /// <summary>Why the next row is nobody's; null when it is a person's.</summary>
    /// <param name="row">The row.</param>
    /// <param name="email">Its address; null when none was given.</param>
    /// <param name="name">Its name, likewise.</param>
    /// <param name="points">The cell of its points, or that of whatever else is counted; null where empty.</param>
    /// <param name="isOfPoints">Whether the cell is that of the points.</param>
    public string? WhyNobody(SheetRow row, EmailAddress? email, string? name, RawScore? points, bool isOfPoints)
    {
        if (Why(row, email, name, points) is { } why)
        {
            if (_isAmongStatistics)
                LeaveOut();
            return why;
        }
        if (!_hasPeople && email is null && name is null && isOfPoints)
            maxima.AddUnnamed(points?.AsNumber());
        _hasPeople = true;
        if (_perhaps.Count == 0)
        {
            _people++;
            _wholeNames += name is null || name.Contains(' ') ? 1 : 0;
        }
        return null;
    }

    private string? Why(SheetRow row, EmailAddress? email, string? name, RawScore? score)
    {
        var hasScore = score is { IsMissing: false };
        var wasAmongStatistics = _isAmongStatistics;
        _isAmongStatistics = false;
        if (email is { IsValid: true })
        {
            _perhaps.Clear();
            return !hasScore && name is not null && RowLabels.IsSigned(name) ? NoParticipant(name) : null;
        }
        var first = name ?? email?.Typed ?? row.FirstText() ?? "";
        var label = HeadingText.Normalise(first);
        if (RowLabels.IsStatistic(first, label))
        {
            _isAmongStatistics = true;
            maxima.Add(label, score?.AsNumber(), !_hasPeople);
            return NoParticipant(first);
        }
        if (!hasScore && (name is not null || email is not null) && RowLabels.IsAboutSheet(first, label))
            return NoParticipant(first);
        if (name is null && email is null && score is { Kind: CellKind.Text } unit && MaximumOf(unit.Show()) is { } stated)
        {
            maxima.State(stated);
            return "the row says of how many the points are";
        }
        if (_identity is { Heading.Length: > 0 } && string.Equals(row.Text(_identity.Column)?.Trim(), _identity.Heading, StringComparison.OrdinalIgnoreCase))
            return "the headings are repeated";
        if (email is not null || !RowLabels.MayBeStatistic(label))
            _perhaps.Clear();
        else if (wasAmongStatistics && IsUnlikePeople(label))
        {
            _isAmongStatistics = true;
            return NoParticipant(first);
        }
        else
            Doubt(row, first, label, hasScore);
        return name is null && score is null && email is null ? "neither name, address nor score" : null;
    }

    /// <summary>A name that is also a word of statistics is a name; where others have an address and it has none, somebody should look.</summary>
    private void Doubt(SheetRow row, string text, string label, bool hasScore)
    {
        var note = hasScore && (_hasAddresses || IsUnlikePeople(label))
            ? new Note(NoteLevel.Review, "perhaps_no_person",
                $"'{label}' has a score and {(_hasAddresses ? "no address" : "is one word, unlike the other names")}. It was taken as a person's name; if it is the label of a statistic, leave the row out.", layout.Where with { Row = row.Number })
            : null;
        if (note is not null)
            notes.Add(note);
        if (IsUnlikePeople(label))
            _perhaps.Add((rows.Count, text, note));
    }

    /// <summary>Whether a word of statistics stands where everybody else has an address, or a name of several words.</summary>
    private bool IsUnlikePeople(string label) =>
        RecognitionWords.Instance.PerhapsStatistics.Contains(label) && (_hasAddresses || _wholeNames * 10 > _people * 9);

    /// <summary>Several rows straight before a statistic whose labels may be of one are so too: <c>High</c>, <c>Low</c>, <c>Mean</c>. A single one may be the last person.</summary>
    private void LeaveOut()
    {
        if (_perhaps.Count == 1)
            _perhaps.Clear();
        foreach (var (place, text, note) in _perhaps)
        {
            rows.Span[place].Answer = new Answer { Kind = ResponseKind.NotAParticipant, Fault = NoParticipant(text) };
            if (note is not null)
                notes.Remove(note);
        }
        _perhaps.Clear();
    }

    /// <summary>The maximum that a text in the place of the points states: <c>out of 20</c>.</summary>
    private static decimal? MaximumOf(string text) => char.IsDigit(text[0]) ? null : HeadingMaximum.Split($"score {text}").Maximum;

    private static string NoParticipant(string text) => $"'{ShortText.Of(text, 40)}' is no participant";
}
