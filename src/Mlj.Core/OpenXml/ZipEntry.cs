namespace Mlj.OpenXml;

/// <summary>An entry as the directory of a zip describes it.</summary>
internal sealed class ZipEntry
{
    public required string Name { get; init; }

    public required bool IsEncrypted { get; init; }

    public required int Method { get; init; }

    public required uint Checksum { get; init; }

    public required long CompressedLength { get; init; }

    public required long Length { get; init; }

    /// <summary>Where the entry's own header begins in the file.</summary>
    public required long HeaderOffset { get; init; }

    /// <summary>The most bytes that any reading of this entry has inflated, so that a second reading is not counted again.</summary>
    public long Inflated { get; set; }
}
