using System.Globalization;
using Mlj.Hosting.Cli.Batches;
using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Output;

/// <summary>What became of the runs of a batch, for people. Why one failed, and which files were refused, is said when it happens.</summary>
internal static class BatchText
{
    public static void Write(IReadOnlyList<BatchOutcome> outcomes, Terminal terminal)
    {
        var screen = new Screen(terminal);
        var counts = Enum.GetValues<BatchStatus>().Select(status => (Status: status, Count: outcomes.Count(outcome => outcome.Status == status))).Where(each => each.Count > 0);
        screen.Heading($"{Count(outcomes.Count, "run")}: {string.Join(", ", counts.Select(each => $"{Text(each.Count)} {Name(each.Status)}"))}");
        screen.Table(["Run", "", "Tests", "Participants", "Refused", "Output"],
            outcomes.Select(each => (IReadOnlyList<string>)[each.Name, Name(each.Status), each.Record is { } made ? Text(made.Tests) : "", each.Record is { } of ? Text(of.Participants) : "", Text(each.Refused.Count), each.Record is null ? "" : each.Output]), 2, 3, 4);
    }

    /// <summary>One line about one run.</summary>
    public static string Tell(BatchOutcome outcome) => outcome.Name + ": " + outcome.Status switch
    {
        BatchStatus.Skipped => $"skipped, nothing has changed: {outcome.Output}",
        BatchStatus.Done => $"done, {Count(outcome.Record!.Tests, "test")}, {Count(outcome.Record.Participants, "participant")}: {outcome.Output}",
        BatchStatus.Failed => $"failed. {outcome.Problem}",
        _ => "not done.",
    };

    public static string Name(BatchStatus status) => status.ToString().ToLowerInvariant();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Count(int count, string noun) => $"{Text(count)} {noun}{(count == 1 ? "" : "s")}";
}
