using System.Text;
using System.Xml;

namespace Mlj.OpenXml;

/// <summary>
/// The XML of a part, read forward. Names are matched without their namespace, because tools write strict, transitional, prefixed and
/// no namespaces for the same thing. Document types are refused, depth and attributes are limited.
/// </summary>
internal sealed class XmlPart : IDisposable
{
    // An XmlReader gathers a whole element with its attributes before anybody can measure it, so the bytes are measured on their way in.
    // The longest honest stretch is the text of a cell, every character of it written as an entity.
    private const int MaxBytesWithoutTag = 4 << 20;

    private readonly XmlReader _reader;
    private readonly PackageLimits _limits;
    private bool _hasRoot;

    public XmlPart(string name, Stream bytes, PackageLimits limits)
    {
        Name = name;
        _limits = limits;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        try
        {
            _reader = Create(bytes, settings);
        }
        catch (Exception error)
        {
            bytes.Dispose();
            if (error is XmlException xml)
                throw BadXml(xml);
            throw;
        }
    }

    public string Name { get; }

    public int Depth => _reader.Depth;

    public XmlNodeType NodeType => _reader.NodeType;

    /// <summary>The name of an element without its prefix; comparable by reference with what <see cref="Atomise"/> gives.</summary>
    public string LocalName => _reader.LocalName;

    /// <summary>Whether the element or attribute has a prefix; attributes of the main dialects have none.</summary>
    public bool HasPrefix => _reader.Prefix.Length > 0;

    public bool IsEmptyElement => _reader.IsEmptyElement;

    /// <summary>The one object that stands for a name in this document.</summary>
    public string Atomise(string name) => _reader.NameTable.Add(name);

    /// <summary>Moves to the next node.</summary>
    /// <returns>False after the last, when the checksum of the part has been checked as well.</returns>
    /// <exception cref="PackageException">The XML is broken, forbidden or beyond the limits, or its part is damaged.</exception>
    public bool Read()
    {
        try
        {
            if (!_reader.Read())
                return false;
        }
        catch (XmlException error)
        {
            throw BadXml(error);
        }
        if (_reader.NodeType == XmlNodeType.Element)
        {
            _hasRoot = true;
            if (_reader.Depth >= _limits.MaxXmlDepth)
                throw new PackageException(PackageFault.TooDeep, $"the part '{Name}' has elements within each other, deeper", Name, nameof(PackageLimits.MaxXmlDepth));
            if (_reader.AttributeCount > _limits.MaxXmlAttributes)
                throw new PackageException(PackageFault.TooManyAttributes, $"the part '{Name}' has an element with more attributes", Name, nameof(PackageLimits.MaxXmlAttributes));
        }
        return true;
    }

    /// <summary>Moves to the root element.</summary>
    public void ReadRoot()
    {
        while (Read())
            if (_reader.NodeType == XmlNodeType.Element)
                return;
    }

    public bool IsElement(string localName) => _reader.NodeType == XmlNodeType.Element && _reader.LocalName == localName;

    /// <summary>An attribute by its name without prefix; null when there is none.</summary>
    public string? Attribute(string localName)
    {
        string? value = null;
        if (_reader.MoveToFirstAttribute())
        {
            do
            {
                if (_reader.LocalName != localName || _reader.Prefix == "xmlns")
                    continue;
                value = _reader.Value;
                break;
            }
            while (_reader.MoveToNextAttribute());
            _reader.MoveToElement();
        }
        return value;
    }

    public bool MoveToNextAttribute() => _reader.MoveToNextAttribute();

    public string AttributeValue => _reader.Value;

    public void MoveToElement() => _reader.MoveToElement();

    /// <summary>Takes the next characters of a text node; 0 after the last.</summary>
    public int ReadText(char[] buffer, int start, int count)
    {
        try
        {
            return _reader.ReadValueChunk(buffer, start, count);
        }
        catch (XmlException error)
        {
            throw BadXml(error);
        }
    }

    public void Dispose() => _reader.Dispose();

    private XmlReader Create(Stream bytes, XmlReaderSettings settings)
    {
        // A byte order mark of UTF-16 is right even where the declaration says UTF-8; an XmlReader would believe the declaration.
        var start = new byte[2];
        var length = bytes.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        var measured = new MeasuredStream(this, start.AsMemory(0, length), bytes);
        Encoding? utf16 = length < 2 ? null : (start[0], start[1]) switch
        {
            (0xFF, 0xFE) => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: false),
            (0xFE, 0xFF) => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: false),
            _ => null,
        };
        return utf16 is null ? XmlReader.Create(measured, settings) : XmlReader.Create(new StreamReader(measured, utf16), settings);
    }

    private PackageException BadXml(XmlException error)
    {
        // There is no code that tells a prohibited document type from other errors; only its message names it.
        var isDtd = !_hasRoot && error.Message.Contains("DTD", StringComparison.OrdinalIgnoreCase);
        return isDtd
            ? new PackageException(PackageFault.ForbiddenDtd, "a document type", Name, cause: error)
            : new PackageException(PackageFault.BadXml, $"the part '{Name}': {error.Message.TrimEnd('.')}", Name, cause: error);
    }

    /// <summary>The bytes of a part, those that were looked at put back in front. A stretch without a tag may only be so long.</summary>
    private sealed class MeasuredStream(XmlPart part, ReadOnlyMemory<byte> start, Stream rest) : ForwardStream
    {
        private ReadOnlyMemory<byte> _start = start;
        private int _sinceTag;

        public override int Read(Span<byte> buffer)
        {
            if (!_start.IsEmpty)
            {
                var count = Math.Min(_start.Length, buffer.Length);
                _start.Span[..count].CopyTo(buffer);
                _start = _start[count..];
                return count;
            }
            var read = rest.Read(buffer);
            var tag = buffer[..read].LastIndexOf((byte)'<');
            _sinceTag = tag >= 0 ? read - tag : _sinceTag + read;
            return _sinceTag <= MaxBytesWithoutTag
                ? read
                : throw new PackageException(PackageFault.BadXml, $"the part '{part.Name}' has an element of more than 4 MB", part.Name);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                rest.Dispose();
            base.Dispose(disposing);
        }
    }
}
