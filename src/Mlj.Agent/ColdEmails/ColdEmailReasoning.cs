using System.Text.Json.Serialization;

namespace Mlj.Agent.ColdEmails;

/// <summary>Why the e-mail says what it says.</summary>
/// <param name="PainPointsOrGoals">What may matter to the recipient; two or three.</param>
/// <param name="SelectedSolution">The one offer.</param>
/// <param name="Justification">Why that one.</param>
public sealed record ColdEmailReasoning(
    [property: JsonPropertyName("pain_points_or_goals")] IReadOnlyList<string> PainPointsOrGoals,
    [property: JsonPropertyName("selected_solution")] string SelectedSolution,
    [property: JsonPropertyName("justification")] string Justification);
