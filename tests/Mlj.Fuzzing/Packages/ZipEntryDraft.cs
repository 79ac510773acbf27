namespace Mlj.Fuzzing.Packages;

/// <summary>An entry of a zip before it is written.</summary>
internal sealed class ZipEntryDraft(string name, byte[] content)
{
    public string Name { get; set; } = name;

    public byte[] Content { get; set; } = content;

    /// <summary>Whether the content is kept as it is.</summary>
    public bool IsStored { get; set; }

    /// <summary>Whether sizes and checksum stand behind the content instead of before it.</summary>
    public bool HasDescriptor { get; set; }

    /// <summary>Whether sizes and offset stand in the extra field for large files.</summary>
    public bool IsZip64 { get; set; }

    public ZipEntryDraft Clone() => new(Name, Content) { IsStored = IsStored, HasDescriptor = HasDescriptor, IsZip64 = IsZip64 };
}
