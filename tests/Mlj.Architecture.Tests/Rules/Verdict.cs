namespace Mlj.Architecture.Tests.Rules;

/// <summary>Says all violations of a rule at once, one a line.</summary>
internal static class Verdict
{
    public static void Holds(IEnumerable<string> violations)
    {
        var all = violations.ToList();
        Assert.True(all.Count == 0, $"Violations of the rule: {all.Count}{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
    }
}
