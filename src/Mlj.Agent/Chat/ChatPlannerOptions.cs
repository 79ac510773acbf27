namespace Mlj.Agent.Chat;

/// <summary>How a <see cref="ChatPlanner"/> uses its model. Immutable.</summary>
public sealed record ChatPlannerOptions
{
    /// <summary>The defaults.</summary>
    public static ChatPlannerOptions Default { get; } = new();

    /// <summary>When the model is asked; by default only when the planner without a model has to ask back.</summary>
    public ChatUse Use { get; init; } = ChatUse.WhenUnsure;

    /// <summary>
    /// How long the model has for everything, the repair included; 20 seconds by default, above 0 and at most a day. Then the answer without a model
    /// is given.
    /// </summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest message that is sent, in characters; 2,000 by default. A longer one gets the answer without a model.</summary>
    public int MaxMessageCharacters { get; init; } = 2_000;

    /// <summary>The most characters of a model's answer that are read; 64,000 by default. A longer one is not used.</summary>
    public int MaxAnswerCharacters { get; init; } = 64_000;

    /// <summary>The most steps that a model may propose at once; 20 by default.</summary>
    public int MaxSteps { get; init; } = 20;

    /// <summary>The most columns that a model is told of; 300 by default. For a wider table the answer without a model is given.</summary>
    public int MaxColumns { get; init; } = 300;

    /// <summary>How many earlier messages of the person are sent; 6 by default.</summary>
    public int MaxTurns { get; init; } = 6;

    /// <summary>The most tokens that the model may write, its thinking included; 2,000 by default, null for the service's own limit.</summary>
    public int? MaxOutputTokens { get; init; } = 2_000;

    /// <summary>The model's temperature; 0 by default, null for models that take none.</summary>
    public float? Temperature { get; init; } = 0;

    /// <summary>Told when a model's answer was not used; nobody by default. Called on any thread. It gets no word of the conversation.</summary>
    public Action<ModelFailure>? OnFailure { get; init; }

    /// <summary>Checks what clocks cannot do, at once and not only when the model is asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The deadline is out of its range.</exception>
    internal void Check(string parameter)
    {
        if (Deadline <= TimeSpan.Zero || Deadline > TimeSpan.FromDays(1))
            throw new ArgumentOutOfRangeException(parameter, Deadline, $"The option {nameof(Deadline)} must be above 0 and at most a day.");
    }
}
