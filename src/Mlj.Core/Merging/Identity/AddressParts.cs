namespace Mlj.Merging.Identity;

/// <summary>The parts of an address as they are compared, without strings of their own.</summary>
internal readonly ref struct AddressParts
{
    /// <summary>Takes an address apart.</summary>
    /// <param name="local">What stands before the at sign.</param>
    /// <param name="domain">What stands behind it.</param>
    /// <param name="room">Where texts with something left out are put; twice as long as <paramref name="local"/>, or longer.</param>
    public AddressParts(ReadOnlySpan<char> local, MailDomain domain, Span<char> room)
    {
        Domain = domain.Name;
        Local = local.IndexOf('+') is > 0 and var plus ? local[..plus] : local;
        if (domain.DotsDoNotCount)
            Local = WithoutDots(Local, room);
        Letters = OnlyLettersAndDigits(Local, room[local.Length..]);
    }

    /// <inheritdoc cref="AddressReading.Local"/>
    public ReadOnlySpan<char> Local { get; }

    /// <inheritdoc cref="AddressReading.Letters"/>
    public ReadOnlySpan<char> Letters { get; }

    /// <inheritdoc cref="AddressReading.Domain"/>
    public string Domain { get; }

    /// <inheritdoc cref="AddressReading.IsGeneral"/>
    public bool IsGeneral => IdentityWords.Instance.GeneralLocalParts.Contains(Letters);

    private static ReadOnlySpan<char> WithoutDots(ReadOnlySpan<char> text, Span<char> room)
    {
        var kept = 0;
        foreach (var character in text)
            if (character != '.')
                room[kept++] = character;
        return room[..kept];
    }

    private static ReadOnlySpan<char> OnlyLettersAndDigits(ReadOnlySpan<char> text, Span<char> room)
    {
        var kept = 0;
        foreach (var character in text)
            if (char.IsLetterOrDigit(character))
                room[kept++] = character;
        return room[..kept];
    }
}
