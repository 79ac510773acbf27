namespace Mlj.OpenXml;

/// <summary>The names of the elements that have begun and not ended, the outermost first.</summary>
internal sealed class XmlOpenElements
{
    private byte[] _names = new byte[256];
    private int[] _ends = new int[16];

    public int Count { get; private set; }

    /// <summary>The name of the innermost, with its prefix.</summary>
    public ReadOnlySpan<byte> Last => _names.AsSpan(Start(Count - 1)..End);

    private int End => Start(Count);

    public void Push(ReadOnlySpan<byte> name)
    {
        var start = End;
        if (_names.Length - start < name.Length)
            Array.Resize(ref _names, Math.Max(_names.Length * 2, start + name.Length));
        if (Count == _ends.Length)
            Array.Resize(ref _ends, Count * 2);
        name.CopyTo(_names.AsSpan(start));
        _ends[Count++] = start + name.Length;
    }

    public void Pop() => Count--;

    private int Start(int index) => index == 0 ? 0 : _ends[index - 1];
}
