using System.Diagnostics;
using System.Text;
using Mlj.Formulas;
using Mlj.Tables;

namespace Mlj.Tests.Formulas;

public class RandomFormulaTests
{
    private static readonly string[] Codes =
    [
        "empty", "too_long", "too_deep", "too_many_operators", "unended_text", "unended_column", "nameless_column", "number_too_large", "strange_character",
        "unexpected", "unknown_function", "unknown_name", "wrong_argument_count", "unknown_column", "no_condition", "incomparable",
    ];

    private static readonly string[] Pieces =
    [
        "1", "2.5", "1e9", "1e28", "0", ".", "\"", "\"a\"", "[", "]", "[A]", "[@A]", "[@[A]]", "[B]", "[T]", "[Nobody]", "'", "#", "@", "+", "-", "*", "/", "^", "&", "%",
        "=", "<>", "<", "<=", ">", ">=", "(", ")", "(", ")", ",", ";", " ", "\n", "TRUE", "FALSE", "IF(", "SUM(", "AVERAGE(", "MEDIAN(", "COUNT(", "ROUND(", "ABS(", "ISBLANK(",
        "CONCAT(", "LEFT(", "RIGHT(", "LEN(", "UPPER(", "TRIM(", "AND(", "NOT(", "EVAL(", "😀", "\0", "é", "\uD800", "“",
    ];

    private static readonly Table Small = new(new Column.Numbers("A", [1, null, -7e28m]), new Column.Numbers("B", [0, 2.5m, 3]), new Column.Texts("T", ["x", null, "5"]));

    [Fact]
    public void Evaluate_AThousandRandomFormulas_GivesWhatTheOracleGives()
    {
        var missing = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new RandomFormula(seed);
            var table = random.Table(8);
            var sketch = random.Next();
            var text = sketch.ToString();
            Assert.True(Formula.TryParse(text, out var formula, out var problem), $"{text}: {problem}");
            var column = formula.Evaluate(table, "Result").Column;
            for (var row = 0; row < table.RowCount; row++)
            {
                var expected = new SketchOracle(table, row).Result(sketch);
                var found = column[row].Text ?? (object?)column[row].Number;
                missing += found is null ? 1 : 0;
                Assert.True(expected is decimal one && found is decimal other ? Math.Abs(one - other) <= 1e-12m * Math.Max(1, Math.Abs(one)) : Equals(expected, found),
                    $"Seed {seed}, row {row}, {text}: expected {expected ?? "missing"}, found {found ?? "missing"}.");
            }
        }
        Assert.InRange(missing, 800, 5000);
    }

    [Fact]
    public void TryParse_RandomPieces_GivesAFormulaOrADeclaredProblem()
    {
        var chance = new Random(519);
        var parsed = 0;
        for (var round = 0; round < 30_000; round++)
        {
            var text = new StringBuilder();
            for (var piece = chance.Next(1, round % 100 == 0 ? 3000 : 12); piece > 0; piece--)
                text.Append(Pieces[chance.Next(Pieces.Length)]);
            var watch = Stopwatch.StartNew();
            parsed += Examine(text.ToString()) ? 1 : 0;
            Assert.True(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms: {text}");
        }
        Assert.InRange(parsed, 300, 30_000);
    }

    [Fact]
    public void TryParse_AChangedFormula_GivesAFormulaOrADeclaredProblem()
    {
        var chance = new Random(26);
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new RandomFormula(seed);
            random.Table(1);
            var text = random.Next().ToString();
            var at = chance.Next(text.Length);
            Examine(chance.Next(3) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Pieces[chance.Next(Pieces.Length)]),
                _ => text[..at],
            });
        }
    }

    [Theory]
    [InlineData("(", 8000)]
    [InlineData("-", 8000)]
    [InlineData("1%", 1)]
    [InlineData("%", 8000)]
    [InlineData("1+", 4000)]
    [InlineData("2^", 4000)]
    [InlineData("SUM(", 2000)]
    [InlineData("IF(TRUE,1,", 800)]
    [InlineData("NOT(", 2000)]
    [InlineData("1=", 4000)]
    [InlineData("\"\"&", 2000)]
    [InlineData("[A]+", 2000)]
    [InlineData("[[[[", 2000)]
    [InlineData("[@[", 2000)]
    [InlineData("9", 8000)]
    [InlineData("a", 8000)]
    [InlineData("\"", 8191)]
    [InlineData("(", 10_000_000)]
    [InlineData("1,", 4000)]
    [InlineData("+", 8192)]
    public void TryParse_HostileFormulas_EndsSoonOnASmallStack(string piece, int times)
    {
        var repeated = new StringBuilder().Insert(0, piece, times).ToString();
        var watch = Stopwatch.StartNew();
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Examine(repeated);
                Examine(repeated + "1");
                Examine("1" + repeated);
                Examine(repeated + "1" + new string(')', Math.Min(times, 8000)));
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                failure = error;
            }
        }, 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }

    [Fact]
    public void TryParse_AtTheLimits_IsAFormula()
    {
        Assert.Equal("too_deep", Problem(Nested(Formula.MaxDepth + 1)));
        Assert.Null(Problem(Nested(Formula.MaxDepth)));
        Assert.Equal("too_many_operators", Problem("1" + string.Concat(Enumerable.Repeat("+1", Formula.MaxHeight))));
        Assert.Null(Problem("1" + string.Concat(Enumerable.Repeat("+1", Formula.MaxHeight - 1))));
        Assert.Equal("too_long", Problem("1" + new string(' ', Formula.MaxLength)));
        Assert.Null(Problem("1" + new string(' ', Formula.MaxLength - 1)));
        Assert.Null(Problem($"SUM({string.Join(",", Enumerable.Repeat("1", 255))})"));
        Assert.Equal("wrong_argument_count", Problem($"SUM({string.Join(",", Enumerable.Repeat("1", 256))})"));

        static string Nested(int depth) => new string('(', depth) + "1" + new string(')', depth);

        static string? Problem(string text) => Formula.TryParse(text, out _, out var problem) ? null : problem.Code;
    }

    private static bool Examine(string text)
    {
        if (!Formula.TryParse(text, out var formula, out var problem))
        {
            Assert.Contains(problem.Code, Codes);
            Assert.InRange(problem.Position, 1, text.Length + 1);
            Assert.InRange(problem.Message.Length, 1, 1000);
            return false;
        }
        if (formula.Check(Small) is { } misfit)
        {
            Assert.Contains(misfit.Code, Codes);
            Assert.InRange(misfit.Position, 1, text.Length);
            return false;
        }
        formula.Evaluate(Small, "Result");
        Assert.InRange(formula.ToExcel(Small)?.Length ?? 0, 0, Formula.MaxLength);
        return true;
    }
}
