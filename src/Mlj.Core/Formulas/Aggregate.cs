namespace Mlj.Formulas;

/// <summary>One number of many; missing ones are left out. Of nothing but missing ones the count is 0 and everything else missing.</summary>
/// <remarks>
/// Excel leaves out empty cells, but not an argument that is an error or an empty text. Where an argument can be missing without being a
/// cell, something stands in for it that makes no difference.
/// </remarks>
internal abstract class Aggregate(string function, NumberExpression[] arguments) : NumberExpression
{
    /// <summary>As many arguments as Excel takes.</summary>
    private const int MostArguments = 255;

    private protected const string Infinite = "1E+300";

    protected NumberExpression[] Arguments { get; } = arguments;

    /// <summary>Whether Excel gives an error of its own when there is no number.</summary>
    protected virtual bool FailsOnNothing => false;

    /// <summary>What Excel is told when no argument is a number.</summary>
    protected virtual ExcelText Nothing => ExcelText.Missing;

    public override HashSet<string> Needed() => Arguments.Length == 1 ? Arguments[0].Needed() : [];

    protected override ExcelText Compose(ExcelScope scope)
    {
        // A text is left out as the missing is; Excel would read a number in it.
        var numbers = Arguments.Where(argument => argument is not (OfText or Missing)).ToList();
        var written = numbers.ConvertAll(number => number is OfColumn column ? column.Cell(scope) : number.Write(scope));
        var isNeverEmpty = numbers.Exists(number => !number.Write(scope).CanFail);
        if (numbers.Count == 0)
            return Nothing;
        if (numbers is [not OfColumn])
            return OfOne(written[0]);
        var canBeLeftOut = written.Exists(each => each.CanFail);
        var count = ExcelText.Call("COUNT", false, written);
        var (call, failsOnNothing) = canBeLeftOut ? WriteAround(written, count) : (ExcelText.Call(function, false, written), FailsOnNothing);
        if (2 * written.Count > MostArguments && canBeLeftOut)
            return ExcelText.TooLong;
        return isNeverEmpty || this is Count ? call
            : failsOnNothing ? call with { CanFail = true }
            : ExcelText.Of($"IF({count.Text}=0,NA(),{call.Text})", ExcelText.Whole, true);
    }

    /// <summary>Of a single argument that is no cell: itself, for all but the count.</summary>
    protected virtual ExcelText OfOne(ExcelText argument) => argument;

    /// <summary>The call where some arguments can be errors, and whether it is an error when all are.</summary>
    protected abstract (ExcelText Call, bool FailsOnNothing) WriteAround(List<ExcelText> arguments, ExcelText count);

    public sealed class Sum(NumberExpression[] arguments) : Aggregate("SUM", arguments)
    {
        protected override (ExcelText, bool) WriteAround(List<ExcelText> arguments, ExcelText count) => (ExcelText.Call("SUM", false, arguments.Select(each => each.Or("0"))), false);

        public override decimal? Value(FormulaRow row) => Total(row, out var count) is var total && count == 0 ? null : total ?? row.Nothing(FormulaOddity.Overflow);
    }

    public sealed class Average(NumberExpression[] arguments) : Aggregate("AVERAGE", arguments)
    {
        protected override bool FailsOnNothing => true;

        protected override (ExcelText, bool) WriteAround(List<ExcelText> arguments, ExcelText count) =>
            (ExcelText.Of($"SUM({string.Join(",", arguments.Select(each => each.Or("0").Text))})/{count.Text}", ExcelText.Multiplication, false), true);

        public override decimal? Value(FormulaRow row) => Total(row, out var count) is var total && count == 0 ? null : total / count ?? row.Nothing(FormulaOddity.Overflow);
    }

    public sealed class Least(NumberExpression[] arguments) : Aggregate("MIN", arguments)
    {
        protected override (ExcelText, bool) WriteAround(List<ExcelText> arguments, ExcelText count) => (ExcelText.Call("MIN", false, arguments.Select(each => each.Or(Infinite))), false);

        public override decimal? Value(FormulaRow row)
        {
            decimal? least = null;
            foreach (var argument in Arguments)
                if (argument.Value(row) is { } number && !(number >= least))
                    least = number;
            return least;
        }
    }

    public sealed class Greatest(NumberExpression[] arguments) : Aggregate("MAX", arguments)
    {
        protected override (ExcelText, bool) WriteAround(List<ExcelText> arguments, ExcelText count) => (ExcelText.Call("MAX", false, arguments.Select(each => each.Or("-" + Infinite))), false);

        public override decimal? Value(FormulaRow row)
        {
            decimal? greatest = null;
            foreach (var argument in Arguments)
                if (argument.Value(row) is { } number && !(number <= greatest))
                    greatest = number;
            return greatest;
        }
    }

    public sealed class Median(NumberExpression[] arguments) : Aggregate("MEDIAN", arguments)
    {
        protected override bool FailsOnNothing => true;

        // Each twice, which leaves the median as it is; so does one on either side of everything.
        protected override (ExcelText, bool) WriteAround(List<ExcelText> arguments, ExcelText count) =>
            (ExcelText.Call("MEDIAN", false, arguments.SelectMany(each => new[] { each.Or(Infinite), each.Or("-" + Infinite) })), false);

        public override decimal? Value(FormulaRow row)
        {
            Span<decimal> numbers = stackalloc decimal[Arguments.Length];
            var count = 0;
            foreach (var argument in Arguments)
                if (argument.Value(row) is { } number)
                    numbers[count++] = number;
            if (count == 0)
                return null;
            numbers[..count].Sort();
            var middle = numbers[count / 2];
            return count % 2 == 1 ? middle : FormulaNumber.Add(numbers[count / 2 - 1], middle) / 2 ?? row.Nothing(FormulaOddity.Overflow);
        }
    }

    public sealed class Count(NumberExpression[] arguments) : Aggregate("COUNT", arguments)
    {
        protected override ExcelText Nothing => ExcelText.Of("0", ExcelText.Whole, false);

        protected override ExcelText OfOne(ExcelText argument) => ExcelText.Call("COUNT", false, argument);

        // Excel does not count errors.
        protected override (ExcelText, bool) WriteAround(List<ExcelText> arguments, ExcelText count) => (count, false);

        public override HashSet<string> Needed() => [];

        public override decimal? Value(FormulaRow row)
        {
            var count = 0;
            foreach (var argument in Arguments)
                count += argument.Value(row) is null ? 0 : 1;
            return count;
        }
    }

    /// <summary>The sum; null when it is too large.</summary>
    private protected decimal? Total(FormulaRow row, out int count)
    {
        decimal? total = 0;
        count = 0;
        foreach (var argument in Arguments)
            if (argument.Value(row) is { } number)
            {
                total = total is { } sum ? FormulaNumber.Add(sum, number) : null;
                count++;
            }
        return total;
    }
}
