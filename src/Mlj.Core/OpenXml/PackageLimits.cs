namespace Mlj.OpenXml;

/// <summary>What is too much for a package.</summary>
/// <param name="MaxPackageEntries">Entries in the zip.</param>
/// <param name="MaxPartBytes">Bytes of one part, counted while inflating.</param>
/// <param name="MaxInflatedBytes">Bytes of all parts that are read, counted while inflating; a part that is read twice counts once.</param>
/// <param name="MaxInflationRatio">Bytes that each packed byte of a part unpacks to, once it has unpacked to more than 10 MB.</param>
/// <param name="MaxXmlDepth">Elements within each other.</param>
/// <param name="MaxXmlAttributes">Attributes of one element.</param>
/// <param name="MaxXmlAttributeBytes">Bytes of the value of one attribute.</param>
internal sealed record PackageLimits(int MaxPackageEntries, long MaxPartBytes, long MaxInflatedBytes, int MaxInflationRatio, int MaxXmlDepth, int MaxXmlAttributes, int MaxXmlAttributeBytes);
