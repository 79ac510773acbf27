namespace Mlj.OpenXml;

/// <summary>What an <see cref="XmlScanner"/> stands on.</summary>
internal enum XmlToken
{
    /// <summary>The document has ended, whole and with the right checksum.</summary>
    End,

    /// <summary>The start of an element; of an empty one also its end, which does not come again.</summary>
    StartTag,

    /// <summary>The end of an element.</summary>
    EndTag,

    /// <summary>Characters within an element; those of one element may come in several pieces.</summary>
    Text,
}
