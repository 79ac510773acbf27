using Mlj.Values;

namespace Mlj.Tables;

/// <summary>
/// A named column of a <see cref="Table"/>. Immutable and safe to share between threads. Its cells stand in stored order;
/// a table's <see cref="RowOrder"/> says which of them are rows, and in which order.
/// </summary>
public abstract class Column
{
    private protected Column(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The heading; unique within a table, compared exactly.</summary>
    public string Name { get; private init; }

    /// <summary>What the column is about.</summary>
    public ColumnRole Role { get; init; }

    /// <summary>The number of the test whose score this is; null for other columns.</summary>
    public int? Test { get; init; }

    /// <summary>What the cells hold.</summary>
    public abstract ColumnKind Kind { get; }

    /// <summary>How many cells are stored.</summary>
    public abstract int Count { get; }

    /// <summary>A stored cell.</summary>
    /// <param name="stored">The index in stored order, from 0 and below <see cref="Count"/>; not the row's place in the table, which <see cref="Table.Order"/> translates.</param>
    public abstract Cell this[int stored] { get; }

    /// <summary>The same cells under another name.</summary>
    /// <param name="name">The other name; a table checks that it is free.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public Column Renamed(string name) => Copy(name);

    /// <summary>The cell as it is shown: numbers in the column's format, an empty text for missing.</summary>
    /// <param name="stored">The index in stored order, from 0.</param>
    /// <returns>The text by the invariant culture; a number is never rounded onto a boundary of its format that it has not reached.</returns>
    public virtual string Show(int stored) => this[stored].ToString();

    /// <summary>Whether the other column has this one's cells, being made from it by a change of name, role or format only.</summary>
    internal abstract bool SharesCells(Column other);

    private protected abstract Column Copy(string name);

    /// <summary>A column of text.</summary>
    public sealed class Texts : Column
    {
        private readonly IReadOnlyList<string?> _cells;

        // Nearly all columns are arrays, which are read without a call.
        private readonly string?[]? _array;

        /// <summary>Makes a column of text.</summary>
        /// <param name="name">The heading.</param>
        /// <param name="cells">The cells in stored order; null is missing. The list is not copied and must not change afterwards.</param>
        /// <exception cref="ArgumentException">The name is blank.</exception>
        public Texts(string name, IReadOnlyList<string?> cells) : base(name)
        {
            ArgumentNullException.ThrowIfNull(cells);
            _cells = cells;
            _array = cells as string?[];
        }

        /// <inheritdoc />
        public override ColumnKind Kind => ColumnKind.Text;

        /// <inheritdoc />
        public override int Count => _cells.Count;

        /// <inheritdoc />
        public override Cell this[int stored] => Cell.Of(Text(stored));

        /// <summary>The same texts in another role.</summary>
        internal Texts As(ColumnRole role) => new(Name, _cells) { Role = role };

        /// <summary>A stored text; null is missing.</summary>
        public string? Text(int stored) => _array is not null ? _array[stored] : _cells[stored];

        internal override bool SharesCells(Column other) => other is Texts texts && ReferenceEquals(texts._cells, _cells);

        private protected override Texts Copy(string name) => new(name, _cells) { Role = Role, Test = Test };
    }

    /// <summary>A column of exact decimal numbers.</summary>
    public sealed class Numbers : Column
    {
        private readonly IReadOnlyList<decimal?> _cells;
        private readonly decimal?[]? _array;

        /// <summary>Makes a column of numbers.</summary>
        /// <param name="name">The heading.</param>
        /// <param name="cells">The cells in stored order; null is missing, which is not 0. The list is not copied and must not change afterwards.</param>
        /// <exception cref="ArgumentException">The name is blank.</exception>
        public Numbers(string name, IReadOnlyList<decimal?> cells) : base(name)
        {
            ArgumentNullException.ThrowIfNull(cells);
            _cells = cells;
            _array = cells as decimal?[];
        }

        /// <summary>How the numbers are shown; as they are by default.</summary>
        public NumberFormat Format { get; init; } = NumberFormat.AsIs;

        /// <inheritdoc />
        public override ColumnKind Kind => ColumnKind.Number;

        /// <inheritdoc />
        public override int Count => _cells.Count;

        /// <inheritdoc />
        public override Cell this[int stored] => Cell.Of(Number(stored));

        /// <summary>A stored number; null is missing.</summary>
        public decimal? Number(int stored) => _array is not null ? _array[stored] : _cells[stored];

        /// <summary>The numbers as an array, for work on whole columns. Trusted: nobody writes to it.</summary>
        internal decimal?[] Cells => _array ?? [.. _cells];

        /// <summary>The same numbers, shown in another format.</summary>
        public Numbers Formatted(NumberFormat format) => new(Name, _cells) { Role = Role, Test = Test, Format = format };

        /// <summary>The same numbers in another role and format.</summary>
        internal Numbers As(ColumnRole role, int? test, NumberFormat format) => new(Name, _cells) { Role = role, Test = test, Format = format };

        /// <inheritdoc />
        public override string Show(int stored) => Number(stored) is not { } number ? ""
            : Format.Decimals is { } decimals ? Rounding.HonestText(number, decimals, Format.Boundaries)
            : Cell.Of(number).ToString();

        internal override bool SharesCells(Column other) => other is Numbers numbers && ReferenceEquals(numbers._cells, _cells);

        private protected override Numbers Copy(string name) => new(name, _cells) { Role = Role, Test = Test, Format = Format };
    }
}
