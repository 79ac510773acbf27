using Mlj.Recognition.Cells;
using Mlj.Recognition.Responses;
using Mlj.Sources;

namespace Mlj.Recognition.Maxima;

/// <summary>The maximum that every row says itself: in a column of maxima, or by its correct and its wrong answers.</summary>
internal sealed class RowMaxima
{
    private readonly int? _maximum, _correct, _incorrect, _unattempted;
    private readonly List<decimal?>? _rows;

    /// <summary>Takes the columns that say it.</summary>
    public RowMaxima(SheetLayout layout)
    {
        (_maximum, _correct) = (Of(SourceColumnRole.Maximum), Of(SourceColumnRole.Correct));
        (_incorrect, _unattempted) = (Of(SourceColumnRole.Incorrect), Of(SourceColumnRole.Unattempted));
        _rows = _maximum is not null || (_correct is not null && _incorrect is not null) ? [] : null;

        int? Of(SourceColumnRole role) => layout.Column(role)?.Column;
    }

    /// <summary>Whether a column holds nothing but maxima.</summary>
    public bool HaveColumn => _maximum is not null;

    /// <summary>Whether the rows say it at all.</summary>
    public bool AreThere => _rows is not null;

    /// <summary>The maximum of a row; null when it says none.</summary>
    public decimal? this[int row] => _rows?[row];

    /// <summary>Takes the next row.</summary>
    public void Add(SheetRow row) => _rows?.Add(row.NumberIn(_maximum) ?? Answered(row));

    /// <summary>The highest maximum of a participant's row; null when none says one.</summary>
    public decimal? Highest(ReadOnlySpan<ResponseRow> rows)
    {
        decimal? highest = null;
        for (var row = 0; row < _rows?.Count; row++)
            if (_rows[row] is { } maximum && !(maximum <= highest) && rows[row].IsAttempt)
                highest = maximum;
        return highest;
    }

    private decimal? Answered(SheetRow row) => _correct is not null && _incorrect is not null && row.NumberIn(_correct) is { } correct && row.NumberIn(_incorrect) is { } wrong
        ? correct + wrong + (row.NumberIn(_unattempted) ?? 0)
        : null;
}
