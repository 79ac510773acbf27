using System.Text.Json;
using Microsoft.Extensions.AI;
using Mlj.Agent.Planning;
using Mlj.Pipeline;

namespace Mlj.Agent.Chat;

/// <summary>
/// Understands freer words with the help of any chat model, on top of a planner that needs none. The model gets the catalogue and the columns'
/// names and kinds, never a row; what it answers becomes catalogue actions on known columns, or is not used. Safe to share between threads if
/// the client is.
/// </summary>
/// <remarks>
/// What holds whatever a model says: what the planner without a model refuses stays refused, and no model hears of it; what that planner
/// understands is not replaced by something that loses more; a column that the person has not named is not taken away; the sentence that
/// describes a plan is made of the plan. No answer is used that is late, too long, or wrong after one repair.
/// </remarks>
public sealed class ChatPlanner : IPlanner
{
    private const int LongestEcho = 2_000;

    private readonly IChatClient _client;
    private readonly IPlanner _offline;
    private readonly ActionCatalog _catalog;
    private readonly ChatPlannerOptions _options;
    private readonly TimeProvider _time;
    private readonly IList<AITool> _tools;

    /// <summary>Sets a planner up.</summary>
    /// <param name="client">The model. It stays the caller's, who disposes of it.</param>
    /// <param name="offline">The planner without a model; its refusals stand, and its answers are given when the model's cannot be.</param>
    /// <param name="catalog">The actions that plans can name.</param>
    /// <param name="options">Limits and habits; the defaults when null.</param>
    /// <param name="time">The clock of the deadline; the system's when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deadline is out of its range.</exception>
    public ChatPlanner(IChatClient client, IPlanner offline, ActionCatalog catalog, ChatPlannerOptions? options = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(offline);
        ArgumentNullException.ThrowIfNull(catalog);
        _client = client;
        _offline = offline;
        _catalog = catalog;
        _options = options ?? ChatPlannerOptions.Default;
        _options.Check(nameof(options));
        _time = time ?? TimeProvider.System;
        _tools = ChatTools.Of(catalog);
    }

    /// <inheritdoc />
    public async ValueTask<PlannerAnswer> AnswerAsync(PlanningRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var offline = await _offline.AnswerAsync(request, cancellation).ConfigureAwait(false);
        if (offline is PlannerAnswer.Refuse || _options.Use == ChatUse.WhenUnsure && offline is not PlannerAnswer.Clarify)
            return offline;
        if (request.Message.Length > _options.MaxMessageCharacters || request.Table.Columns.Count > _options.MaxColumns)
            return Instead(offline, new(ModelFailureKind.NotSent));
        using var timer = new CancellationTokenSource(_options.Deadline, _time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        var (answer, failure) = await AskAsync(request, deadline.Token, cancellation).ConfigureAwait(false);
        return answer is null ? Instead(offline, failure!) : Guarded(answer, offline, request);
    }

    private async Task<(PlannerAnswer? Answer, ModelFailure? Failure)> AskAsync(PlanningRequest request, CancellationToken deadline, CancellationToken cancellation)
    {
        var columns = KnownColumns.Of(request, _catalog);
        var disguise = new Disguise(request, _catalog);
        var messages = ChatPrompt.Of(request, columns, disguise, _catalog, _options);
        var reader = new ChatAnswerReader(_catalog, columns, disguise, _options.MaxSteps);
        var options = new ChatOptions { Tools = _tools, ToolMode = ChatToolMode.Auto, Temperature = _options.Temperature, MaxOutputTokens = _options.MaxOutputTokens };
        for (var isRepair = false; ; isRepair = true)
        {
            var reply = await ModelReply.AskAsync(_client, messages, options, _options.MaxAnswerCharacters, deadline, cancellation).ConfigureAwait(false);
            if (reply.Failure is not null)
                return (null, reply.Failure);
            if (reader.Read(reply.Response!, out var problems) is { } answer)
                return (answer, null);
            if (isRepair)
                return (null, new(ModelFailureKind.Unusable));
            messages.Add(new(ChatRole.Assistant, Echo(reply.Response!)));
            messages.Add(new(ChatRole.User, "That answer cannot be used:\n- " + string.Join("\n- ", problems.Take(10)) + "\nAnswer the last request again, with tool calls."));
        }
    }

    private PlannerAnswer Guarded(PlannerAnswer answer, PlannerAnswer offline, PlanningRequest request)
    {
        var understood = offline is not PlannerAnswer.Clarify;
        if (understood && answer.RiskIn(_catalog) > offline.RiskIn(_catalog))
            return Instead(offline, new(ModelFailureKind.NotAllowed));
        if (answer is PlannerAnswer.Steps steps && Lost(steps, request) is { Count: > 0 } lost)
        {
            _options.OnFailure?.Invoke(new(ModelFailureKind.NotAllowed));
            return new PlannerAnswer.Clarify($"That could mean: {steps.Message} It would take away {string.Join(", ", lost.Select(name => $"'{name}'"))}, which you have not named. Which columns are meant?", []);
        }
        return answer;
    }

    /// <summary>The columns that would be gone afterwards, or be called otherwise, although the person has not named them.</summary>
    private List<string> Lost(PlannerAnswer.Steps steps, PlanningRequest request)
    {
        var run = KnownColumns.Of(request, _catalog).Try(steps.Plan, _catalog, steps.ReplacesPending);
        return [.. run.Start.Columns.Select(column => column.Name).Where(name => run.Result.Find(name) is null && !NamedColumns.IsNamed(name, request))];
    }

    private PlannerAnswer Instead(PlannerAnswer offline, ModelFailure failure)
    {
        _options.OnFailure?.Invoke(failure);
        return offline;
    }

    /// <summary>What the model said, short, so that it can mend it; the hidden words are still hidden in it.</summary>
    private static string Echo(ChatResponse response)
    {
        var calls = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()
            .Select(call => call.Name + " " + JsonSerializer.Serialize(call.Arguments, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>))));
        var said = string.Join('\n', calls.Append(ModelReply.Text(response))).Trim();
        return said.Length == 0 ? "(nothing)" : said.Length > LongestEcho ? said[..LongestEcho] : said;
    }
}
