namespace Mlj.Tables;

/// <summary>What the cells of a <see cref="Column"/> hold.</summary>
public enum ColumnKind
{
    /// <summary>Text, or missing.</summary>
    Text,

    /// <summary>Exact decimal numbers, or missing.</summary>
    Number,
}
