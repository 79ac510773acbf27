using Mlj.Hosting.Cli.Shell;
using Mlj.Testing.Workbooks;

namespace Mlj.Hosting.Cli.Tests.Commands;

public sealed class CellsCommandTests : WorkFolder
{
    [Fact]
    public void Run_OnAWorkbook_PrintsEveryCellALine()
    {
        var path = Book();
        var run = CliRun.Of("cells", path);
        Assert.Equal((ExitCode.Done, ""), (run.Exit, run.Error));
        Assert.Equal("# First\nR1C1\ts\ta\\tb\\nc\\\\d\nR1C3\tn\t0.1\nR2C1\tb\t1\nR2C2\te\t#DIV/0!\nR2C3\td\t2026-03-07\nR2C4\tn\t46088\n# Second\nR1C1\ts\t=1+1\n", run.Output);
    }

    [Fact]
    public void Run_WithASheet_PrintsItAlone()
    {
        Assert.Equal("# Second\nR1C1\ts\t=1+1\n", CliRun.Of("cells", Book(), "--sheet", "SECOND").Output);
        var run = CliRun.Of("cells", Book(), "--sheet", "Third").Complains(ExitCode.NothingDone);
        Assert.Contains("has no sheet 'Third'. Its sheets are: First, Second.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnStandardInput_ReadsIt() => Assert.Equal("# standard input\nR1C1\ts\tName\nR1C2\ts\tScore\nR2C1\ts\tAda\nR2C2\ts\t60\n", CliRun.Of("Name,Score\nAda,60\n", ["cells", "-"]).Output);

    [Fact]
    public void Run_OnAFileThatCannotBeRead_IsThree()
    {
        CliRun.Of("cells", In("missing.csv")).Complains(ExitCode.NothingDone);
        CliRun.Of("cells", File("empty.xlsx", "")).Complains(ExitCode.NothingDone);
    }

    private string Book()
    {
        System.IO.File.WriteAllBytes(In("book.xlsx"), Workbook.Sheet("First")
            .Row("a\tb\nc\\d", null, 0.1).Row(true, CellValue.Error("#DIV/0!"), CellValue.IsoDate("2026-03-07"), CellValue.BuiltIn(46088, 14))
            .Sheet("Second").Row("=1+1").ToBytes());
        return In("book.xlsx");
    }
}
