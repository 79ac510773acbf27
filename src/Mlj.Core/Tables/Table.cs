namespace Mlj.Tables;

/// <summary>
/// An immutable table: columns that can be shared with other tables, and an order of rows. A change returns a new table that shares all
/// columns it does not touch, so that keeping every table on the way costs what the changes cost. Safe to share between threads.
/// </summary>
public sealed class Table
{
    private readonly Column[] _columns;

    /// <summary>Makes a table of all stored rows.</summary>
    /// <param name="columns">The columns from left to right; none makes a table without rows. The list is copied, the columns are shared.</param>
    /// <exception cref="ArgumentException">A column is null, two have one name, or their lengths differ.</exception>
    public Table(params IReadOnlyList<Column> columns)
        : this(Copied(columns), RowOrder.All(columns.Count == 0 ? 0 : columns[0].Count))
    {
    }

    private Table(Column[] columns, RowOrder order, IScoreProvenance? provenance = null)
    {
        _columns = columns;
        Order = order;
        Provenance = provenance;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (!names.Add(column.Name))
                throw new ArgumentException($"There are two columns '{column.Name}'.", nameof(columns));
            if (column.Count != columns[0].Count)
                throw new ArgumentException($"Column '{column.Name}' has {column.Count} cells; '{columns[0].Name}' has {columns[0].Count}.", nameof(columns));
        }
    }

    private static Column[] Copied(IReadOnlyList<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.Contains(null!) ? throw new ArgumentException("One of the columns is null.", nameof(columns)) : [.. columns];
    }

    /// <summary>The columns from left to right.</summary>
    public IReadOnlyList<Column> Columns => _columns;

    /// <summary>Which stored cells are rows, and in which order.</summary>
    public RowOrder Order { get; }

    /// <summary>The attempts behind the scores, as far as the table was merged of them; null for a table of any other origin.</summary>
    public IScoreProvenance? Provenance { get; }

    /// <summary>How many rows the table shows.</summary>
    public int RowCount => Order.Count;

    /// <summary>How many cells every column stores; at least <see cref="RowCount"/>.</summary>
    public int StoredCount => _columns.Length == 0 ? 0 : _columns[0].Count;

    /// <summary>A cell by its place in the table.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such column.</exception>
    public Cell this[int row, int column] => _columns[column][Order[row]];

    /// <summary>The column of exactly this name, or null.</summary>
    /// <param name="name">The name; capitals and blanks count.</param>
    public Column? Find(string name) => Array.Find(_columns, column => string.Equals(column.Name, name, StringComparison.Ordinal));

    /// <summary>The columns of a role, from left to right.</summary>
    public IEnumerable<Column> WithRole(ColumnRole role) => _columns.Where(column => column.Role == role);

    /// <summary>This table with a column: in the place of the one of the same name, otherwise at the right end.</summary>
    /// <param name="column">The column, with a cell for every stored row, those too that the table does not show.</param>
    /// <exception cref="ArgumentException">The column's length is not the table's.</exception>
    public Table With(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var place = Array.FindIndex(_columns, each => string.Equals(each.Name, column.Name, StringComparison.Ordinal));
        Column[] columns = place < 0 ? [.. _columns, column] : [.. _columns];
        if (place >= 0)
            columns[place] = column;
        return new(columns, _columns.Length == 0 ? RowOrder.All(column.Count) : Order, Provenance);
    }

    /// <summary>This table without the column of this name; the same table when there is none.</summary>
    public Table Without(string name) => Find(name) is { } column ? new([.. _columns.Where(each => each != column)], Order, Provenance) : this;

    /// <summary>This table with a column under another name, in the same place.</summary>
    /// <param name="name">The column's present name.</param>
    /// <param name="newName">The name to be.</param>
    /// <exception cref="ArgumentException">There is no such column, or the new name is blank or taken.</exception>
    public Table Renamed(string name, string newName)
    {
        var column = Find(name) ?? throw new ArgumentException($"There is no column '{name}'.", nameof(name));
        return new([.. _columns.Select(each => each == column ? column.Renamed(newName) : each)], Order, Provenance);
    }

    /// <summary>This table with other rows, or the same in another order. The cells stay where they are stored.</summary>
    /// <exception cref="ArgumentException">The order names a stored index that the columns do not have.</exception>
    public Table Ordered(RowOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        foreach (var stored in order.Stored)
            if (stored >= StoredCount)
                throw new ArgumentException($"The order names stored index {stored}; the table stores {StoredCount} rows.", nameof(order));
        return new(_columns, order, Provenance);
    }

    /// <summary>This table, which knows where its scores come from. Its stored rows must be those of the provenance.</summary>
    internal Table From(IScoreProvenance provenance) => new(_columns, Order, provenance);
}
