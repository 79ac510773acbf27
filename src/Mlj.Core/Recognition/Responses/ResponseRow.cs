namespace Mlj.Recognition.Responses;

/// <summary>One data row as it is kept; <see cref="Response"/> says what the properties mean.</summary>
internal struct ResponseRow
{
    private const long Unknown = -1;

    private long _submitted;

    public int Number;
    public int Address;
    public string? Name;
    public string? Phone;
    public ulong Content;
    public Answer Answer;

    /// <summary>Whether the row is a participant's; one that is not has been found so before there were answers.</summary>
    public readonly bool IsAttempt => Answer is null or { Kind: ResponseKind.Attempt };

    public DateTime? Submitted
    {
        readonly get => _submitted == Unknown ? null : new DateTime(_submitted);
        set => _submitted = value?.Ticks ?? Unknown;
    }
}
