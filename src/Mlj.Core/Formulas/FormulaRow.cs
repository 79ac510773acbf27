namespace Mlj.Formulas;

/// <summary>The row that is being evaluated, and what was odd in it. Belongs to one evaluation.</summary>
internal sealed class FormulaRow
{
    /// <summary>The row's stored index.</summary>
    public int Stored { get; set; }

    /// <summary>What was odd in this row so far.</summary>
    public FormulaOddity Oddities { get; set; }

    /// <summary>Remembers what was odd; gives nothing, which is the result.</summary>
    public decimal? Nothing(FormulaOddity oddity)
    {
        Oddities |= oddity;
        return null;
    }
}
