using Mlj;
using Mlj.Agent.Phrases;
using Mlj.Language;

// Mlj.Language FILE.jsonl... [--errors]
var files = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
if (files.Count == 0)
{
    Console.Error.WriteLine("Give files of requests, one JSON document a line, such as tests/data/language/heldout.jsonl; --errors lists what is not exact.");
    return 2;
}
var worst = 0;
foreach (var file in files)
{
    var evaluation = await Evaluation.OfAsync(new PhrasePlanner(BuiltInActions.Catalog), LanguageCase.Read(file));
    if (args.Contains("--errors"))
        foreach (var miss in evaluation.Misses())
            Console.WriteLine(miss);
    Console.WriteLine(file);
    Console.Write(evaluation.Report());
    worst = Math.Max(worst, evaluation.Unsafe);
}
return worst > 0 ? 1 : 0;
