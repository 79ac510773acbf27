namespace Mlj;

/// <summary>A file that went into a result.</summary>
/// <param name="File">The file's name as the user knows it.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes in lower-case hexadecimal, taken right before the file was read. A file that is rewritten in between is not the one that was hashed; hand in a copy where that can happen.</param>
public sealed record InputFile(string File, long Bytes, string Sha256);
