namespace Mlj.OpenXml;

/// <summary>What can be wrong with a package.</summary>
internal enum PackageFault
{
    /// <summary>The bytes cannot be read from where they are kept.</summary>
    Unreadable,

    /// <summary>The zip is broken, or says two things at once.</summary>
    Damaged,

    /// <summary>An entry of the zip is encrypted.</summary>
    Encrypted,

    /// <summary>More entries or bytes than allowed.</summary>
    TooLarge,

    /// <summary>A part that must be there is not.</summary>
    MissingPart,

    /// <summary>A part is no well-formed XML.</summary>
    BadXml,

    /// <summary>A part declares a document type.</summary>
    ForbiddenDtd,

    /// <summary>More elements within each other than allowed.</summary>
    TooDeep,

    /// <summary>More attributes at one element than allowed, or a longer one.</summary>
    TooManyAttributes,
}
