using System.Globalization;

namespace Mlj.Formulas;

/// <summary>A comparison: numbers by size, texts without regard to case, a number before every text. With something missing it is missing.</summary>
internal abstract class Comparison(string sign, Expression left, Expression right) : TruthExpression
{
    public override HashSet<string> Needed() => All(left, right);

    protected override ExcelText Compose(ExcelScope scope)
    {
        var (one, other) = (Operand(left, scope), Operand(right, scope));
        return ExcelText.Of(one.At(ExcelText.Comparison) + sign + other.At(ExcelText.Joining), ExcelText.Comparison, one.CanFail || other.CanFail);
    }

    public override bool? Value(FormulaRow row) => Order(row) is { } order
        ? sign switch { "=" => order == 0, "<>" => order != 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 }
        : null;

    /// <summary>Below 0 when the left is less, 0 when they are equal; null when one is missing.</summary>
    protected abstract int? Order(FormulaRow row);

    private static ExcelText Operand(Expression operand, ExcelScope scope) => operand is TextExpression text ? text.WritePresent(scope) : operand.Write(scope);

    public sealed class OfNumbers(string sign, NumberExpression left, NumberExpression right) : Comparison(sign, left, right)
    {
        private readonly NumberExpression _left = left;
        private readonly NumberExpression _right = right;

        protected override int? Order(FormulaRow row) => _left.Value(row) is { } one && _right.Value(row) is { } other ? FormulaNumber.Compare(one, other) : null;
    }

    public sealed class OfTexts(string sign, TextExpression left, TextExpression right) : Comparison(sign, left, right)
    {
        private readonly TextExpression _left = left;
        private readonly TextExpression _right = right;

        protected override int? Order(FormulaRow row)
        {
            if (_left.Value(row) is not { } one || _right.Value(row) is not { } other)
                return null;
            if (string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
                return 0;
            var order = CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, CompareOptions.IgnoreCase);
            // Texts that differ in something that the culture passes over are not equal.
            return order != 0 ? order : string.CompareOrdinal(one, other);
        }
    }

    /// <summary>A number and a text: never equal, the number comes first.</summary>
    public sealed class OfKinds(string sign, Expression left, Expression right) : Comparison(sign, left, right)
    {
        private readonly Expression _left = left;
        private readonly Expression _right = right;

        protected override int? Order(FormulaRow row) => _left.IsMissing(row) || _right.IsMissing(row) ? null : _left is NumberExpression ? -1 : 1;
    }
}
