using Mlj.Tables;

namespace Mlj.Exports;

/// <summary>A table on a sheet, with what a workbook adds to its values. Other formats write the values of the first section alone.</summary>
public sealed record ExportSection
{
    /// <summary>Makes a section.</summary>
    /// <param name="table">The cells, with the columns' names as heading.</param>
    /// <param name="title">The line above it; null for none.</param>
    public ExportSection(Table table, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        Title = title;
    }

    /// <summary>The cells.</summary>
    public Table Table { get; }

    /// <summary>The line above the cells; null for none.</summary>
    public string? Title { get; }

    /// <summary>Whether the cells are for sorting and filtering: a table of the spreadsheet program. True by default.</summary>
    public bool HasFilter { get; init; } = true;

    /// <summary>The name by which formulas know the table: letters, digits and low lines; one made of the sheet's name by default.</summary>
    public string? TableName { get; init; }

    /// <summary>Formulas of whole columns, by the columns' names; none by default. They are written only where the cells are a table.</summary>
    public IReadOnlyDictionary<string, ExportFormula> Formulas { get; init; } = new Dictionary<string, ExportFormula>();

    /// <summary>Formulas of single cells, by row from 0 and column's name; none by default.</summary>
    public IReadOnlyDictionary<(int Row, string Column), ExportFormula> CellFormulas { get; init; } = new Dictionary<(int, string), ExportFormula>();

    /// <summary>Names of cells; none by default.</summary>
    public IReadOnlyList<ExportName> Names { get; init; } = [];

    /// <summary>Notes at cells; none by default.</summary>
    public IReadOnlyList<ExportNote> Notes { get; init; } = [];

    /// <summary>
    /// Columns of numbers that a mark parts, by their names, with the mark as a number or a name of a cell: they get a cross below it, an
    /// exclamation mark within <see cref="NearTheMark"/> above it, and a tick from there; none by default.
    /// </summary>
    public IReadOnlyDictionary<string, string> Marks { get; init; } = new Dictionary<string, string>();

    /// <summary>How much above a mark counts as near, in the column's unit: 2.</summary>
    public const int NearTheMark = 2;
}
