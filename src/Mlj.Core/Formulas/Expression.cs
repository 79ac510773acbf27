namespace Mlj.Formulas;

/// <summary>
/// An operation whose operands' kinds are known: what it gives for a row here, and how the same is written for Excel. Immutable and safe to
/// share between threads.
/// </summary>
internal abstract class Expression
{
    /// <summary>Columns without which this is missing, whatever else there is.</summary>
    public abstract HashSet<string> Needed();

    /// <summary>The Excel formula of it, made once for a scope: it is asked for more than once at every level.</summary>
    public ExcelText Write(ExcelScope scope)
    {
        if (!scope.Written.TryGetValue(this, out var text))
            scope.Written[this] = text = Compose(scope);
        return text;
    }

    /// <summary>Whether it is missing in a row.</summary>
    public abstract bool IsMissing(FormulaRow row);

    /// <summary>Makes the Excel formula of it.</summary>
    protected abstract ExcelText Compose(ExcelScope scope);

    protected static HashSet<string> All(params IEnumerable<Expression> operands)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operand in operands)
            needed.UnionWith(operand.Needed());
        return needed;
    }

    /// <summary>Columns that each of the operands needs.</summary>
    protected static HashSet<string> Common(params IReadOnlyList<Expression> operands)
    {
        var needed = operands[0].Needed();
        foreach (var operand in operands.Skip(1))
            needed.IntersectWith(operand.Needed());
        return needed;
    }
}
