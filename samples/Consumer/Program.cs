using Microsoft.Extensions.DependencyInjection;
using Mlj;
using Mlj.Merging;

// Ten lines: files in, a table out.
var results = new ResultsCompiler().Compile(args);
foreach (var file in results.Refused)
    Console.WriteLine($"refused: {file.Problem}");
foreach (var test in results.Consolidation.Tests)
    Console.WriteLine($"test {test.Number}: {test.File}, out of {test.Maximum}");
Console.WriteLine($"{results.Participants.Count} participants, {results.Ledger.Total.Placed} of {results.Ledger.Total.RowsRead} rows placed");
results.Save("results.xlsx");

// Why is a number what it is?
var first = results.Participants[0];
Console.WriteLine($"{first.Name}: {results.Explain(first, "Final Average")}");

// The same through dependency injection, with another attempt policy.
var services = new ServiceCollection().AddMlj(new CompilerOptions { Merge = new MergeOptions { Attempts = AttemptPolicy.Latest } }).BuildServiceProvider();
Console.WriteLine($"{services.GetRequiredService<ResultsCompiler>().Compile(args).Consolidation.Retakes.Count} retakes, the latest attempt counts");
