using Mlj.Hosting.Cli.Shell;

namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class LmsTests : WorkFolder
{
    private const string Gradebook = "First name,Surname,ID number,Email address,Quiz: Light (Real)\nAda,Quill,00417,ADA@example.org,8\nBen,Moor,00418,ben@example.org,7\n";

    [Fact]
    public void Consolidate_ForMoodle_TakesThePeopleOfItsGradebook()
    {
        var run = CliRun.Of("consolidate", Good("Test 1.csv"), "-o", In("upload.csv"), "--for", "moodle", "--gradebook", File("course.csv", Gradebook));
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("1 of the gradebook without a result; these rows are left out: Ben Moor.", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("First name,Surname,ID number,Email address,Test 1 Score,Assignment Score,Final Average\r\nAda,Quill,00417,ADA@example.org,60.00,", System.IO.File.ReadAllText(In("upload.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_ForCanvas_LaysTheResultOut()
    {
        var table = File("results.csv", "Full Name,Email,Test 1 Score\nAda Quill,ada@example.org,80\n");
        Assert.Equal(ExitCode.Done, CliRun.Of("apply", table, "--plan", File("p.json", """{"steps":[]}"""), "-o", In("upload.csv"), "--for", "canvas").Exit);
        Assert.Equal("Student,ID,SIS User ID,SIS Login ID,Section,Test 1 Score\r\n    Points Possible,,,,,100\r\nAda Quill,,,ada@example.org,,80\r\n", System.IO.File.ReadAllText(In("upload.csv")));
    }

    [Fact]
    public void Consolidate_ToAPlainCsv_WritesNoByteOrderMark()
    {
        Assert.Equal(ExitCode.Done, CliRun.Of("consolidate", Good("Test 1.csv"), "-o", In("excel.csv")).Exit);
        Assert.Equal(ExitCode.Done, CliRun.Of("consolidate", Good("Test 1.csv"), "-o", In("plain.csv"), "--plain").Exit);
        var (excel, plain) = (System.IO.File.ReadAllBytes(In("excel.csv")), System.IO.File.ReadAllBytes(In("plain.csv")));
        Assert.Equal([0xEF, 0xBB, 0xBF], excel[..3]);
        Assert.Equal(excel[3..], plain);
    }

    [Fact]
    public void Consolidate_CalledWrongly_WritesNothing()
    {
        var good = Good("Test 1.csv");
        CliRun.Of("consolidate", good, "-o", In("out.xlsx"), "--for", "moodle").Complains(ExitCode.WrongUsage);
        CliRun.Of("consolidate", good, "--for", "moodle").Complains(ExitCode.WrongUsage);
        CliRun.Of("consolidate", good, "-o", In("out.csv"), "--gradebook", good).Complains(ExitCode.WrongUsage);
        CliRun.Of("consolidate", good, "-o", In("out.csv"), "--for", "blackboard").Complains(ExitCode.WrongUsage);
        CliRun.Of("consolidate", good, "-o", In("out.csv"), "--for", "canvas", "--gradebook", In("absent.csv")).Complains(ExitCode.WrongUsage);
        Assert.Equal(["Test 1.csv"], Directory.GetFiles(In("")).Select(Path.GetFileName));
    }
}
