namespace Mlj.OpenXml;

internal sealed partial class XmlScanner
{
    private Attribute[] _attributes = new Attribute[16];
    private int _nameStart;
    private int _nameLength;

    /// <summary>The name of the element that starts, without its prefix.</summary>
    public ReadOnlySpan<byte> LocalName => Window.Bytes.AsSpan(_nameStart, _nameLength);

    /// <summary>Whether the element that starts has ended as well.</summary>
    public bool IsEmptyElement { get; private set; }

    public int AttributeCount { get; private set; }

    /// <summary>The name of an attribute with its prefix; attributes of the main dialects have none.</summary>
    public ReadOnlySpan<byte> AttributeName(int index) => Window.Bytes.AsSpan(_attributes[index].NameStart, _attributes[index].NameLength);

    /// <summary>The value of an attribute; its references are replaced when it is first asked for.</summary>
    public ReadOnlySpan<byte> AttributeValue(int index)
    {
        ref var attribute = ref _attributes[index];
        var value = Window.Bytes.AsSpan(attribute.ValueStart, attribute.ValueLength);
        if (attribute.IsPlain)
            return value;
        // What is meant is never longer than what is written, so it takes its place. Only references keep tabs and ends of lines.
        var spaced = value[..XmlReference.ReplaceLineEnds(value, value)];
        spaced.Replace((byte)'\n', (byte)' ');
        spaced.Replace((byte)'\t', (byte)' ');
        attribute.ValueLength = XmlReference.Replace(spaced.ToArray(), value);
        attribute.IsPlain = true;
        return value[..attribute.ValueLength];
    }

    private int ReadStartTag(ReadOnlySpan<byte> rest, ref XmlToken token)
    {
        var nameEnd = EndOfName(rest, 1);
        if (nameEnd == 0)
            return 0;
        var at = nameEnd;
        AttributeCount = 0;
        while (true)
        {
            var space = at;
            while (at < rest.Length && XmlCharacters.IsSpace(rest[at]))
                at++;
            if (at == rest.Length)
                return 0;
            if (rest[at] is (byte)'>' or (byte)'/')
                break;
            if (space == at)
                throw BadXml("it has a tag that is none");
            at = ReadAttribute(rest, at);
            if (at == 0)
                return 0;
        }
        var isEmpty = rest[at] == '/';
        if (isEmpty && ++at == rest.Length)
            return 0;
        if (rest[at] != '>')
            throw BadXml("it has a tag that is none");
        Begin(rest[1..nameEnd], isEmpty);
        token = XmlToken.StartTag;
        return at + 1;
    }

    private int ReadAttribute(ReadOnlySpan<byte> rest, int start)
    {
        var nameEnd = EndOfName(rest, start);
        if (nameEnd == 0)
            return 0;
        var at = nameEnd;
        if (rest[at] != '=')
        {
            while (at < rest.Length && XmlCharacters.IsSpace(rest[at]))
                at++;
            if (at == rest.Length)
                return 0;
            if (rest[at] != '=')
                throw BadXml("it has an attribute without a value");
        }
        at++;
        while (at < rest.Length && XmlCharacters.IsSpace(rest[at]))
            at++;
        if (at == rest.Length)
            return 0;
        var quote = rest[at++];
        if (quote is not ((byte)'"' or (byte)'\''))
            throw BadXml("it has an attribute without quotes");
        var length = rest[at..].IndexOf(quote);
        if (length < 0)
            return 0;
        if (length > _limits.MaxXmlAttributeBytes)
            throw new PackageException(PackageFault.TooManyAttributes, $"the part '{Name}' has an attribute that is longer", Name, nameof(PackageLimits.MaxXmlAttributeBytes));
        var value = rest.Slice(at, length);
        var isPlain = !value.ContainsAny("<&\t\r\n"u8);
        if (!isPlain && (value.Contains((byte)'<') || !XmlReference.AreAll(value)))
            throw BadXml("it has an attribute with '<' or with a reference to nothing");
        Add(rest[start..nameEnd], new Attribute
        {
            NameStart = Window.Position + start,
            NameLength = nameEnd - start,
            ValueStart = Window.Position + at,
            ValueLength = length,
            IsPlain = isPlain,
        });
        return at + length + 1;
    }

    private void Add(ReadOnlySpan<byte> name, Attribute attribute)
    {
        if (AttributeCount == _limits.MaxXmlAttributes)
            throw new PackageException(PackageFault.TooManyAttributes, $"the part '{Name}' has an element with more attributes", Name, nameof(PackageLimits.MaxXmlAttributes));
        for (var index = 0; index < AttributeCount; index++)
            if (_attributes[index].NameLength == name.Length && AttributeName(index).SequenceEqual(name))
                throw BadXml("it has an element with one attribute twice");
        if (AttributeCount == _attributes.Length)
            Array.Resize(ref _attributes, AttributeCount * 2);
        _attributes[AttributeCount++] = attribute;
    }

    private void Begin(ReadOnlySpan<byte> name, bool isEmpty)
    {
        if (_open.Count == 0 && _hasRoot)
            throw BadXml("it has two root elements");
        _hasRoot = true;
        CheckDepth();
        Depth = _open.Count;
        IsEmptyElement = isEmpty;
        for (var index = 0; index < AttributeCount; index++)
            Declare(AttributeName(index), _attributes[index].ValueLength);
        for (var index = 0; index < AttributeCount; index++)
            CheckName(AttributeName(index));
        var colon = CheckName(name);
        SetName(name[(colon + 1)..], 1 + colon + 1);
        if (isEmpty)
            _prefixes.Forget(Depth);
        else
            _open.Push(name);
    }

    private void SetName(ReadOnlySpan<byte> localName, int offset) => (_nameStart, _nameLength) = (Window.Position + offset, localName.Length);

    private void Declare(ReadOnlySpan<byte> name, int valueLength)
    {
        if (!name.StartsWith("xmlns:"u8))
            return;
        if (valueLength == 0)
            throw BadXml("it declares a prefix for nothing");
        _prefixes.Add(name[6..], Depth);
    }

    // Returns where the colon is; -1 without one.
    private int CheckName(ReadOnlySpan<byte> name)
    {
        var colon = name.IndexOf((byte)':');
        var isName = XmlCharacters.IsName(name[(colon + 1)..]) && (colon < 0 || XmlCharacters.IsName(name[..colon]));
        if (!isName)
            throw BadXml("it has a name that is none");
        if (colon >= 0 && !_prefixes.Has(name[..colon]))
            throw BadXml($"it does not declare the prefix '{System.Text.Encoding.UTF8.GetString(name[..colon])}'");
        return colon;
    }

    private struct Attribute
    {
        public int NameStart;
        public int NameLength;
        public int ValueStart;
        public int ValueLength;
        public bool IsPlain;
    }
}
