using System.Text.Json;
using Mlj.Merging;
using Mlj.Testing;

namespace Mlj.Tests;

/// <summary>The example class of <c>samples/</c> and what must come out of it.</summary>
internal static class Samples
{
    public static IReadOnlyList<string> Paths { get; } = [.. Directory.GetFiles(Repository.PathOf("samples"), "*.xlsx").Order(StringComparer.Ordinal)];

    public static JsonElement Expected { get; } = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("samples", "expected.json"))).RootElement.Clone();

    public static Compilation Compile(AttemptPolicy attempts = AttemptPolicy.Best) =>
        new ResultsCompiler(new CompilerOptions { Merge = new MergeOptions { Attempts = attempts } }).Compile(Paths);

    public static IEnumerable<JsonElement> Each(this JsonElement element, string property) => element.GetProperty(property).EnumerateArray();

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    public static int Number(this JsonElement element, string property) => element.GetProperty(property).GetInt32();
}
