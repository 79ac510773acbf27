using Mlj.Tables;

namespace Mlj.Formulas;

/// <summary>An operation that gives text. An empty text is missing: a workbook cannot tell them apart.</summary>
internal abstract class TextExpression : Expression
{
    private const int LongestLiteral = 255;

    /// <summary>The text; null is missing, it is never empty.</summary>
    public abstract string? Value(FormulaRow row);

    public override bool IsMissing(FormulaRow row) => Value(row) is null;

    /// <summary>Whether it is never missing, as far as the scope knows its columns.</summary>
    public virtual bool IsPresent(ExcelScope scope) => false;

    /// <summary>The Excel formula of it as a part of a joined text, where the missing is an empty text.</summary>
    public virtual ExcelText WriteJoined(ExcelScope scope) => Write(scope).Or("\"\"");

    /// <summary>The Excel formula of it as a result, where an empty cell would be a 0.</summary>
    public virtual ExcelText WriteResult(ExcelScope scope) => Write(scope);

    /// <summary>The Excel formula of it as an operand that is an error when it is missing.</summary>
    public ExcelText WritePresent(ExcelScope scope)
    {
        var text = Write(scope);
        return IsPresent(scope) ? text : ExcelText.Of($"IF({text.At(ExcelText.Joining)}=\"\",NA(),{text.Text})", ExcelText.Whole, true);
    }

    private static string? Nonempty(string text) => text.Length == 0 ? null : text;

    public sealed class Constant(string value) : TextExpression
    {
        public bool IsEmpty => value.Length == 0;

        public override HashSet<string> Needed() => [];

        public override bool IsPresent(ExcelScope scope) => !IsEmpty;

        protected override ExcelText Compose(ExcelScope scope)
        {
            // Excel takes at most 255 characters between quotation marks.
            var parts = value.Chunk(LongestLiteral).Select(part => $"\"{new string(part).Replace("\"", "\"\"", StringComparison.Ordinal)}\"").DefaultIfEmpty("\"\"").ToList();
            return ExcelText.Of(string.Join("&", parts), parts.Count > 1 ? ExcelText.Joining : ExcelText.Whole, false);
        }

        public override string? Value(FormulaRow row) => IsEmpty ? null : value;
    }

    public sealed class OfColumn(Column.Texts column) : TextExpression
    {
        public override HashSet<string> Needed() => new([column.Name], StringComparer.Ordinal);

        public override bool IsPresent(ExcelScope scope) => scope.IsPresent(column.Name);

        protected override ExcelText Compose(ExcelScope scope) => scope.Reference(column.Name);

        public override ExcelText WriteResult(ExcelScope scope) => IsPresent(scope) ? Write(scope) : ExcelText.Of(Write(scope).Text + "&\"\"", ExcelText.Joining, false);

        public override string? Value(FormulaRow row) => column[row.Stored].Text is { Length: > 0 } text ? text : null;
    }

    public sealed class OfNumber(NumberExpression number) : TextExpression
    {
        public override HashSet<string> Needed() => number.Needed();

        public override bool IsPresent(ExcelScope scope) => !number.Write(scope).CanFail;

        protected override ExcelText Compose(ExcelScope scope)
        {
            var text = number is NumberExpression.OfColumn column ? column.Cell(scope) : number.Write(scope);
            return ExcelText.Of(text.At(ExcelText.Joining) + "&\"\"", ExcelText.Joining, text.CanFail);
        }

        public override ExcelText WriteJoined(ExcelScope scope) => number is NumberExpression.OfColumn column ? column.Cell(scope) : number.Write(scope).Or("\"\"");

        public override string? Value(FormulaRow row) => number.Value(row) is { } value ? FormulaNumber.Text(value) : null;
    }

    public sealed class OfTruth(TruthExpression truth) : TextExpression
    {
        public override HashSet<string> Needed() => truth.Needed();

        public override bool IsPresent(ExcelScope scope) => !truth.Write(scope).CanFail;

        protected override ExcelText Compose(ExcelScope scope)
        {
            var text = truth.Write(scope);
            return ExcelText.Of($"IF({text.Text},\"TRUE\",\"FALSE\")", ExcelText.Whole, text.CanFail);
        }

        public override string? Value(FormulaRow row) => truth.Value(row) is { } value ? value ? "TRUE" : "FALSE" : null;
    }

    public sealed class Choice(TruthExpression condition, TextExpression then, TextExpression otherwise) : TextExpression
    {
        public override HashSet<string> Needed() => [.. condition.Needed(), .. Common(then, otherwise)];

        public override bool IsPresent(ExcelScope scope) =>
            !condition.Write(scope).CanFail && then.IsPresent(scope) && otherwise.IsPresent(scope);

        protected override ExcelText Compose(ExcelScope scope) => Written(condition.Write(scope), then.WriteResult(scope), otherwise.WriteResult(scope));

        public override string? Value(FormulaRow row) => condition.Value(row) switch { true => then.Value(row), false => otherwise.Value(row), null => null };

        public static ExcelText Written(ExcelText condition, ExcelText then, ExcelText otherwise) =>
            ExcelText.Call("IF", condition.CanFail || then.CanFail || otherwise.CanFail, condition, then, otherwise);
    }

    /// <summary>Texts behind each other; the missing counts as empty, as in Excel.</summary>
    public sealed class Joined(TextExpression[] parts) : TextExpression
    {
        public override HashSet<string> Needed() => parts.Length == 1 ? parts[0].Needed() : [];

        public override bool IsPresent(ExcelScope scope) => parts.Any(part => part.IsPresent(scope));

        protected override ExcelText Compose(ExcelScope scope)
        {
            var written = parts.Select(part => part.WriteJoined(scope)).ToList();
            return ExcelText.Of(string.Join("&", written.Select((part, index) => part.At(index == 0 ? ExcelText.Joining : ExcelText.Addition))) + (parts.Length == 1 ? "&\"\"" : ""), ExcelText.Joining, false);
        }

        public override string? Value(FormulaRow row)
        {
            if (parts.Length == 2)
                return Short(parts[0].Value(row), parts[1].Value(row), row);
            string? text = null;
            foreach (var part in parts)
                if (part.Value(row) is { } more && (text = Short(text, more, row)) is null)
                    return null;
            return text;
        }

        private static string? Short(string? one, string? other, FormulaRow row)
        {
            if (one is null || other is null)
                return one ?? other;
            if (one.Length + other.Length <= Formula.MaxTextLength)
                return one + other;
            row.Nothing(FormulaOddity.Overflow);
            return null;
        }
    }

    /// <summary>LEFT and RIGHT; never half of a character that takes two units.</summary>
    public sealed class End(bool isLeft, TextExpression text, NumberExpression? count) : TextExpression
    {
        public override HashSet<string> Needed() => count is null ? text.Needed() : All(text, count);

        public override bool IsPresent(ExcelScope scope) => count is (null or NumberExpression.Constant { Number: >= 1 }) && text.IsPresent(scope);

        protected override ExcelText Compose(ExcelScope scope)
        {
            var whole = text.WriteJoined(scope);
            var function = isLeft ? "LEFT" : "RIGHT";
            return count is null ? ExcelText.Call(function, false, whole) : ExcelText.Call(function, true, whole, count.Write(scope));
        }

        public override string? Value(FormulaRow row)
        {
            var value = text.Value(row);
            var length = count is null ? 1 : count.Value(row);
            if (length < 0)
                row.Nothing(FormulaOddity.Undefined);
            if (value is null || length is not { } wanted || wanted < 0)
                return null;
            if (wanted >= value.Length)
                return value;
            var kept = (int)wanted;
            if (isLeft)
                return Nonempty(value[..(kept > 0 && char.IsHighSurrogate(value[kept - 1]) ? kept - 1 : kept)]);
            var start = value.Length - kept;
            return Nonempty(value[(kept > 0 && char.IsLowSurrogate(value[start]) ? start + 1 : start)..]);
        }
    }

    /// <summary>UPPER and LOWER, by the invariant culture.</summary>
    public sealed class Cased(bool isUpper, TextExpression text) : TextExpression
    {
        public override HashSet<string> Needed() => text.Needed();

        public override bool IsPresent(ExcelScope scope) => text.IsPresent(scope);

        protected override ExcelText Compose(ExcelScope scope) => ExcelText.Call(isUpper ? "UPPER" : "LOWER", false, text.WriteJoined(scope));

        public override string? Value(FormulaRow row) => isUpper ? text.Value(row)?.ToUpperInvariant() : text.Value(row)?.ToLowerInvariant();
    }

    /// <summary>TRIM: no blanks at the ends, one between words. Other white space stays, as in Excel.</summary>
    public sealed class Trimmed(TextExpression text) : TextExpression
    {
        public override HashSet<string> Needed() => text.Needed();

        protected override ExcelText Compose(ExcelScope scope) => ExcelText.Call("TRIM", false, text.WriteJoined(scope));

        public override string? Value(FormulaRow row) => text.Value(row) is not { } value ? null
            : !value.StartsWith(' ') && !value.EndsWith(' ') && !value.Contains("  ", StringComparison.Ordinal) ? value
            : Nonempty(string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }
}
