using System.CommandLine;
using Mlj.Hosting.Cli.Shell;
using Mlj.Testing.Snapshots;

namespace Mlj.Hosting.Cli.Tests;

public sealed class CommandLineTests : WorkFolder
{
    [Theory]
    [InlineData("root")]
    [InlineData("consolidate")]
    [InlineData("batch")]
    [InlineData("inspect")]
    [InlineData("cells")]
    [InlineData("actions")]
    [InlineData("preview")]
    [InlineData("apply")]
    [InlineData("undo")]
    [InlineData("plan")]
    public void Help_OfACommand_IsFrozen(string command)
    {
        var run = CliRun.Of(command == "root" ? ["--help"] : [command, "--help"]);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= Terminal.PlainWidth, line));
        // The program is called mlj; in this process it has the name of the test runner.
        Snapshot.Match(run.Output.Replace(RootCommand.ExecutableName + " ", "mlj ", StringComparison.Ordinal), $"Help.{command}");
    }

    [Fact]
    public void Help_OfTheRoot_NamesEveryCommandThatHasHelp()
    {
        var help = CliRun.Of("--help").Output;
        Assert.All(["consolidate", "batch", "inspect", "cells", "actions", "preview", "apply", "undo"], command => Assert.Contains($"\n  {command} ", help, StringComparison.Ordinal));
        Assert.All(["0  done", "1  finished", "2  wrong usage", "3  nothing"], line => Assert.Contains(line, help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData]
    [InlineData("no-such-command")]
    [InlineData("consolidate")]
    [InlineData("consolidate", "a.csv", "--no-such-option")]
    [InlineData("consolidate", "a.csv", "--attempts", "worst")]
    [InlineData("consolidate", "a.csv", "--accept-suggestions", "some")]
    [InlineData("consolidate", "a.csv", "-o", "a.xlsx", "-o", "b.xlsx")]
    [InlineData("batch")]
    [InlineData("batch", "no-such-manifest.json", "--out", "results")]
    [InlineData("inspect")]
    [InlineData("cells")]
    [InlineData("cells", "a.csv", "b.csv")]
    [InlineData("cells", "--no-such-option")]
    [InlineData("inspect", "a.csv", "-j")]
    [InlineData("consolidate", "a.csv", "--attempt", "latest")]
    [InlineData("actions", "no_such_action")]
    [InlineData("preview", "a.csv")]
    [InlineData("preview", "a.csv", "--plan", "no-such-plan.json")]
    [InlineData("apply", "--plan", "p.json")]
    public void Run_CalledWrongly_SaysHowAndIsTwo(params string[] args)
    {
        var run = CliRun.Of(args).Complains(ExitCode.WrongUsage);
        Assert.Contains("Try: mlj ", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/")]
    public void Run_OnWhatNamesNoFile_IsTwo(string name)
    {
        foreach (var command in (string[])["consolidate", "inspect", "cells"])
            Assert.Contains("names no file", CliRun.Of(command, name).Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnAFolder_RefusesItByName()
    {
        Directory.CreateDirectory(In("Some folder"));
        foreach (var name in (string[])[In("Some folder"), In("Some folder") + Path.DirectorySeparatorChar])
        {
            Assert.Contains("'Some folder': This is a folder.", CliRun.Of("consolidate", name).Complains(ExitCode.NothingDone).Error, StringComparison.Ordinal);
            Assert.Contains("'Some folder': This is a folder.", CliRun.Of("cells", name).Complains(ExitCode.NothingDone).Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Run_Cancelled_WritesNothingAndIsThree()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        foreach (var args in (string[][])[["consolidate", Good("Test 1.csv"), "-o", In("results.csv"), "--json"], ["inspect", Good("Test 1.csv")], ["cells", Good("Test 1.csv")]])
        {
            var run = CliRun.Of("", args, cancellation: stop.Token).Complains(ExitCode.NothingDone);
            Assert.Equal("mlj: Stopped. Nothing was written.\n", run.Error);
        }
        Assert.False(Path.Exists(In("results.csv")));
    }
}
