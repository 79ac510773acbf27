namespace Mlj.Hosting.Refusals;

/// <summary>The sorts of refusal; a door has one answer for each.</summary>
public enum RefusalKind
{
    /// <summary>What was sent cannot be understood.</summary>
    BadRequest,

    /// <summary>The session is not the caller's to use.</summary>
    NotOwner,

    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>It does not fit what is there now: look again, then decide again.</summary>
    Conflict,

    /// <summary>It was there and has expired.</summary>
    Gone,

    /// <summary>It is more than is taken.</summary>
    TooLarge,

    /// <summary>It is no kind of file that is read here.</summary>
    UnsupportedFile,

    /// <summary>It was understood and cannot be done.</summary>
    CannotBeDone,

    /// <summary>A part that it needs is not there.</summary>
    Unavailable,
}
