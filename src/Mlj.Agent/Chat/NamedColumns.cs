using Mlj.Agent.Planning;

namespace Mlj.Agent.Chat;

/// <summary>Whether the person has spoken of a column.</summary>
internal static class NamedColumns
{
    private const int Shortest = 3;
    private const int Stem = 4;

    /// <summary>Whether a message of the conversation has the numbers of a heading, or, where it has none, one of its words.</summary>
    public static bool IsNamed(string heading, PlanningRequest request)
    {
        var said = request.Conversation.Turns.Select(turn => turn.Message).Append(request.Message).SelectMany(Disguise.WordsOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = Disguise.WordsOf(heading).ToList();
        var numbers = words.Where(word => word.All(char.IsDigit)).ToList();
        return numbers.Count > 0
            ? numbers.TrueForAll(said.Contains)
            : words.Exists(word => word.Length >= Shortest ? said.Any(each => IsSame(word, each)) : words.Count == 1 && said.Contains(word));
    }

    private static bool IsSame(string word, string said) =>
        string.Equals(word, said, StringComparison.OrdinalIgnoreCase)
        || Math.Min(word.Length, said.Length) >= Stem && (word.StartsWith(said, StringComparison.OrdinalIgnoreCase) || said.StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
