namespace Mlj.Hosting.Refusals;

/// <summary>What was asked of the workbench is not done; nothing has changed.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Makes the exception of a reason.</summary>
    public RefusedException(Refusal refusal, Exception? cause = null) : base(refusal?.Message, cause)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        Refusal = refusal;
    }

    /// <summary>Why.</summary>
    public Refusal Refusal { get; }
}
