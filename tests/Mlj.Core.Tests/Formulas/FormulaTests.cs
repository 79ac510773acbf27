using System.Globalization;
using Mlj.Formulas;
using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Tests.Formulas;

public class FormulaTests
{
    private static readonly Table Row = new(
        new Column.Numbers("A", [10]),
        new Column.Numbers("B", [4]),
        new Column.Numbers("Zero", [0]),
        new Column.Numbers("Gone", [null]),
        new Column.Numbers("Test 1 Score", [87.5m]),
        new Column.Texts("Name", ["Ada Quill"]),
        new Column.Texts("Group", ["b"]),
        new Column.Texts("Digits", ["5"]),
        new Column.Texts("Untold", [null]),
        new Column.Texts("Empty", [""]),
        new Column.Texts("Spaced", ["  two   words "]),
        new Column.Numbers("Odd [#1] 'x' @y", [3]),
        new Column.Numbers("Teacher's Mark", [2]));

    [Theory]
    // Precedence and the order of equals, as in Excel.
    [InlineData("1+2*3", "7")]
    [InlineData("(1+2)*3", "9")]
    [InlineData("-2^2", "4")]
    [InlineData("0-2^2", "-4")]
    [InlineData("2^3^2", "64")]
    [InlineData("2^-1", "0.5")]
    [InlineData("-2^-2", "0.25")]
    [InlineData("10-4-3", "3")]
    [InlineData("100/10/5", "2")]
    [InlineData("100/10*5", "50")]
    [InlineData("2*3^2", "18")]
    [InlineData("--2", "2")]
    [InlineData("---2", "-2")]
    [InlineData("+-+2", "-2")]
    [InlineData("5--2", "7")]
    [InlineData("1+1&1+1", "22")]
    [InlineData("1&2=12", "FALSE")]
    [InlineData("1&2=\"12\"", "TRUE")]
    [InlineData("2>1=TRUE", "TRUE")]
    [InlineData("1=1=TRUE", "TRUE")]
    // Percent.
    [InlineData("50%", "0.5")]
    [InlineData("200*10%", "20")]
    [InlineData("-50%", "-0.5")]
    [InlineData("50%%", "0.005")]
    [InlineData("4^50%", "2")]
    [InlineData("[A]%", "0.1")]
    [InlineData("(1+1)%", "0.02")]
    // Numbers.
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-2", "0.015")]
    [InlineData("0.1+0.2=0.3", "TRUE")]
    [InlineData("1/3*3=1", "TRUE")]
    [InlineData("1/3*3>=1", "TRUE")]
    [InlineData("ROUND(1/3*3/2,0)", "1")]
    [InlineData("2^0.5", "1.4142135623731")]
    [InlineData("1.1^2", "1.21")]
    [InlineData("27^(1/3)", "3")]
    // Columns.
    [InlineData("[A]+[B]", "14")]
    [InlineData("=[A]+[B]", "14")]
    [InlineData(" = [A] \t\r\n + [B] ", "14")]
    [InlineData("[@A]*[@[Test 1 Score]]", "875")]
    [InlineData("[ A ]", "10")]
    [InlineData("[Odd '['#1'] ''x'' '@y]", "3")]
    [InlineData("[@[Odd '[#1'] 'x' @y]]", "3")]
    [InlineData("[Teacher's Mark]+[Teacher''s Mark]", "4")]
    [InlineData("[Name]", "Ada Quill")]
    // What is missing.
    [InlineData("[Gone]", null)]
    [InlineData("[Gone]+1", null)]
    [InlineData("[Gone]*0", null)]
    [InlineData("-[Gone]", null)]
    [InlineData("[Gone]>5", null)]
    [InlineData("[Gone]=[Gone]", null)]
    [InlineData("[Gone]=0", null)]
    [InlineData("IF([Gone]>=50,\"PASS\",\"FAIL\")", null)]
    [InlineData("IF([Gone]=\"\",\"absent\",\"there\")", "absent")]
    [InlineData("IF([A]<>\"\",\"there\",\"absent\")", "there")]
    [InlineData("ISBLANK([Gone])", "TRUE")]
    [InlineData("ISBLANK([Gone]+1)", "TRUE")]
    [InlineData("ISBLANK([A])", "FALSE")]
    [InlineData("ISBLANK([Untold])", "TRUE")]
    [InlineData("ISBLANK([Empty])", "TRUE")]
    [InlineData("ISBLANK(\"\")", "TRUE")]
    [InlineData("\"\"", null)]
    [InlineData("IF(TRUE,\"\",5)", null)]
    [InlineData("IF(FALSE,\"\",5)+1", "6")]
    [InlineData("AND(FALSE,[Gone]>1)", "FALSE")]
    [InlineData("AND(TRUE,[Gone]>1)", null)]
    [InlineData("OR([Gone]>1,TRUE)", "TRUE")]
    [InlineData("OR([Gone]>1,FALSE)", null)]
    [InlineData("NOT([Gone]>1)", null)]
    [InlineData("[A]/[Zero]", null)]
    [InlineData("IF([Zero]=0,\"none\",[A]/[Zero])", "none")]
    [InlineData("0^0", null)]
    [InlineData("0^-1", null)]
    [InlineData("(-8)^(1/3)", null)]
    [InlineData("(-2)^3", "-8")]
    [InlineData("7e28*2", null)]
    [InlineData("7e28+7e28", null)]
    [InlineData("1e28/1e-5", null)]
    [InlineData("10^200", null)]
    [InlineData("2^-2000", "0")]
    // Text where a number is needed.
    [InlineData("[Name]+1", null)]
    [InlineData("[Digits]+1", null)]
    [InlineData("\"5\"*2", null)]
    [InlineData("SUM([A],[Digits])", "10")]
    [InlineData("SUM([Digits])", null)]
    [InlineData("COUNT([Digits],\"5\")", "0")]
    // Conditions as numbers.
    [InlineData("([A]>5)*10", "10")]
    [InlineData("--([A]>50)", "0")]
    [InlineData("IF([A],\"yes\",\"no\")", "yes")]
    [InlineData("IF([Zero],\"yes\",\"no\")", "no")]
    [InlineData("SUM([A]>5,[B]>2)", "2")]
    [InlineData("TRUE>FALSE", "TRUE")]
    [InlineData("TRUE&1", "TRUE1")]
    // Comparisons.
    [InlineData("\"abc\"=\"ABC\"", "TRUE")]
    [InlineData("[Group]=\"B\"", "TRUE")]
    [InlineData("\"a\"<\"B\"", "TRUE")]
    [InlineData("\"a\"<>\"b\"", "TRUE")]
    [InlineData("5=\"5\"", "FALSE")]
    [InlineData("5<\"5\"", "TRUE")]
    [InlineData("\"5\">5", "TRUE")]
    [InlineData("[Digits]<>5", "TRUE")]
    [InlineData("[Untold]=5", null)]
    [InlineData("3<=3", "TRUE")]
    [InlineData("3>=3.0000001", "FALSE")]
    // Nested IF.
    [InlineData("IF([Test 1 Score]>=90,\"A\",IF([Test 1 Score]>=80,\"B\",IF([Test 1 Score]>=70,\"C\",\"F\")))", "B")]
    [InlineData("IF(AND([A]>5,OR([B]=4,[B]=5)),[A],[B])*2", "20")]
    [InlineData("IF(NOT([A]>5),1,IF([B]>5,2,3))", "3")]
    [InlineData("IF([A]>5,[Test 1 Score],\"N/A\")", "87.5")]
    [InlineData("IF([A]<5,[Test 1 Score],\"N/A\")", "N/A")]
    // Functions of numbers.
    [InlineData("SUM([A],[B],[Gone])", "14")]
    [InlineData("SUM([Gone])", null)]
    [InlineData("AVERAGE([A],[B],[Gone])", "7")]
    [InlineData("AVERAGE([Gone],[Gone])", null)]
    [InlineData("MIN([A],[B],[Gone])", "4")]
    [InlineData("MAX([A],[B],[Gone])", "10")]
    [InlineData("MIN([Gone])", null)]
    [InlineData("MEDIAN(1,2,[A],[B])", "3")]
    [InlineData("MEDIAN(5,1,[Gone],3)", "3")]
    [InlineData("COUNT([A],[Gone],0)", "2")]
    [InlineData("COUNT([Gone])", "0")]
    [InlineData("AVERAGE([A]/[Zero],[B])", "4")]
    [InlineData("ROUND(2.5,0)", "3")]
    [InlineData("ROUND(-2.5,0)", "-3")]
    [InlineData("ROUND(1.005,2)", "1.01")]
    [InlineData("ROUND(1234.5,-2)", "1200")]
    [InlineData("ROUND(1250,-2)", "1300")]
    [InlineData("ROUND(1.25,1.9)", "1.3")]
    [InlineData("ROUND(1.5,40)", "1.5")]
    [InlineData("ROUND(1.5,-40)", "0")]
    [InlineData("ABS(-3)", "3")]
    [InlineData("abs([B]-[A])", "6")]
    // Functions of text.
    [InlineData("CONCAT([Name],\", \",[A])", "Ada Quill, 10")]
    [InlineData("[Name]&[Untold]&\"!\"", "Ada Quill!")]
    [InlineData("[Gone]&[Untold]", null)]
    [InlineData("1/3&\"\"", "0.333333333333333")]
    [InlineData("2/3*100&\"\"", "66.6666666666667")]
    [InlineData("LEFT([Name],3)", "Ada")]
    [InlineData("LEFT([Name])", "A")]
    [InlineData("LEFT([Name],0)", null)]
    [InlineData("LEFT([Name],-1)", null)]
    [InlineData("LEFT([Name],99)", "Ada Quill")]
    [InlineData("RIGHT([Name],5)", "Quill")]
    [InlineData("LEFT(12345,2)", "12")]
    [InlineData("LEN([Name])", "9")]
    [InlineData("LEN([Untold])", "0")]
    [InlineData("LEN(12.50)", "4")]
    [InlineData("UPPER([Name])", "ADA QUILL")]
    [InlineData("LOWER([Name])", "ada quill")]
    [InlineData("TRIM([Spaced])", "two words")]
    [InlineData("TRIM(\"   \")", null)]
    [InlineData("\"say \"\"hi\"\"\"", "say \"hi\"")]
    public void Evaluate_AFormula_GivesWhatExcelGives(string text, string? expected)
    {
        Assert.True(Formula.TryParse(text, out var formula, out var problem), problem?.ToString());
        Assert.Null(formula.Check(Row));
        var cell = formula.Evaluate(Row, "Result").Column[0];
        Assert.Equal(expected, cell.IsMissing ? null : cell.Text ?? Rounding.HalfAwayFromZero(cell.Number!.Value, 14).ToString("0.##############", CultureInfo.InvariantCulture));
        Assert.Equal(cell, formula.Evaluate(Row, 0));
    }

    [Theory]
    [InlineData("", "empty", 1)]
    [InlineData("  =  ", "empty", 1)]
    [InlineData("1+", "unexpected", 3)]
    [InlineData("1 2", "unexpected", 3)]
    [InlineData("(1", "unexpected", 3)]
    [InlineData("1)", "unexpected", 2)]
    [InlineData("*1", "unexpected", 1)]
    [InlineData("1 = = 1", "unexpected", 5)]
    [InlineData("SUM(1,)", "unexpected", 7)]
    [InlineData("SUM(,1)", "unexpected", 5)]
    [InlineData("SUM(1 2)", "unexpected", 7)]
    [InlineData("()", "unexpected", 2)]
    [InlineData("\"abc", "unended_text", 1)]
    [InlineData("1&\"abc\"\"", "unended_text", 3)]
    [InlineData("[A", "unended_column", 1)]
    [InlineData("[@[A]", "unended_column", 1)]
    [InlineData("[A']", "unended_column", 1)]
    [InlineData("[A[B]]", "unended_column", 1)]
    [InlineData("[]", "nameless_column", 1)]
    [InlineData("[@[ ]]", "nameless_column", 1)]
    [InlineData("1e99", "number_too_large", 1)]
    [InlineData("SUM(1;2)", "strange_character", 6)]
    [InlineData("“a”", "strange_character", 1)]
    [InlineData("2×3", "strange_character", 2)]
    [InlineData("A1:B2", "strange_character", 3)]
    [InlineData("{1}", "strange_character", 1)]
    [InlineData("1+😀", "strange_character", 3)]
    [InlineData(".", "strange_character", 1)]
    [InlineData("1+AVERGE(1)", "unknown_function", 3)]
    [InlineData("INDIRECT(\"A1\")", "unknown_function", 1)]
    [InlineData("Score*2", "unknown_name", 1)]
    [InlineData("SUM+1", "unknown_name", 1)]
    [InlineData("IF(1,2)", "wrong_argument_count", 1)]
    [InlineData("2*ROUND(1)", "wrong_argument_count", 3)]
    [InlineData("SUM()", "wrong_argument_count", 1)]
    [InlineData("LEN(1,2)", "wrong_argument_count", 1)]
    [InlineData("LEFT(1,2,3)", "wrong_argument_count", 1)]
    public void TryParse_WhatIsNoFormula_SaysWhereAndWhy(string text, string code, int position)
    {
        Assert.False(Formula.TryParse(text, out var formula, out var problem));
        Assert.Null(formula);
        Assert.Equal((code, position), (problem.Code, problem.Position));
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1+[a]", "unknown_column", 3, "Did you mean 'A'?")]
    [InlineData("[Test 1 Scor]", "unknown_column", 1, "Did you mean 'Test 1 Score'?")]
    [InlineData("IF([Name],1,2)", "no_condition", 4, "IF needs a condition")]
    [InlineData("NOT(\"x\")", "no_condition", 5, "NOT needs a condition")]
    [InlineData("([A]>1)=1", "incomparable", 8, "Use IF")]
    public void Check_WhatDoesNotFitTheTable_SaysWhereAndWhy(string text, string code, int position, string hint)
    {
        Assert.True(Formula.TryParse(text, out var formula, out _));
        var problem = formula.Check(Row)!;
        Assert.Equal((code, position), (problem.Code, problem.Position));
        Assert.Contains(hint, problem.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => formula.Evaluate(Row, "Result"));
        Assert.Throws<ArgumentException>(() => formula.ToExcel(Row));
    }

    [Fact]
    public void Evaluate_OddRows_AreCountedOnceAndOnlyWhereTheyAreShown()
    {
        var table = new Table(
            new Column.Numbers("Points", [1, 2, 3, 7e28m, 5]),
            new Column.Numbers("Of", [0, 1, 0, 0.0001m, 0]),
            new Column.Texts("Word", ["x", null, "y", "z", "x"])).Ordered(RowOrder.Of([2, 1, 0, 3]));
        Assert.True(Formula.TryParse("[Points]/[Of]+[Points]/[Of]", out var formula, out _));
        var (column, notes) = formula.Evaluate(table, "Share");
        Assert.Equal([null, 4m, null, null, null], Enumerable.Range(0, 5).Select(stored => column[stored].Number));
        Assert.Equal(
            [
                "division_by_zero: 2 rows of 'Share': a division by zero; what it was to give is missing.",
                "overflow: 1 row of 'Share': a number beyond 7.9e28 or a text beyond 32767 characters; it is missing.",
            ], notes.Select(note => $"{note.Code}: {note.Message}"));
        Assert.True(Formula.TryParse("SUM([Points],[Word])", out formula, out _));
        Assert.StartsWith("3 rows of", Assert.Single(formula.Evaluate(table, "Total").Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_TheCaseThatIsNotTaken_IsNotOdd()
    {
        Assert.True(Formula.TryParse("IF([Zero]=0,\"\",[A]/[Zero])", out var formula, out _));
        Assert.Empty(formula.Evaluate(Row, "Result").Notes);
    }

    [Fact]
    public void Evaluate_ATextThatNoCellHolds_IsMissingWithANote()
    {
        var table = new Table(new Column.Texts("Long", [new string('x', 20000), "x"]));
        Assert.True(Formula.TryParse("CONCAT([Long],[Long],[Long])", out var formula, out _));
        var (column, notes) = formula.Evaluate(table, "Result");
        Assert.Equal((null, "xxx"), (column[0].Text, column[1].Text));
        Assert.Equal("overflow", Assert.Single(notes).Code);
    }

    [Fact]
    public void Evaluate_CharactersOfTwoUnits_AreNotCut()
    {
        var table = new Table(new Column.Texts("Name", ["😀b😀"]));
        Assert.Equal(["😀", null, "b", "b😀"], new[] { "LEFT([Name],2)", "LEFT([Name],1)", "LEFT(RIGHT([Name],4),1)", "RIGHT([Name],3)" }.Select(text =>
        {
            Assert.True(Formula.TryParse(text, out var formula, out _));
            return formula.Evaluate(table, 0).Text;
        }));
    }

    [Theory]
    [InlineData("[A]*2", "IF([@[A]]=\"\",\"\",[@[A]]*2)")]
    [InlineData("[A]*40%+[B]*60%", "IF(OR([@[A]]=\"\",[@[B]]=\"\"),\"\",[@[A]]*40%+[@[B]]*60%)")]
    [InlineData("[A]/[B]", "IFERROR(IF(OR([@[A]]=\"\",[@[B]]=\"\"),\"\",[@[A]]/[@[B]]),\"\")")]
    [InlineData("IF([A]>=50,\"PASS\",\"FAIL\")", "IF([@[A]]=\"\",\"\",IF([@[A]]>=50,\"PASS\",\"FAIL\"))")]
    [InlineData("AVERAGE([A],[Gone])", "IFERROR(AVERAGE([@[A]],[@[Gone]]),\"\")")]
    [InlineData("SUM([A],[Gone])", "IFERROR(IF(COUNT([@[A]],[@[Gone]])=0,NA(),SUM([@[A]],[@[Gone]])),\"\")")]
    [InlineData("COUNT([A],[Gone])", "COUNT([@[A]],[@[Gone]])")]
    [InlineData("[Name]&\" \"&[A]", "[@[Name]]&\" \"&[@[A]]")]
    [InlineData("ISBLANK([A])", "IF([@[A]]=\"\",\"TRUE\",\"FALSE\")")]
    [InlineData("-(2^2)", "IFERROR(-(2^2),\"\")")]
    [InlineData("(1+2)*3-(4-5)", "(1+2)*3-(4-5)")]
    [InlineData("[Odd '[#1'] 'x' @y]", "IF([@[Odd '['#1'] ''x'' '@y]]=\"\",\"\",[@[Odd '['#1'] ''x'' '@y]])")]
    public void ToExcel_AFormula_AsksForTheMissingFirst(string text, string expected)
    {
        Assert.True(Formula.TryParse(text, out var formula, out _));
        Assert.Equal(expected, formula.ToExcel(Row));
        Assert.Equal(expected.Replace("[@[", "Results[[#This Row],[", StringComparison.Ordinal), formula.ToExcel(Row, "Results"));
    }

    [Fact]
    public void ToExcel_ALongText_IsWrittenInParts()
    {
        Assert.True(Formula.TryParse($"\"{new string('x', 300)}\"", out var formula, out _));
        Assert.Equal($"\"{new string('x', 255)}\"&\"{new string('x', 45)}\"", formula.ToExcel(Row));
    }

    [Fact]
    public void ToExcel_WhatIsTooLongForExcel_IsNull()
    {
        var text = "[Name]";
        for (var depth = 0; depth < 30; depth++)
            text = $"IF(LEFT({text},2)=\"Ad\",[Name],[Group])";
        Assert.True(Formula.TryParse(text, out var formula, out var problem), problem?.ToString());
        Assert.Null(formula.ToExcel(Row));
    }

    [Theory]
    [InlineData("SUM(", ",[A])")]
    [InlineData("MEDIAN(1/", ",2)")]
    [InlineData("AND(1<", ",[A]>1)+1")]
    [InlineData("LEN(IF([A]>1,\"a\"&", ",\"b\"))")]
    [InlineData("IF(ISBLANK(", "),1,\"\")")]
    public void ToExcel_DeepFormulas_EndsSoon(string before, string after)
    {
        var text = string.Concat(Enumerable.Repeat(before, 30)) + "[A]" + string.Concat(Enumerable.Repeat(after, 30));
        Assert.True(Formula.TryParse(text, out var formula, out var problem), problem?.ToString());
        Assert.InRange(formula.ToExcel(Row)?.Length ?? 0, 0, Formula.MaxLength);
    }
}
