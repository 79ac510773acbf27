using Mlj.Architecture.Tests.Reading;

namespace Mlj.Architecture.Tests.Rules;

/// <summary>What a group of types never names: a namespace (<c>System.IO.*</c>), a type, or a type's member (<c>System.DateTime.Now</c>).</summary>
internal sealed record Ban(IReadOnlyList<string> Never)
{
    /// <summary>An action is a function of a table: no files, no network, no clock, no chance of its own, nothing of how the table came to be.</summary>
    public static readonly Ban ForActions = new(
    [
        "Mlj.Sources.*", "Mlj.Exports.*", "Mlj.Recognition.*", "Mlj.Merging.*",
        "System.IO.*", "System.Net.*",
        "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Environment.TickCount", "System.Environment.TickCount64",
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow",
        "System.Random", "System.Security.Cryptography.RandomNumberGenerator", "System.Guid.NewGuid",
    ]);

    /// <summary>A model sees the catalogue and the names and kinds of columns. What cannot be named cannot be sent.</summary>
    public static readonly Ban ForAgent = new(
    [
        "Mlj.Tables.Cell", "Mlj.Tables.CellChange", "Mlj.Tables.Column.Show", "Mlj.Tables.Column.Item", "Mlj.Tables.Column.Numbers.Number",
        "Mlj.Values.EmailAddress", "Mlj.Values.PersonName", "Mlj.Values.Score",
        "Mlj.Sources.*", "Mlj.Merging.*",
    ]);

    public IEnumerable<string> Violations(IEnumerable<TypeUse> uses) =>
        from use in uses
        from name in use.Types.Select(NamePattern.NameOf).Concat(use.Members.Select(NamePattern.NameOf)).Distinct()
        where Never.Any(pattern => NamePattern.Matches(pattern, name))
        select $"{use.Type.FullName} uses {name}";
}
