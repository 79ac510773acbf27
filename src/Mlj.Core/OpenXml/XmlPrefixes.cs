namespace Mlj.OpenXml;

/// <summary>The prefixes of namespaces that the open elements declare. What they stand for does not matter here.</summary>
internal sealed class XmlPrefixes
{
    private readonly List<(byte[] Name, int Depth)> _declared = [("xml"u8.ToArray(), -1), ("xmlns"u8.ToArray(), -1)];

    /// <summary>Declares a prefix for an element at a depth and for what is within.</summary>
    public void Add(ReadOnlySpan<byte> name, int depth) => _declared.Add((name.ToArray(), depth));

    /// <summary>Forgets what was declared at a depth or deeper.</summary>
    public void Forget(int depth)
    {
        while (_declared[^1].Depth >= depth)
            _declared.RemoveAt(_declared.Count - 1);
    }

    public bool Has(ReadOnlySpan<byte> name)
    {
        for (var index = _declared.Count - 1; index >= 0; index--)
            if (name.SequenceEqual(_declared[index].Name))
                return true;
        return false;
    }
}
