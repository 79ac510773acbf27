using System.Text.Json;
using Mlj.Hosting.Cli.Shell;
using Mlj.Testing.Snapshots;

namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class ConsolidateCommandTests : WorkFolder
{
    [Fact]
    public void Run_OnTheSamples_PrintsASummary()
    {
        var run = CliRun.Of(["consolidate", .. Samples]);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Snapshot.Match(run.Output);
    }

    [Theory]
    [InlineData("results.xlsx")]
    [InlineData("results.csv")]
    [InlineData("results.JSON")]
    public void Run_WithAnOutput_WritesItAndSaysWhere(string name)
    {
        var run = CliRun.Of("consolidate", Good("Test 1.csv"), "-o", In(name));
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.Contains("Written:", run.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(In(name)).Length > 0);
    }

    [Theory]
    [InlineData("results.xlsx", "all in the sheet Ledger")]
    [InlineData("results.csv", "all with --json")]
    public void Run_WithRowsSetAside_NamesThemAndWhereTheRestIs(string name, string rest)
    {
        var test = File("Test 7.csv", "Name,Email,Score (10)\nAda Quill,ada@example.org,7\n" + string.Concat(Enumerable.Repeat("Mean,,7\n", 14)));
        var run = CliRun.Of("consolidate", test, "-o", In(name));
        Assert.Contains("Set aside: 14\n  - 'Test 7.csv', row 3, column C: 'Mean' is no participant\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"  ... and 2 more, {rest}\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class.csv", "-o", "class.csv", "--roster", "class.csv")]
    [InlineData("people.json", "-o", "people.json", "--decisions", "people.json")]
    [InlineData("recipe.json", "-o", "recipe.json", "--recipe", "recipe.json")]
    [InlineData("recipe.json", "--save-decisions", "recipe.json", "--recipe", "recipe.json")]
    [InlineData("class.csv", "--save-decisions", "class.csv", "--roster", "class.csv")]
    [InlineData("Test 1.csv", "--save-decisions", "Test 1.csv")]
    public void Run_WithAnOutputThatIsRead_LeavesItAsItWas(string name, params string[] options)
    {
        var test = Good("Test 1.csv");
        if (name != "Test 1.csv")
            File(name, "as it was");
        var before = System.IO.File.ReadAllText(In(name));
        var run = CliRun.Of(["consolidate", test, .. options.Select(option => option.StartsWith('-') ? option : In(option))]).Complains(ExitCode.WrongUsage);
        Assert.Contains("is one of the files to read", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllText(In(name)));
    }

    [Fact]
    public void Run_WithOneNameForTwoOutputs_WritesNeither()
    {
        Assert.Contains("would be written twice", CliRun.Of("consolidate", Good("Test 1.csv"), "-o", In("out.json"), "--save-decisions", In("out.json")).Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(In("out.json")));
    }

    [Fact]
    public void SaveDecisions_OverTheDecisionsThatWereRead_KeepsThem()
    {
        string[] call = ["consolidate", Good("Test 1.csv"), Good("Test 2.csv", 70), "--save-decisions", In("people.json")];
        Assert.Equal(ExitCode.Done, CliRun.Of([.. call, "--different", "ada@example.org=ida@example.org"]).Exit);
        Assert.Equal(ExitCode.Done, CliRun.Of([.. call, "--decisions", In("people.json")]).Exit);
        Assert.Contains("ida@example.org", System.IO.File.ReadAllText(In("people.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithJson_PrintsOneDocumentAndNothingElse()
    {
        var run = CliRun.Of(["consolidate", .. Samples, "-o", In("results.csv"), "--json"]);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        var json = run.Json();
        Assert.Equal(["tests", "participants", "suggestions", "attempts", "refused", "notes", "ledger"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal([1, 2, 3, 4, 5], json.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("number").GetInt32()));
        Assert.Equal(143, json.GetProperty("ledger").GetProperty("rows_read").GetInt32());
        var rosa = json.GetProperty("participants").EnumerateArray().Single(each => each.GetProperty("email").GetString() == "rosa.penalver@example.org");
        Assert.Equal("""{"1":70.59,"2":null,"3":73.68,"4":83.33,"5":86.67}""", JsonSerializer.Serialize(rosa.GetProperty("scores")));
        Assert.Equal((4, 90.6m, 67.48m, "PASS"),
            (rosa.GetProperty("tests_taken").GetInt32(), rosa.GetProperty("assignment_score").GetDecimal(), rosa.GetProperty("final_average").GetDecimal(), rosa.GetProperty("status").GetString()));
        Assert.True(System.IO.File.Exists(In("results.csv")));
    }

    [Theory]
    [InlineData("best", 18, 11)]
    [InlineData("latest", 11, 18)]
    [InlineData("first", 18, 11)]
    public void Run_WithAttempts_TellsWhatCounts(string policy, int kept, int superseded)
    {
        var attempts = CliRun.Of(["consolidate", .. Samples, "--json", "--attempts", policy]).Json().GetProperty("attempts");
        var jonas = attempts.EnumerateArray().Single(each => each.GetProperty("email").GetString() == "jonas.ekstrom@example.net");
        Assert.Equal((2, Percent(kept)), (jonas.GetProperty("test").GetInt32(), jonas.GetProperty("kept").GetDecimal()));
        Assert.Equal(Percent(superseded), Assert.Single(jonas.GetProperty("superseded").EnumerateArray().ToList()).GetDecimal());

        static decimal Percent(int points) => decimal.Round(points * 100m / 24, 2, MidpointRounding.AwayFromZero);
    }

    [Fact]
    public void Run_WhenSomeFilesAreRefused_FinishesWithOne()
    {
        var run = CliRun.Of("consolidate", Good("Test 1.csv"), Strange, "-o", In("results.csv"));
        Assert.Equal((ExitCode.SomeRefused, ""), (run.Exit, run.Error));
        Assert.Contains("Refused: 1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("'no-test.csv'", run.Output, StringComparison.Ordinal);
        Assert.True(System.IO.File.Exists(In("results.csv")));

        run = CliRun.Of("consolidate", Good("Test 1.csv"), Strange, "--json");
        Assert.Equal(ExitCode.SomeRefused, run.Exit);
        Assert.StartsWith("mlj: 'no-test.csv'", run.Error, StringComparison.Ordinal);
        var refused = Assert.Single(run.Json().GetProperty("refused").EnumerateArray().ToList());
        Assert.Equal(("no-test.csv", "no_score_column"), (refused.GetProperty("file").GetString(), refused.GetProperty("code").GetString()));
        Assert.StartsWith("'no-test.csv'", refused.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhenEveryFileIsRefused_IsThreeAndWritesNothing()
    {
        var run = CliRun.Of("consolidate", Strange, In("missing.csv"), "-o", In("results.csv")).Complains(ExitCode.NothingDone);
        Assert.Contains("'missing.csv': There is no such file.", run.Error, StringComparison.Ordinal);
        Assert.Contains("No file could be used, so nothing was written.", run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(In("results.csv")));

        run = CliRun.Of("consolidate", Strange, "--json");
        Assert.Equal(ExitCode.NothingDone, run.Exit);
        Assert.Equal(0, run.Json().GetProperty("participants").GetArrayLength());
        Assert.Equal(1, run.Json().GetProperty("refused").GetArrayLength());
    }

    [Theory]
    [InlineData("results.ods")]
    [InlineData("results")]
    [InlineData("")]
    public void Run_WithAnUnknownExtension_IsTwo(string output)
    {
        var run = CliRun.Of("consolidate", Good("Test 1.csv"), "-o", output.Length == 0 ? "" : In(output)).Complains(ExitCode.WrongUsage);
        Assert.Contains(".xlsx, .csv, .json", run.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(In(".")));
    }

    [Fact]
    public void Run_ToAPathThatCannotBeWritten_IsThreeAndSaysSo()
    {
        Directory.CreateDirectory(In("folder.csv"));
        foreach (var output in (string[])[Path.Combine(In("nowhere"), "results.csv"), In("folder.csv"), Path.Combine(Good("Test 2.csv", 70), "results.csv")])
            foreach (var args in (string[][])[[], ["--json"]])
            {
                var run = CliRun.Of(["consolidate", Good("Test 1.csv"), "-o", output, .. args]).Complains(ExitCode.NothingDone);
                Assert.Contains("cannot be written: ", run.Error, StringComparison.Ordinal);
                Assert.EndsWith(" Nothing was written.\n", run.Error, StringComparison.Ordinal);
            }
        Assert.DoesNotContain(Directory.GetFiles(In(".")), path => path.EndsWith(".draft", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_ToStandardOutput_GoesWithJsonOnly()
    {
        Assert.Contains("--json", CliRun.Of("consolidate", Good("Test 1.csv"), "-o", "-").Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);
        var run = CliRun.Of("consolidate", Good("Test 1.csv"), "-o", "-", "--json");
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.Equal(1, run.Json().GetProperty("participants").GetArrayLength());
        Assert.False(System.IO.File.Exists("-"));
    }

    [Fact]
    public void Run_OnStandardInput_ReadsItOnce()
    {
        const string Text = "Name,Email,Score (100)\nAda Quill,ada@example.org,60\n";
        var run = CliRun.Of(Text, ["consolidate", "-", Good("Test 2.csv", 70), "--json", "--test-number", "standard input=1"]);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.Equal(["standard input", "Test 2.csv"], run.Json().GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("file").GetString()));
        Assert.Contains("stands twice", CliRun.Of(Text, ["consolidate", "-", "-"]).Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);
        CliRun.Of("", ["consolidate", "-"]).Complains(ExitCode.NothingDone);
    }

    [Fact]
    public void Run_OntoOneOfItsInputs_IsTwoAndLeavesIt()
    {
        var test = Good("Test 1.csv");
        var before = System.IO.File.ReadAllText(test);
        foreach (var input in (string[])[test, In("*.csv"), Path.Combine(In("."), "Test 1.csv")])
            Assert.Contains("one of the files to read", CliRun.Of("consolidate", input, "-o", test).Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllText(test));
    }

    [Fact]
    public void Run_OnAPattern_ReadsTheFilesByName()
    {
        Good("Test 2.csv", 70);
        Good("Test 1.csv");
        File("notes.txt", "nothing");
        var json = CliRun.Of("consolidate", In("Test ?.csv"), "--json").Json();
        Assert.Equal(["Test 1.csv", "Test 2.csv"], json.GetProperty("ledger").GetProperty("files").EnumerateArray().Select(file => file.GetProperty("file").GetString()));
        Assert.Contains("'*.ods': There is no such file.", CliRun.Of("consolidate", In("*.ods")).Complains(ExitCode.NothingDone).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithAnOptionThatIsNone_IsTwoThoughTheFilesAreGood()
    {
        var run = CliRun.Of("consolidate", Good("Test 1.csv"), "--attempt", "latest", "-o", In("results.csv")).Complains(ExitCode.WrongUsage);
        Assert.Contains("There is no option '--attempt'.", run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(In("results.csv")));
    }

    [Fact]
    public void Run_WithSettingsForOneFile_ChangesThatFileOnly()
    {
        File("Quiz a.csv", "Name,Email,Score,Other\nAda,ada@example.org,15,20\n");
        File("Quiz b=c.csv", "Name,Email,Score,Other\nAda,ada@example.org,40,35\n");
        var run = CliRun.Of("consolidate", In("Quiz a.csv"), In("Quiz b=c.csv"), "--json",
            "--max", "50", "--max", "QUIZ A.csv=30", "--test-number", "Quiz a.csv=7", "--test-number", "Quiz b=c.csv=3", "--score-column", "Quiz b=c.csv=Other");
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.Equal("""{"3":70,"7":50}""", JsonSerializer.Serialize(run.Json().GetProperty("participants")[0].GetProperty("scores")));
        Assert.Equal([50, 30], run.Json().GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("max_score").GetInt32()));
    }

    [Theory]
    [InlineData("--max", "0")]
    [InlineData("--max", "-5")]
    [InlineData("--max", "1,5")]
    [InlineData("--max", "Test 9.csv=30")]
    [InlineData("--max", "Test 1.csv=")]
    [InlineData("--test-number", "0")]
    [InlineData("--test-number", "Test 1.csv=one")]
    [InlineData("--header-row", "1.5")]
    [InlineData("--decimal-mark", "semicolon")]
    public void Run_WithASettingThatCannotBe_IsTwoAndNamesTheOption(string option, string value)
    {
        var run = CliRun.Of("consolidate", Good("Test 1.csv"), option, value).Complains(ExitCode.WrongUsage);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithATestNumberForSeveralFiles_IsTwo() =>
        Assert.Contains("say of which file", CliRun.Of("consolidate", Good("Test 1.csv"), Good("Test 2.csv", 70), "--test-number", "5").Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);

    [Fact]
    public void Run_WithARecipe_ComputesWhatItSays()
    {
        Assert.Equal(JsonValueKind.Null, Participant("plain").GetProperty("assignment_score").ValueKind);
        Assert.Equal(60, Participant("PLAIN").GetProperty("final_average").GetInt32());
        var recipe = File("recipe.json", """{"version":1,"steps":[{"action":"add_pass_fail","params":{"score_column":"Test 1 Score"}}]}""");
        Assert.Equal("PASSED", Participant(recipe).GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, Participant(recipe).GetProperty("tests_taken").ValueKind);

        JsonElement Participant(string name) => CliRun.Of("consolidate", Good("Test 1.csv"), "--json", "--recipe", name).Json().GetProperty("participants")[0];
    }

    [Theory]
    [InlineData("")]
    [InlineData("no-such-recipe")]
    public void Run_WithARecipeThatIsNotThere_IsTwo(string recipe) =>
        Assert.Contains("mlj, plain", CliRun.Of("consolidate", Good("Test 1.csv"), "--recipe", recipe).Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("""{"steps":[{"action":"add_avrage"}]}""", "Did you mean 'add_average'?")]
    [InlineData("""{"steps":[{"action":"\ud800"}]}""", "broken")]
    public void Run_WithABrokenRecipe_IsTwoAndSaysWhy(string json, string why) =>
        Assert.Contains(why, CliRun.Of("consolidate", Good("Test 1.csv"), "--recipe", File("r.json", json)).Complains(ExitCode.WrongUsage).Error, StringComparison.Ordinal);

    [Fact]
    public void Run_WithARecipeThatDoesNotFit_IsThreeAndWritesNothing()
    {
        var recipe = File("r.json", """{"steps":[{"action":"add_pass_fail","params":{"score_column":"Tset 1 Score"}}]}""");
        var run = CliRun.Of("consolidate", Good("Test 1.csv"), "--recipe", recipe, "-o", In("results.csv"), "--json").Complains(ExitCode.NothingDone);
        Assert.Contains("Step 1: There is no column 'Tset 1 Score'. Did you mean 'Test 1 Score'?", run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(In("results.csv")));
    }

    [Fact]
    public void Run_OnAFileNameThatSteersTheTerminal_ShowsItCleaned()
    {
        if (OperatingSystem.IsWindows())
            return;
        const string Name = "Test 1 \u001b[31m\u0007\u202Ered.csv";
        foreach (var run in (CliRun[])
        [
            CliRun.Of("", ["consolidate", Good(Name), In("\u001b]0;title.csv"), "-o", In("results.csv")], showsProgress: false),
            CliRun.Of("inspect", Good(Name), In("\u001b]0;title.csv")),
            CliRun.Of("consolidate", In(Name + "x")),
            CliRun.Of("consolidate", Good(Name), "--max", "\u001b[31m"),
            CliRun.Of("cells", Good(Name), "--sheet", "\u001b[31m"),
            CliRun.Of("consolidate", "a.csv", "--\u001b[31m"),
        ])
        {
            Assert.DoesNotContain(run.Output + run.Error, character => character is '\u001b' or '\u0007' or '\u202E');
            Assert.Contains("[31m", run.Output + run.Error, StringComparison.Ordinal);
        }
        var json = CliRun.Of("consolidate", Good(Name), "--json");
        Assert.DoesNotContain('\u001b', json.Output);
        Assert.Equal(Name, json.Json().GetProperty("tests")[0].GetProperty("file").GetString());
    }

    [Fact]
    public void Run_OnATerminal_ShowsProgressOnErrorOnly()
    {
        var run = CliRun.Of("", ["consolidate", Good("Test 1.csv"), Good("Test 2.csv", 70), "--json"], showsProgress: true);
        Assert.Equal("\r\u001b[Kreading 1 of 2, 0%: Test 1.csv\r\u001b[Kreading 2 of 2, 50%: Test 2.csv\r\u001b[Kreading 2 of 2, 100%: Test 2.csv\r\u001b[K", run.Error);
        run.Json();
    }

}
