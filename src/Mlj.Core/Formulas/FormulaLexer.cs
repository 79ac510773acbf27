using System.Globalization;
using System.Text;

namespace Mlj.Formulas;

/// <summary>Takes a formula's text apart.</summary>
internal ref struct FormulaLexer(string text)
{
    /// <summary>What a quote mark inside a column's name stands before when it makes it an ordinary character, as Excel writes such names.</summary>
    public const string EscapedInColumns = "[]#'@";

    private const string SingleSymbols = "+-*/^&%=<>(),";

    private int _at;

    private FormulaProblem? _problem;

    public static List<FormulaToken>? Read(string text, out FormulaProblem? problem)
    {
        var lexer = new FormulaLexer(text);
        var tokens = new List<FormulaToken>();
        while (lexer.Next() is { } token)
        {
            tokens.Add(token);
            if (token.Kind == FormulaTokenKind.End)
                break;
        }
        problem = lexer._problem;
        return problem is null ? tokens : null;
    }

    private FormulaToken? Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        if (_at == text.Length)
            return new(FormulaTokenKind.End, _at, 0, "");
        var first = text[_at];
        return first switch
        {
            '"' => Text(),
            '[' => Column(),
            '.' or >= '0' and <= '9' => Number(),
            '_' => Name(),
            _ when char.IsLetter(first) => Name(),
            _ => Symbol(),
        };
    }

    private FormulaToken? Text()
    {
        var start = _at++;
        var content = new StringBuilder();
        while (_at < text.Length)
        {
            var letter = text[_at++];
            if (letter == '"')
            {
                if (_at == text.Length || text[_at] != '"')
                    return new(FormulaTokenKind.Text, start, _at - start, content.ToString());
                _at++;
            }
            content.Append(letter);
        }
        return Fail(FormulaProblems.UnendedText(start + 1));
    }

    /// <summary><c>[Name]</c>, <c>[@Name]</c> or <c>[@[Name]]</c>.</summary>
    private FormulaToken? Column()
    {
        var start = _at++;
        var ofThisRow = _at < text.Length && text[_at] == '@';
        if (ofThisRow)
            _at++;
        var isDouble = ofThisRow && _at < text.Length && text[_at] == '[';
        if (isDouble)
            _at++;
        var name = new StringBuilder();
        while (_at < text.Length && text[_at] is not (']' or '['))
        {
            if (text[_at] == '\'' && _at + 1 < text.Length && EscapedInColumns.Contains(text[_at + 1]))
                _at++;
            name.Append(text[_at++]);
        }
        if (_at == text.Length || text[_at++] == '[' || (isDouble && (_at == text.Length || text[_at++] != ']')))
            return Fail(FormulaProblems.UnendedColumn(start + 1));
        var trimmed = name.ToString().Trim();
        return trimmed.Length == 0
            ? Fail(FormulaProblems.NamelessColumn(start + 1))
            : new(FormulaTokenKind.Column, start, _at - start, name.ToString());
    }

    private FormulaToken? Number()
    {
        var start = _at;
        SkipDigits();
        if (_at < text.Length && text[_at] == '.')
            _at++;
        SkipDigits();
        if (_at == start + 1 && text[start] == '.')
            return Fail(FormulaProblems.StrangeCharacter(start + 1, "."));
        if (_at < text.Length && text[_at] is 'e' or 'E')
        {
            var digits = _at + 1 < text.Length && text[_at + 1] is '+' or '-' ? _at + 2 : _at + 1;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                _at = digits;
                SkipDigits();
            }
        }
        return decimal.TryParse(text.AsSpan(start, _at - start), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? new(FormulaTokenKind.Number, start, _at - start, "", number)
            : Fail(FormulaProblems.NumberTooLarge(start + 1));
    }

    private void SkipDigits()
    {
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
            _at++;
    }

    private FormulaToken Name()
    {
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '.'))
            _at++;
        return new(FormulaTokenKind.Name, start, _at - start, text[start.._at]);
    }

    private FormulaToken? Symbol()
    {
        var start = _at;
        var pair = text.AsSpan(start, Math.Min(2, text.Length - start));
        if (pair is "<=" or ">=" or "<>")
            return new(FormulaTokenKind.Symbol, start, 2, text[start..(_at += 2)]);
        if (SingleSymbols.Contains(text[start]))
            return new(FormulaTokenKind.Symbol, start, 1, text[start..++_at]);
        return Fail(FormulaProblems.StrangeCharacter(start + 1, Rune.TryGetRuneAt(text, start, out var rune) ? rune.ToString() : "\uFFFD"));
    }

    private FormulaToken? Fail(FormulaProblem problem)
    {
        _problem = problem;
        return null;
    }
}
