namespace Mlj.Fuzzing.Packages;

/// <summary>A number in the records of a zip.</summary>
/// <param name="Name">What it is.</param>
/// <param name="At">Where it begins in the file.</param>
/// <param name="Size">2, 4 or 8 bytes.</param>
internal sealed record ZipField(string Name, int At, int Size);
