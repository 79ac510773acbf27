using System.Globalization;
using Mlj.Values;

namespace Mlj.Formulas;

/// <summary>Counts the odd rows and words the notes about them.</summary>
internal sealed class FormulaNotes
{
    private int _zero;
    private int _text;
    private int _overflow;
    private int _undefined;

    public void Count(FormulaOddity oddities)
    {
        if (oddities == FormulaOddity.None)
            return;
        _zero += oddities.HasFlag(FormulaOddity.DivisionByZero) ? 1 : 0;
        _text += oddities.HasFlag(FormulaOddity.TextAsNumber) ? 1 : 0;
        _overflow += oddities.HasFlag(FormulaOddity.Overflow) ? 1 : 0;
        _undefined += oddities.HasFlag(FormulaOddity.Undefined) ? 1 : 0;
    }

    public IReadOnlyList<Note> Of(string column)
    {
        var notes = new List<Note>();
        Add(_zero, "division_by_zero", "a division by zero; what it was to give is missing");
        Add(_text, "text_in_arithmetic", "a text where a number is needed; it counts as missing");
        Add(_overflow, "overflow", "a number beyond 7.9e28 or a text beyond 32767 characters; it is missing");
        Add(_undefined, "undefined", "a power or a number of characters that does not exist; what it was to give is missing");
        return notes;

        void Add(int rows, string code, string what)
        {
            if (rows > 0)
                notes.Add(new Note(NoteLevel.Review, code, string.Create(CultureInfo.InvariantCulture, $"{rows} {(rows == 1 ? "row" : "rows")} of '{column}': {what}.")));
        }
    }
}
