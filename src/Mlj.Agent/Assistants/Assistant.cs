using Mlj.Agent.Planning;

namespace Mlj.Agent.Assistants;

/// <summary>
/// Answers messages by the mode of their conversation: help from fixed texts, or what the planner makes of the words. It keeps nothing between
/// messages and does nothing by itself. Safe to share between threads and people if the planner is.
/// </summary>
/// <param name="planner">Understands words about the table, in the mode <c>data_agent</c>.</param>
public sealed class Assistant(IPlanner planner)
{
    private readonly IPlanner _planner = planner ?? throw new ArgumentNullException(nameof(planner));

    /// <summary>Answers one message.</summary>
    /// <param name="request">The message, its conversation, its session.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The answer, with the conversation to go on from.</returns>
    /// <exception cref="OperationCanceledException">The caller no longer waits.</exception>
    public async ValueTask<AssistantReply> ReplyAsync(AssistantRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Conversation.Mode == AssistantMode.DataAgent)
            return await PlannedAsync(request, cancellation).ConfigureAwait(false);
        var topic = request.Conversation.Mode == AssistantMode.ColdEmail ? HelpTopics.Named(HelpTopics.ColdEmail) : HelpTopics.Of(request.Message);
        return new(Text(topic, request.Session), topic.Intent, request.Conversation) { Action = Offer(topic.Intent, request) };
    }

    private async ValueTask<AssistantReply> PlannedAsync(AssistantRequest request, CancellationToken cancellation)
    {
        var conversation = request.Conversation;
        if (request.Table is not { } table)
            return new("There is no table yet. " + request.Session.Sentence + " " + Next(request.Session), HelpTopics.Status, conversation) { Action = Offer(HelpTopics.Status, request) };
        var answer = await _planner.AnswerAsync(new(request.Message, table) { Conversation = conversation.Turns }, cancellation).ConfigureAwait(false);
        return new(answer.Message, HelpTopics.DataAction, conversation with { Turns = conversation.Turns.With(request.Message, answer) }) { Answer = answer };
    }

    private static string Text(HelpTopic topic, SessionFacts session) => topic.Intent switch
    {
        HelpTopics.Status => session.Sentence + " " + Next(session),
        HelpTopics.Download => (session.HasResults ? "The results are ready. " : "There are no results to download yet. " + Next(session) + " ") + topic.Answer,
        HelpTopics.Troubleshoot when !string.IsNullOrWhiteSpace(session.RecentError) => $"The last error in this session: {session.RecentError.Trim()}\n{topic.Answer}",
        HelpTopics.Troubleshoot when session.Files == 0 => $"There is no error in this session; no file has been uploaded yet.\n{topic.Answer}",
        HelpTopics.Troubleshoot => $"There is no error in this session. {session.Sentence}\n{topic.Answer}",
        _ => topic.Answer,
    };

    private static string Next(SessionFacts session) =>
        session.HasResults ? "Download them, or change the table in the mode data_agent."
        : session.Status == SessionStatus.Consolidating ? "Wait until they are done."
        : session.Files == 0 ? "Upload one .xlsx or .csv file for each test."
        : "Upload further tests, or start the consolidation.";

    private static SuggestedAction? Offer(string intent, AssistantRequest request) => intent switch
    {
        HelpTopics.Download when request.Session.HasResults => new("navigate", "results"),
        HelpTopics.Status when request.Session.Files > 0 => new("display", "session_info"),
        HelpTopics.Troubleshoot when !string.IsNullOrWhiteSpace(request.Session.RecentError) => new("display", "error_details"),
        HelpTopics.DataAction when request.Table is not null => new("switch_mode", AssistantMode.DataAgent.Name()),
        HelpTopics.ColdEmail when request.Conversation.Mode != AssistantMode.ColdEmail => new("switch_mode", AssistantMode.ColdEmail.Name()),
        _ => null,
    };
}
