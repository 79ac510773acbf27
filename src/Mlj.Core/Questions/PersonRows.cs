using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Questions;

/// <summary>Finds the rows of a person.</summary>
internal static class PersonRows
{
    /// <summary>The rows that have every word of the name, in the columns of names and addresses; in all columns of text where there are none.</summary>
    public static Table Of(Table table, string person)
    {
        var address = person.Trim();
        var wanted = PersonName.Words(person);
        Column[] columns = [.. table.WithRole(ColumnRole.Name), .. table.WithRole(ColumnRole.Email)];
        if (columns.Length == 0)
            columns = [.. table.Columns.OfType<Column.Texts>()];
        if (wanted.Length == 0)
            return table.Ordered(RowOrder.Trusted([]));
        return table.Ordered(RowOrder.Trusted([.. table.Order.ToArray().Where(IsMeant)]));

        bool IsMeant(int stored) =>
            columns.Any(column => string.Equals(column.Show(stored), address, StringComparison.OrdinalIgnoreCase))
            || columns.Where(column => column.Role != ColumnRole.Email).SelectMany(column => PersonName.Words(column.Show(stored))).ToHashSet(StringComparer.Ordinal).IsSupersetOf(wanted);
    }
}
