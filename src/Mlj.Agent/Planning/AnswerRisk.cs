using Mlj.Pipeline;

namespace Mlj.Agent.Planning;

/// <summary>What an answer puts at risk if it is done.</summary>
public static class AnswerRisk
{
    /// <summary>What can be lost: that of the steps' actions; nothing for questions and refusals; what an undo takes back can be done again.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="catalog">The actions that its steps name.</param>
    /// <exception cref="ArgumentException">The catalogue does not have an action of the steps.</exception>
    public static ActionRisk RiskIn(this PlannerAnswer answer, ActionCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(catalog);
        return answer switch
        {
            PlannerAnswer.Steps steps => catalog.RiskOf(steps.Plan),
            PlannerAnswer.Undo => ActionRisk.Reversible,
            _ => ActionRisk.Read,
        };
    }

    /// <summary>Whether a person has to say yes to this answer itself, after its preview: it would lose something that was there, or send something out.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="catalog">The actions that its steps name.</param>
    /// <exception cref="ArgumentException">The catalogue does not have an action of the steps.</exception>
    public static bool NeedsConfirmationIn(this PlannerAnswer answer, ActionCatalog catalog) => answer.RiskIn(catalog) > ActionRisk.Reversible;
}
