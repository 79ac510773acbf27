namespace Mlj.Pipeline;

/// <summary>A number of the policy that formulas of the workbook ask for by its name.</summary>
/// <param name="Name">The name of its cell.</param>
/// <param name="Value">The number.</param>
/// <param name="Meaning">What it decides.</param>
internal sealed record PolicyNumber(string Name, decimal Value, string Meaning);
