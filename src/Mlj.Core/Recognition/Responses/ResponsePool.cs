using System.Text;
using Mlj.Recognition.Words;
using Mlj.Values;

namespace Mlj.Recognition.Responses;

/// <summary>The addresses and names of all tests that are read together, each understood and kept once. Not safe to share between threads.</summary>
internal sealed class ResponsePool
{
    /// <summary>The number of no address.</summary>
    public const int None = -1;

    private readonly Utf8Pool<Person> _addresses = new();
    private readonly Utf8Pool<string?> _names = new();

    /// <summary>How many different addresses were typed, counting those that are none.</summary>
    public int Count => _addresses.Count;

    /// <summary>The address of a number.</summary>
    public EmailAddress this[int address] => _addresses[address].Address!;

    /// <summary>The number of an address as typed; <see cref="None"/> when nothing was given.</summary>
    public int Address(ReadOnlySpan<byte> typed)
    {
        if (typed.IsEmpty)
            return None;
        var number = _addresses.Find(typed, out var isNew);
        ref var person = ref _addresses[number];
        if (isNew)
            person.Address = EmailAddress.Read(Encoding.UTF8.GetString(typed));
        return person.Address is null ? None : number;
    }

    /// <summary>The name, tidied; null when nothing was given, or <c>Anonymous</c>.</summary>
    public string? Name(ReadOnlySpan<byte> typed)
    {
        if (typed.IsEmpty)
            return null;
        ref var name = ref _names[_names.Find(typed, out var isNew)];
        if (isNew)
            name = PersonName.Tidy(Encoding.UTF8.GetString(typed)) is { } given && !RecognitionWords.Instance.Anonymous.Contains(given) ? given : null;
        return name;
    }

    /// <summary>The telephone number, trimmed; null when nothing was given. Who gives the same number in every test has it kept once.</summary>
    public string? Phone(int address, ReadOnlySpan<byte> typed)
    {
        if (typed.IsEmpty)
            return null;
        if (address == None)
            return New(typed);
        ref var person = ref _addresses[address];
        return person.Phone is { } known && Ascii.Equals(typed, known) ? known : person.Phone = New(typed);

        static string? New(ReadOnlySpan<byte> typed) => Encoding.UTF8.GetString(typed).Trim() is { Length: > 0 } phone ? phone : null;
    }

    private struct Person
    {
        public EmailAddress? Address;
        public string? Phone;
    }
}
