namespace Mlj.OpenXml;

/// <summary>What a part says about another part.</summary>
/// <param name="Id">The name by which the part refers to it.</param>
/// <param name="Kind">The last word of the type, which is the same in both dialects: <c>worksheet</c>.</param>
/// <param name="Target">The other part's name as <see cref="PartName"/> writes it.</param>
internal sealed record Relationship(string Id, string Kind, string Target);
