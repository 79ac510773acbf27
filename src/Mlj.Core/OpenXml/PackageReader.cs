using System.Globalization;
using System.IO.Compression;

namespace Mlj.OpenXml;

/// <summary>
/// Reads the parts of a package. Only what a relationship names inside the package is ever opened; a name cannot lead out of it. Not safe
/// for use by two threads.
/// </summary>
internal sealed class PackageReader : IDisposable
{
    private const long WorthReadingAhead = 4 << 20;
    private const long WorthAskingForTheRatio = 10 << 20;
    private const int Stored = 0;
    private const int Deflated = 8;
    private const uint LocalHeaderSignature = 0x04034b50;

    private readonly Stream _file;
    private readonly Dictionary<string, ZipEntry> _entries;
    private long _inflated;

    /// <summary>Reads the directory of a package.</summary>
    /// <param name="file">Readable and seekable; closed with the reader, also when this fails.</param>
    /// <param name="limits">What is too much.</param>
    /// <param name="cancellation">Asked whenever a part is read.</param>
    /// <exception cref="PackageException">The zip is damaged or has too many entries.</exception>
    public PackageReader(Stream file, PackageLimits limits, CancellationToken cancellation)
    {
        _file = file;
        Limits = limits;
        Cancellation = cancellation;
        try
        {
            _entries = ZipDirectory.Read(file, limits.MaxPackageEntries);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public PackageLimits Limits { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The normalised names of all parts.</summary>
    public IEnumerable<string> Parts => _entries.Keys;

    public bool Has(string part) => _entries.ContainsKey(part);

    /// <summary>Opens the bytes of a part.</summary>
    /// <param name="part">A name as <see cref="PartName"/> writes it.</param>
    /// <exception cref="PackageException">There is no such part, or its entry is damaged.</exception>
    public Stream Open(string part)
    {
        if (!_entries.TryGetValue(part, out var entry))
            throw new PackageException(PackageFault.MissingPart, $"the part '{part}'", part);
        if (entry.IsEncrypted)
            throw new PackageException(PackageFault.Encrypted, $"the part '{part}' is encrypted", part);
        Span<byte> header = stackalloc byte[30];
        ZipDirectory.ReadAt(_file, entry.HeaderOffset, header);
        if (BitConverter.ToUInt32(header) != LocalHeaderSignature)
            throw ZipDirectory.Damaged($"the part '{part}' is not where the directory says");
        var start = entry.HeaderOffset + header.Length + BitConverter.ToUInt16(header[26..]) + BitConverter.ToUInt16(header[28..]);
        var bytes = new SliceStream(_file, start, entry.CompressedLength);
        return entry.Method switch
        {
            Stored => new PartStream(this, entry, bytes),
            Deflated => new PartStream(this, entry, new DeflateStream(bytes, CompressionMode.Decompress)),
            _ => throw ZipDirectory.Damaged(string.Create(CultureInfo.InvariantCulture, $"the part '{part}' is packed by the unknown method {entry.Method}")),
        };
    }

    /// <summary>Opens a small part as XML.</summary>
    /// <exception cref="PackageException">There is no such part, or its entry is damaged.</exception>
    public XmlPart OpenXml(string part)
    {
        var bytes = Open(part);
        return new(_entries[part].Name, bytes, Limits);
    }

    /// <summary>Opens a part that may be large as XML; a large one is inflated while it is read.</summary>
    /// <exception cref="PackageException">There is no such part, or its entry is damaged.</exception>
    public XmlScanner Scan(string part)
    {
        var bytes = Open(part);
        return new(_entries[part].Name, _entries[part].Length >= WorthReadingAhead ? ReadAheadStream.Of(bytes) : bytes, Limits);
    }

    /// <summary>The relationships of a part to other parts of the package, in the order of the file; those that lead outside are left out.</summary>
    /// <param name="part">A name as <see cref="PartName"/> writes it; empty for the package itself.</param>
    /// <exception cref="PackageException">The relationships are there and damaged.</exception>
    public List<Relationship> Relationships(string part)
    {
        var relationships = new List<Relationship>();
        var name = PartName.OfRelationships(part);
        if (!Has(name))
            return relationships;
        using var xml = OpenXml(name);
        while (xml.Read())
        {
            if (!xml.IsElement("Relationship") || string.Equals(xml.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase))
                continue;
            var type = xml.Attribute("Type") ?? "";
            // Each leads to a part of the package; nobody needs more of them than a package may have parts.
            if (relationships.Count == Limits.MaxPackageEntries)
                throw TooMany($"the part '{name}' has more than", Limits.MaxPackageEntries, "relationships", nameof(PackageLimits.MaxPackageEntries));
            if (xml.Attribute("Target") is { Length: > 0 } target)
                relationships.Add(new Relationship(xml.Attribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], PartName.Resolve(part, target)));
        }
        return relationships;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Notes how far an entry has been inflated.</summary>
    /// <exception cref="PackageException">That is too much.</exception>
    internal void Count(ZipEntry entry, long count)
    {
        long inflated;
        lock (_entries)
        {
            if (count <= entry.Inflated)
                return;
            inflated = _inflated += count - entry.Inflated;
            entry.Inflated = count;
        }
        if (count > Limits.MaxPartBytes)
            throw TooLarge($"the part '{entry.Name}' unpacks", Limits.MaxPartBytes, nameof(PackageLimits.MaxPartBytes));
        if (inflated > Limits.MaxInflatedBytes)
            throw TooLarge("its parts unpack", Limits.MaxInflatedBytes, nameof(PackageLimits.MaxInflatedBytes));
        if (count > WorthAskingForTheRatio && count > Limits.MaxInflationRatio * entry.CompressedLength)
            throw TooMany($"the part '{entry.Name}' unpacks to more than", Limits.MaxInflationRatio, "times its bytes", nameof(PackageLimits.MaxInflationRatio));
    }

    private static PackageException TooLarge(string what, long limit, string option) =>
        new(PackageFault.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{what} to more than {limit:N0} bytes"), limit: option);

    private static PackageException TooMany(string what, int limit, string of, string option) =>
        new(PackageFault.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{what} {limit:N0} {of}"), limit: option);
}
