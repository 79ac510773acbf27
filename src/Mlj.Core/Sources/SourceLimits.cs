using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mlj.Sources;

/// <summary>
/// What is too much. A limit that is hit is an error that names the file, the part and the limit; never a silent cut. Every limit is 0 or more:
/// an <see cref="ArgumentOutOfRangeException"/> that names it is thrown for less. Immutable and safe to share between threads.
/// </summary>
public sealed record SourceLimits
{
    /// <summary>The defaults, which are right for exports of forms and generous for anything else.</summary>
    public static SourceLimits Default { get; } = new();

    /// <summary>Bytes of the file as it comes; 200 MB by default.</summary>
    public long MaxFileBytes { get; init => field = Checked(value); } = 200L << 20;

    /// <summary>Entries in a package; 2,000 by default.</summary>
    public int MaxPackageEntries { get; init => field = Checked(value); } = 2_000;

    /// <summary>Bytes of one part of a package, counted while inflating; 200 MB by default.</summary>
    public long MaxPartBytes { get; init => field = Checked(value); } = 200L << 20;

    /// <summary>
    /// Bytes of all parts that are read, counted while inflating, and of all texts of one sheet, where a text that cells share counts for
    /// each of them; 400 MB by default.
    /// </summary>
    public long MaxInflatedBytes { get; init => field = Checked(value); } = 400L << 20;

    /// <summary>
    /// Bytes that each packed byte of a part unpacks to; 200 by default. It is asked only of a part that has unpacked to more than 10 MB,
    /// for small parts of genuine workbooks are packed still better.
    /// </summary>
    public int MaxInflationRatio { get; init => field = Checked(value); } = 200;

    /// <summary>Rows of a sheet; 1,048,576 by default, which is what spreadsheet programs have.</summary>
    public int MaxRows { get; init => field = Checked(value); } = 1_048_576;

    /// <summary>Columns of a sheet; 16,384 by default, which is what spreadsheet programs have.</summary>
    public int MaxColumns { get; init => field = Checked(value); } = 16_384;

    /// <summary>Characters in one cell; 32,767 by default, which is what spreadsheet programs have.</summary>
    public int MaxCellCharacters { get; init => field = Checked(value); } = 32_767;

    /// <summary>Elements within each other in the XML of a part; 64 by default.</summary>
    public int MaxXmlDepth { get; init => field = Checked(value); } = 64;

    /// <summary>Attributes of one XML element; 64 by default.</summary>
    public int MaxXmlAttributes { get; init => field = Checked(value); } = 64;

    /// <summary>Bytes of the value of one XML attribute, as it is written; 65,536 by default.</summary>
    public int MaxXmlAttributeBytes { get; init => field = Checked(value); } = 64 << 10;

    private static T Checked<T>(T value, [CallerMemberName] string limit = "") where T : INumberBase<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, limit);
        return value;
    }
}
