namespace Mlj.OpenXml;

internal sealed partial class XmlScanner
{
    private int _textStart;
    private int _textLength;
    private bool _isCData;

    /// <summary>The bytes of a text as they are written.</summary>
    public ReadOnlySpan<byte> RawText => Window.Bytes.AsSpan(_textStart, _textLength);

    /// <summary>Writes the text with its references replaced.</summary>
    /// <param name="destination">As long as <see cref="RawText"/>.</param>
    /// <returns>How many bytes were written.</returns>
    public int CopyText(Span<byte> destination) =>
        _isCData ? XmlReference.ReplaceLineEnds(RawText, destination) : XmlReference.Replace(RawText, destination);

    private void SetText(int length, bool isCData, int skip = 0)
    {
        (_textStart, _textLength, _isCData) = (Window.Position + skip, length, isCData);
        Depth = _open.Count;
    }

    private void CheckText(ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAny((byte)'&', (byte)'>'))
            return;
        if (text.IndexOf("]]>"u8) >= 0)
            throw BadXml("it has ']]>' in a text");
        if (!XmlReference.AreAll(text))
            throw BadXml("it has a reference to nothing");
    }
}
