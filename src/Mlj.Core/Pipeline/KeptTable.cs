using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>A table that a step made beside its result, to be kept apart from it: the key of a redaction. A host may offer to save it; it is part of no export.</summary>
/// <param name="Name">What it is, in snake_case, such as <c>redaction_key</c>.</param>
/// <param name="Table">The table.</param>
public sealed record KeptTable(string Name, Table Table);
