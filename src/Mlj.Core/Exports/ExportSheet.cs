using System.Buffers;
using System.Text;
using Mlj.Tables;

namespace Mlj.Exports;

/// <summary>A table under a sheet's name, with what a format needs to lay it out.</summary>
public sealed record ExportSheet
{
    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create(@":\/?*[]");

    /// <summary>Makes a sheet.</summary>
    /// <param name="name">1 to 31 characters without <c>: \ / ? * [ ]</c> and control characters, not beginning or ending with an
    /// apostrophe, and not <c>History</c>, which Excel keeps for itself.</param>
    /// <param name="table">The cells, with the columns' names as heading.</param>
    /// <exception cref="ArgumentException">No spreadsheet program accepts the name.</exception>
    public ExportSheet(string name, Table table)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(table);
        if (name.Length > 31 || name.AsSpan().ContainsAny(ForbiddenInNames) || name.StartsWith('\'') || name.EndsWith('\'')
            || name.Any(character => char.IsControl(character) || character is '\uFFFE' or '\uFFFF') || !IsWellFormed(name)
            || name.Equals("History", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"No spreadsheet program accepts '{name}' as the name of a sheet.", nameof(name));
        Name = name;
        Table = table;
    }

    /// <summary>The sheet's name.</summary>
    public string Name { get; }

    /// <summary>The cells.</summary>
    public Table Table { get; }

    /// <summary>How many columns at the left stay in view when one scrolls; the heading row always does. 0 by default.</summary>
    public int FrozenColumns { get; init; }

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune == Rune.ReplacementChar)
                return false;
        return true;
    }
}
