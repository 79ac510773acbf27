namespace Mlj.Hosting.Cli.Tests.Output;

/// <summary>What asks for a setting names the option that takes it; typed as it stands there, it is an answer.</summary>
public sealed class ToldTests : WorkFolder
{
    private const string Points = "Name,Email,Points\nAda Quill,ada@example.org,7\nBo Reed,bo@example.org,9\n";

    [Fact]
    public void Note_OfAMaximum_NamesTheOptionThatTakesIt()
    {
        var file = File("Test 1.csv", Points);

        var asked = CliRun.Of("consolidate", file);
        Assert.Contains("Say of how many they are: --max \"Test 1.csv=N\".", asked.Output, StringComparison.Ordinal);
        var note = CliRun.Of("inspect", file, "--json").Json().GetProperty("files")[0].GetProperty("notes")[0];
        Assert.EndsWith("--max \"Test 1.csv=N\".", note.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"file":"Test 1.csv","setting":"maximum","value":null}""", Json(note.GetProperty("corrections")[0]));

        Assert.DoesNotContain("--max", CliRun.Of("consolidate", file, "--max", "Test 1.csv=10").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Note_OfADecimalMark_NamesBothChoices()
    {
        var file = File("table.csv", "Name;Weight\nAda;1.250\nBo;2.500\n");
        var plan = File("plan.json", """{"steps":[{"action":"sort_data","params":{"column":"Name"}}]}""");

        Assert.Contains("Say which decimal mark it is: --decimal-mark point or --decimal-mark comma.", CliRun.Of("preview", file, "--plan", plan).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--decimal-mark", CliRun.Of("preview", file, "--plan", plan, "--decimal-mark", "comma").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Problem_OfAColumn_NamesEveryOptionThatMendsIt()
    {
        var file = File("Test 1.csv", "Colour,Score (10)\nred,7\nblue,9\n");

        var run = CliRun.Of("consolidate", file, "--json");
        Assert.Contains("Name one of them: --email-column or --name-column.", run.Error, StringComparison.Ordinal);
        var refused = run.Json().GetProperty("refused")[0];
        Assert.EndsWith("Name one of them: --email-column or --name-column.", refused.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(["email_column", "name_column"], refused.GetProperty("corrections").EnumerateArray().Select(each => each.GetProperty("setting").GetString()));

        Assert.Equal(0, CliRun.Of("consolidate", file, "--name-column", "Colour").Exit);
    }

    private static string Json(System.Text.Json.JsonElement element) => System.Text.Json.JsonSerializer.Serialize(element);
}
