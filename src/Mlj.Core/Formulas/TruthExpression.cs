namespace Mlj.Formulas;

/// <summary>An operation that is true, false, or missing because what it asks about is.</summary>
internal abstract class TruthExpression : Expression
{
    /// <summary>Whether it holds; null is missing.</summary>
    public abstract bool? Value(FormulaRow row);

    public override bool IsMissing(FormulaRow row) => Value(row) is null;

    public sealed class Constant(bool value) : TruthExpression
    {
        public override HashSet<string> Needed() => [];

        protected override ExcelText Compose(ExcelScope scope) => ExcelText.Of(value ? "TRUE" : "FALSE", ExcelText.Whole, false);

        public override bool? Value(FormulaRow row) => value;
    }

    /// <summary>No answer.</summary>
    public sealed class Missing : TruthExpression
    {
        public override HashSet<string> Needed() => [];

        protected override ExcelText Compose(ExcelScope scope) => ExcelText.Missing;

        public override bool? Value(FormulaRow row) => null;
    }

    /// <summary>ISBLANK, and comparisons with an empty text.</summary>
    public sealed class Blank(Expression operand) : TruthExpression
    {
        public override HashSet<string> Needed() => [];

        protected override ExcelText Compose(ExcelScope scope)
        {
            if (operand is NumberExpression.OfColumn column)
                return IsEmpty(column.Cell(scope));
            if (operand is TextExpression text)
                return IsEmpty(text.WriteJoined(scope));
            var written = operand.Write(scope);
            return written.CanFail ? ExcelText.Call("ISERROR", false, written) : ExcelText.Of("FALSE", ExcelText.Whole, false);
        }

        public override bool? Value(FormulaRow row) => operand.IsMissing(row);

        private static ExcelText IsEmpty(ExcelText text) => ExcelText.Of(text.At(ExcelText.Joining) + "=\"\"", ExcelText.Comparison, false);
    }

    public sealed class Not(TruthExpression operand) : TruthExpression
    {
        public override HashSet<string> Needed() => operand.Needed();

        protected override ExcelText Compose(ExcelScope scope) => operand.Write(scope) is var text ? ExcelText.Call("NOT", text.CanFail, text) : default;

        public override bool? Value(FormulaRow row) => !operand.Value(row);
    }

    /// <summary>AND and OR: what decides the answer decides it, even beside something missing.</summary>
    public sealed class Junction(bool isAnd, TruthExpression[] operands) : TruthExpression
    {
        public override HashSet<string> Needed() => Common(operands);

        protected override ExcelText Compose(ExcelScope scope)
        {
            var written = operands.Select(operand => operand.Write(scope)).ToList();
            if (!written.Exists(each => each.CanFail))
                return ExcelText.Call(isAnd ? "AND" : "OR", false, written);
            // The missing stands half way between 0 and 1; AND is the least, OR the greatest.
            var numbers = written.Select(each => (each with { Text = each.At(ExcelText.Multiplication) + "*1" }).Or("0.5"));
            return ExcelText.Call("CHOOSE", true,
                ExcelText.Of("1+2*" + ExcelText.Call(isAnd ? "MIN" : "MAX", false, numbers).Text, ExcelText.Addition, false),
                new("FALSE", ExcelText.Whole, false), ExcelText.Missing, new("TRUE", ExcelText.Whole, false));
        }

        public override bool? Value(FormulaRow row)
        {
            bool? answer = isAnd;
            foreach (var operand in operands)
            {
                var value = operand.Value(row);
                if (value == !isAnd)
                    return value;
                answer = value is null ? null : answer;
            }
            return answer;
        }
    }

    public sealed class Choice(TruthExpression condition, TruthExpression then, TruthExpression otherwise) : TruthExpression
    {
        public override HashSet<string> Needed() => [.. condition.Needed(), .. Common(then, otherwise)];

        protected override ExcelText Compose(ExcelScope scope) => TextExpression.Choice.Written(condition.Write(scope), then.Write(scope), otherwise.Write(scope));

        public override bool? Value(FormulaRow row) => condition.Value(row) switch { true => then.Value(row), false => otherwise.Value(row), null => null };
    }
}
