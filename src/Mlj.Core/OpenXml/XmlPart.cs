using System.Text;

namespace Mlj.OpenXml;

/// <summary>
/// The elements of a small part, read forward. Names are matched without their namespace, because tools write strict, transitional,
/// prefixed and no namespaces for the same thing.
/// </summary>
internal sealed class XmlPart(string name, Stream bytes, PackageLimits limits) : IDisposable
{
    private readonly XmlScanner _xml = new(name, bytes, limits);

    /// <summary>The name of the element without its prefix.</summary>
    public string LocalName => Encoding.UTF8.GetString(_xml.LocalName);

    /// <summary>How many elements are around the element; 0 for the root.</summary>
    public int Depth => _xml.Depth;

    /// <summary>Moves to the next element; the first is the root.</summary>
    /// <returns>False after the last, when the checksum of the part has been checked as well.</returns>
    /// <exception cref="PackageException">The XML is broken, forbidden or beyond the limits, or its part is damaged.</exception>
    public bool Read()
    {
        while (true)
        {
            var token = _xml.Read();
            if (token is XmlToken.StartTag or XmlToken.End)
                return token == XmlToken.StartTag;
        }
    }

    public bool IsElement(string localName) => Ascii.Equals(_xml.LocalName, localName);

    /// <summary>An attribute by its name without prefix; null when there is none.</summary>
    public string? Attribute(string localName)
    {
        for (var index = 0; index < _xml.AttributeCount; index++)
        {
            var name = _xml.AttributeName(index);
            var colon = name.IndexOf((byte)':');
            if (Ascii.Equals(name[(colon + 1)..], localName) && !name.StartsWith("xmlns:"u8))
                return Encoding.UTF8.GetString(_xml.AttributeValue(index));
        }
        return null;
    }

    public void Dispose() => _xml.Dispose();
}
