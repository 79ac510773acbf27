namespace Mlj.Exports;

/// <summary>What is handed back: sheets, of which one is the result.</summary>
public sealed record ExportBook
{
    /// <summary>Makes a book.</summary>
    /// <param name="main">The sheet with the result; formats without sheets write this one alone.</param>
    /// <param name="sheets">All sheets in order, the main one among them; none when there is no other.</param>
    /// <exception cref="ArgumentException">A sheet is null, the main sheet is not among the sheets, or two sheets have one name, ignoring case.</exception>
    public ExportBook(ExportSheet main, params IReadOnlyList<ExportSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(main);
        ArgumentNullException.ThrowIfNull(sheets);
        if (sheets.Count == 0)
            sheets = [main];
        if (sheets.Contains(null!))
            throw new ArgumentException("One of the sheets is null.", nameof(sheets));
        if (!sheets.Contains(main))
            throw new ArgumentException("The main sheet must be one of the sheets.", nameof(sheets));
        if (sheets.DistinctBy(sheet => sheet.Name, StringComparer.OrdinalIgnoreCase).Count() != sheets.Count)
            throw new ArgumentException("Two sheets have one name.", nameof(sheets));
        Main = main;
        Sheets = sheets;
    }

    /// <summary>The sheet with the result.</summary>
    public ExportSheet Main { get; }

    /// <summary>All sheets in order.</summary>
    public IReadOnlyList<ExportSheet> Sheets { get; }

    /// <summary>The document's title, among its properties.</summary>
    public string Title { get; init; } = "Results";

    /// <summary>The program that wrote the document, among its properties.</summary>
    public string Creator { get; init; } = "MLJ results compiler";

    /// <summary>When the document was made, among its properties; null leaves it out, so that equal books give equal bytes.</summary>
    public DateTimeOffset? Created { get; init; }
}
