using System.Buffers;
using System.Text;
using Mlj.Tables;

namespace Mlj.Exports;

/// <summary>Tables under a sheet's name, with what a format needs to lay them out.</summary>
public sealed record ExportSheet
{
    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create(@":\/?*[]");

    /// <summary>Makes a sheet of one table.</summary>
    /// <param name="name">1 to 31 characters without <c>: \ / ? * [ ]</c> and control characters, not beginning or ending with an
    /// apostrophe, and not <c>History</c>, which Excel keeps for itself.</param>
    /// <param name="table">The cells, with the columns' names as heading.</param>
    /// <exception cref="ArgumentException">No spreadsheet program accepts the name.</exception>
    public ExportSheet(string name, Table table) : this(name, new ExportSection(table))
    {
    }

    /// <summary>Makes a sheet of tables under each other.</summary>
    /// <param name="name">As above.</param>
    /// <param name="sections">The tables from the top, at least one. Formats without sheets write the first alone.</param>
    /// <exception cref="ArgumentException">No spreadsheet program accepts the name, or there is no section.</exception>
    public ExportSheet(string name, params IReadOnlyList<ExportSection> sections)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(sections);
        if (sections.Count == 0)
            throw new ArgumentException("A sheet has at least one section.", nameof(sections));
        if (name.Length > 31 || name.AsSpan().ContainsAny(ForbiddenInNames) || name.StartsWith('\'') || name.EndsWith('\'')
            || name.Any(character => char.IsControl(character) || character is '\uFFFE' or '\uFFFF') || !IsWellFormed(name)
            || name.Equals("History", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"No spreadsheet program accepts '{name}' as the name of a sheet.", nameof(name));
        Name = name;
        Sections = sections;
    }

    /// <summary>The sheet's name.</summary>
    public string Name { get; }

    /// <summary>The tables on the sheet from the top; at least one.</summary>
    public IReadOnlyList<ExportSection> Sections { get; }

    /// <summary>The cells of the first section.</summary>
    public Table Table => Sections[0].Table;

    /// <summary>The headline above the sections; null, the default, for none.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// How many columns at the left stay in view when one scrolls; 0 by default. The heading row always does. A sheet with a title or with
    /// several sections keeps nothing in view.
    /// </summary>
    public int FrozenColumns { get; init; }

    /// <summary>Charts, which stand to the right of the sections, under each other; none by default.</summary>
    public IReadOnlyList<ExportChart> Charts { get; init; } = [];

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar)
                return false;
        return true;
    }
}
