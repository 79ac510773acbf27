namespace Mlj.Pipeline;

/// <summary>A column that a step names otherwise than the table at hand does.</summary>
/// <param name="Step">The step, from 1, as the plan counts it.</param>
/// <param name="Parameter">The parameter that names it.</param>
/// <param name="From">The name in the plan.</param>
/// <param name="To">The name in the table.</param>
/// <param name="By">By what it was found.</param>
public sealed record ColumnMapping(int Step, string Parameter, string From, string To, ColumnMatch By);
