namespace Mlj.Formulas;

/// <summary>Operations of numbers with one or two operands.</summary>
internal static class Arithmetic
{
    public sealed class Negative(NumberExpression operand) : NumberExpression
    {
        public override HashSet<string> Needed() => operand.Needed();

        protected override ExcelText Compose(ExcelScope scope)
        {
            var text = operand.Write(scope);
            return ExcelText.Of("-" + text.At(ExcelText.Sign), ExcelText.Sign, text.CanFail);
        }

        public override decimal? Value(FormulaRow row) => -operand.Value(row);
    }

    public sealed class Percentage(NumberExpression operand) : NumberExpression
    {
        // Nearly every percentage is written out, and dividing is what takes longest.
        private readonly decimal? _known = operand is Constant constant ? constant.Number / 100 : null;

        public override HashSet<string> Needed() => operand.Needed();

        protected override ExcelText Compose(ExcelScope scope)
        {
            var text = operand.Write(scope);
            return ExcelText.Of(text.At(ExcelText.Percentage) + "%", ExcelText.Percentage, text.CanFail);
        }

        public override decimal? Value(FormulaRow row) => _known ?? operand.Value(row) / 100;
    }

    public sealed class Absolute(NumberExpression operand) : NumberExpression
    {
        public override HashSet<string> Needed() => operand.Needed();

        protected override ExcelText Compose(ExcelScope scope) => operand.Write(scope) is var text ? ExcelText.Call("ABS", text.CanFail, text) : default;

        public override decimal? Value(FormulaRow row) => operand.Value(row) is { } number ? Math.Abs(number) : null;
    }

    public sealed class Rounded(NumberExpression number, NumberExpression digits) : NumberExpression
    {
        public override HashSet<string> Needed() => All(number, digits);

        protected override ExcelText Compose(ExcelScope scope)
        {
            var (value, places) = (number.Write(scope), digits.Write(scope));
            return ExcelText.Call("ROUND", value.CanFail || places.CanFail, value, places);
        }

        public override decimal? Value(FormulaRow row) =>
            number.Value(row) is { } value && digits.Value(row) is { } places ? FormulaNumber.Round(value, places) ?? row.Nothing(FormulaOddity.Overflow) : null;
    }

    /// <summary>An operation of two numbers.</summary>
    public abstract class Binary(string sign, int level, NumberExpression left, NumberExpression right) : NumberExpression
    {
        public override HashSet<string> Needed() => All(left, right);

        protected override ExcelText Compose(ExcelScope scope)
        {
            var (one, other) = (left.Write(scope), right.Write(scope));
            return ExcelText.Of(one.At(level) + sign + other.At(level + 1), level, one.CanFail || other.CanFail || CanFail);
        }

        public override decimal? Value(FormulaRow row) => left.Value(row) is { } one && right.Value(row) is { } other ? Of(one, other, row) : null;

        /// <summary>Whether Excel can give an error although both operands are there.</summary>
        protected virtual bool CanFail => false;

        protected abstract decimal? Of(decimal one, decimal other, FormulaRow row);
    }

    public sealed class Sum(NumberExpression left, NumberExpression right) : Binary("+", ExcelText.Addition, left, right)
    {
        protected override decimal? Of(decimal one, decimal other, FormulaRow row) => FormulaNumber.Add(one, other) ?? row.Nothing(FormulaOddity.Overflow);
    }

    public sealed class Difference(NumberExpression left, NumberExpression right) : Binary("-", ExcelText.Addition, left, right)
    {
        protected override decimal? Of(decimal one, decimal other, FormulaRow row) => FormulaNumber.Add(one, -other) ?? row.Nothing(FormulaOddity.Overflow);
    }

    public sealed class Product(NumberExpression left, NumberExpression right) : Binary("*", ExcelText.Multiplication, left, right)
    {
        protected override decimal? Of(decimal one, decimal other, FormulaRow row) => FormulaNumber.Multiply(one, other) ?? row.Nothing(FormulaOddity.Overflow);
    }

    public sealed class Quotient(NumberExpression left, NumberExpression right) : Binary("/", ExcelText.Multiplication, left, right)
    {
        protected override bool CanFail => true;

        protected override decimal? Of(decimal one, decimal other, FormulaRow row) =>
            other == 0 ? row.Nothing(FormulaOddity.DivisionByZero) : FormulaNumber.Divide(one, other) ?? row.Nothing(FormulaOddity.Overflow);
    }

    public sealed class Power(NumberExpression left, NumberExpression right) : Binary("^", ExcelText.Power, left, right)
    {
        protected override bool CanFail => true;

        protected override decimal? Of(decimal one, decimal other, FormulaRow row) => (one, other) switch
        {
            (0, < 0) => row.Nothing(FormulaOddity.DivisionByZero),
            (0, 0) => row.Nothing(FormulaOddity.Undefined),
            ( < 0, _) when other != decimal.Truncate(other) => row.Nothing(FormulaOddity.Undefined),
            _ => FormulaNumber.Power(one, other) ?? row.Nothing(FormulaOddity.Overflow),
        };
    }
}
