using System.Globalization;
using Mlj.Tables;

namespace Mlj.Architecture.Tests.Violators.Actions;

internal static class KeepsRules
{
    public static string Describe(Table table) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", table.Columns.Select(column => column.Name))} until {new DateTime(2000, 1, 1):d}");
}
