using Mlj.Hosting.Refusals;
using Mlj.Hosting.Web.Safety;
using Mlj.Merging;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>Who is who, which attempt counts, and what needs a look.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this RouteGroupBuilder api)
    {
        var people = api.MapGroup("/session/{session_id}").WithTags("People");
        people.MapGet("/suggestions", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.SuggestionsAsync(context.KeyOf(session_id), stop))
            .WithSummary("Addresses that look like one person's, with evidence for and against, and what was decided");
        people.MapPost("/suggestions", (string session_id, Decision decision, HttpContext context, Workbench workbench, CancellationToken stop) =>
            workbench.DecideAsync(context.KeyOf(session_id), Pair(decision).Email, Pair(decision).Other, SameOf(decision), decision.DropSteps, stop))
            .WithSummary("Decides about two addresses: accept, reject or undecided");
        people.MapPost("/suggestions/accept", (string session_id, Acceptance acceptance, HttpContext context, Workbench workbench, CancellationToken stop) =>
            workbench.AcceptSuggestionsAsync(context.KeyOf(session_id), acceptance.Band, acceptance.DropSteps, stop))
            .WithSummary("Accepts all suggestions of a band, or all");
        people.MapGet("/retakes", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop, string? what_if = null) =>
            workbench.RetakesAsync(context.KeyOf(session_id), what_if is null ? null : PolicyOf(what_if), stop))
            .WithSummary("Who sat a test more than once; with what_if=latest, whose outcome that choice would change");
        people.MapPut("/attempts", (string session_id, AttemptChoice choice, HttpContext context, Workbench workbench, CancellationToken stop) =>
            workbench.SetAttemptsAsync(context.KeyOf(session_id), choice.Attempts, choice.DropSteps, stop))
            .WithSummary("Sets which attempt counts: best, latest, first or average");
        people.MapGet("/review", (string session_id, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.ReviewAsync(context.KeyOf(session_id), stop))
            .WithSummary("What needs a look: files refused, questions and notes about the files, retakes; and how much of it is open");
        people.MapPut("/review", (string session_id, Look look, HttpContext context, Workbench workbench, CancellationToken stop) => workbench.SeeAsync(context.KeyOf(session_id), look.Keys, look.Seen, stop))
            .WithSummary("Marks things that need a look as seen, or takes the marks back");
    }

    private static (string Email, string Other) Pair(Decision decision) => decision.Emails is [{ } one, { } other]
        ? (one, other)
        : throw Bad("emails", "'emails' must be a list of two addresses.");

    private static bool? SameOf(Decision decision) => decision.Choice switch
    {
        "accept" => true,
        "reject" => false,
        "undecided" => null,
        _ => throw Bad("decision", "'decision' must be accept, reject or undecided."),
    };

    private static AttemptPolicy PolicyOf(string name) => Enum.GetValues<AttemptPolicy>().Cast<AttemptPolicy?>().FirstOrDefault(each => each.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw Bad("what_if", "what_if must be best, latest, first or average.");

    private static RefusedException Bad(string what, string message) => new(new Refusal(RefusalKind.BadRequest, "bad_" + what, message));

    internal sealed record Decision(IReadOnlyList<string> Emails, [property: System.Text.Json.Serialization.JsonPropertyName("decision")] string Choice, bool DropSteps = false);

    internal sealed record Acceptance(SuggestionBand? Band = null, bool DropSteps = false);

    internal sealed record Look(IReadOnlyList<string> Keys, bool Seen = true);

    internal sealed record AttemptChoice(AttemptPolicy Attempts, bool DropSteps = false);
}
