using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mlj.Agent.Assistants;

/// <summary>The topics of <c>help.json</c>, in the order in which they are tried; the last one is for everything else.</summary>
internal static partial class HelpTopics
{
    public const string DataAction = "data_action";
    public const string ColdEmail = "cold_email";
    public const string Download = "download";
    public const string Status = "status";
    public const string Troubleshoot = "troubleshoot";

    private static readonly Lazy<IReadOnlyList<HelpTopic>> Found = new(Read);

    public static IReadOnlyList<HelpTopic> All => Found.Value;

    /// <summary>The topic of a message: the first with a phrase whose words stand in it one after the other.</summary>
    public static HelpTopic Of(string message)
    {
        var words = " " + string.Join(' ', Words().Matches(message.ToLowerInvariant()).Select(match => match.Value)) + " ";
        return All.FirstOrDefault(topic => topic.Phrases.Any(phrase => words.Contains($" {phrase} ", StringComparison.Ordinal))) ?? All[^1];
    }

    public static HelpTopic Named(string intent) => All.Single(topic => topic.Intent == intent);

    private static List<HelpTopic> Read()
    {
        using var stream = typeof(HelpTopics).Assembly.GetManifestResourceStream("Mlj.Agent.Assistants.help.json")!;
        using var json = JsonDocument.Parse(stream);
        return
        [
            .. json.RootElement.GetProperty("topics").EnumerateArray().Select(topic => new HelpTopic(
                topic.GetProperty("intent").GetString()!,
                [.. topic.GetProperty("phrases").EnumerateArray().Select(phrase => phrase.GetString()!)],
                string.Join('\n', topic.GetProperty("answer").EnumerateArray().Select(line => line.GetString())))),
        ];
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Words();
}
