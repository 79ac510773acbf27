using System.Globalization;
using Mlj.Tables;

namespace Mlj.Formulas;

/// <summary>An operation that gives numbers.</summary>
internal abstract class NumberExpression : Expression
{
    /// <summary>The number; null is missing.</summary>
    public abstract decimal? Value(FormulaRow row);

    public override bool IsMissing(FormulaRow row) => Value(row) is null;

    public sealed class Constant(decimal value) : NumberExpression
    {
        public decimal Number { get; } = value;

        public override HashSet<string> Needed() => [];

        protected override ExcelText Compose(ExcelScope scope) => ExcelText.Of(Number.ToString("0.############################", CultureInfo.InvariantCulture), ExcelText.Whole, false);

        public override decimal? Value(FormulaRow row) => Number;
    }

    /// <summary>No number.</summary>
    public sealed class Missing : NumberExpression
    {
        public override HashSet<string> Needed() => [];

        protected override ExcelText Compose(ExcelScope scope) => ExcelText.Missing;

        public override decimal? Value(FormulaRow row) => null;
    }

    public sealed class OfColumn(Column.Numbers column) : NumberExpression
    {
        public override HashSet<string> Needed() => new([column.Name], StringComparer.Ordinal);

        protected override ExcelText Compose(ExcelScope scope)
        {
            var cell = Cell(scope);
            return scope.IsPresent(column.Name) ? cell : ExcelText.Of($"IF({cell.Text}=\"\",NA(),{cell.Text})", ExcelText.Whole, true);
        }

        /// <summary>The cell itself, where Excel passes over an empty one.</summary>
        public ExcelText Cell(ExcelScope scope) => scope.Reference(column.Name);

        public override decimal? Value(FormulaRow row) => column.Number(row.Stored);
    }

    /// <summary>A text where a number is needed: missing, and odd.</summary>
    public sealed class OfText(TextExpression text) : NumberExpression
    {
        public override HashSet<string> Needed() => text.Needed();

        protected override ExcelText Compose(ExcelScope scope) => ExcelText.Missing;

        public override decimal? Value(FormulaRow row) => text.Value(row) is null ? null : row.Nothing(FormulaOddity.TextAsNumber);
    }

    /// <summary>A condition where a number is needed: 1 or 0.</summary>
    public sealed class OfTruth(TruthExpression truth) : NumberExpression
    {
        public override HashSet<string> Needed() => truth.Needed();

        protected override ExcelText Compose(ExcelScope scope) => truth.Write(scope) is var text
            ? ExcelText.Of(text.At(ExcelText.Multiplication) + "*1", ExcelText.Multiplication, text.CanFail) : default;

        public override decimal? Value(FormulaRow row) => truth.Value(row) is { } value ? value ? 1 : 0 : null;
    }

    public sealed class Choice(TruthExpression condition, NumberExpression then, NumberExpression otherwise) : NumberExpression
    {
        public override HashSet<string> Needed() => [.. condition.Needed(), .. Common(then, otherwise)];

        protected override ExcelText Compose(ExcelScope scope) => TextExpression.Choice.Written(condition.Write(scope), then.Write(scope), otherwise.Write(scope));

        public override decimal? Value(FormulaRow row) => condition.Value(row) switch { true => then.Value(row), false => otherwise.Value(row), null => null };
    }

    public sealed class Length(TextExpression text) : NumberExpression
    {
        public override HashSet<string> Needed() => [];

        protected override ExcelText Compose(ExcelScope scope) => ExcelText.Call("LEN", false, text.Write(scope).Or("\"\""));

        public override decimal? Value(FormulaRow row) => text.Value(row)?.Length ?? 0;
    }
}
