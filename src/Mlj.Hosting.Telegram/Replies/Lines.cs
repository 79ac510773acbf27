using System.Globalization;

namespace Mlj.Hosting.Telegram.Replies;

/// <summary>The lines of a message, as many as fit: Telegram takes 4,096 characters.</summary>
internal sealed class Lines
{
    private const int Most = 3_600;

    private readonly List<string> _lines = [];
    private int _length;

    /// <summary>Adds a line of HTML that must be there.</summary>
    public Lines Add(string html)
    {
        _lines.Add(html);
        _length += html.Length + 1;
        return this;
    }

    /// <summary>Adds a line when there is something to say.</summary>
    public Lines AddIf(bool isThere, string html) => isThere ? Add(html) : this;

    /// <summary>Adds a line for each of some things, as far as they fit, then how many are left out.</summary>
    public Lines AddEach<T>(IReadOnlyCollection<T> all, int most, Func<T, string> line)
    {
        var added = 0;
        foreach (var each in all.Take(most))
        {
            var html = line(each);
            if (_length + html.Length > Most)
                break;
            Add(html);
            added++;
        }
        return AddIf(added < all.Count, string.Create(CultureInfo.InvariantCulture, $"… and {all.Count - added} more"));
    }

    public override string ToString() => string.Join('\n', _lines);
}
