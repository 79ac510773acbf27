namespace Mlj.Formulas;

/// <summary>
/// Makes a tree of a formula's pieces, with Excel's precedence: signs, then %, ^, * and /, + and -, &amp;, comparisons; operators of one rank
/// from left to right, ^ too. So -2^2 is 4 and 2^3^2 is 64.
/// </summary>
internal sealed class FormulaParser
{
    private const string Operand = "a number, a text, a [Column] or a function";

    private readonly List<FormulaToken> _tokens;

    private int _next;

    private int _depth;

    private FormulaProblem? _problem;

    private FormulaParser(List<FormulaToken> tokens) => _tokens = tokens;

    private FormulaToken Current => _tokens[_next];

    public static FormulaNode? Read(List<FormulaToken> tokens, out FormulaProblem? problem)
    {
        var parser = new FormulaParser(tokens);
        // Excel writes an equals sign first; it says nothing here.
        if (parser.Current.Is("="))
            parser._next++;
        var node = parser.Current.Kind == FormulaTokenKind.End ? parser.Fail(FormulaProblems.Empty()) : parser.Operation(1);
        if (node is not null && parser.Current.Kind != FormulaTokenKind.End)
            node = parser.Unexpected("an operator or the end");
        problem = parser._problem;
        return node;
    }

    private static int Rank(FormulaToken token) => token.Kind != FormulaTokenKind.Symbol ? 0 : token.Text switch
    {
        "=" or "<>" or "<" or "<=" or ">" or ">=" => ExcelText.Comparison,
        "&" => ExcelText.Joining,
        "+" or "-" => ExcelText.Addition,
        "*" or "/" => ExcelText.Multiplication,
        "^" => ExcelText.Power,
        _ => 0,
    };

    private FormulaNode? Operation(int lowest)
    {
        var left = Percentage();
        while (left is not null && Rank(Current) is var rank && rank >= lowest)
        {
            var sign = _tokens[_next++];
            left = Operation(rank + 1) is { } right ? Bounded(new FormulaNode.Binary(sign.Position, sign.Text, left, right)) : null;
        }
        return left;
    }

    private FormulaNode? Percentage()
    {
        var node = SignedOperand();
        while (node is not null && Current.Is("%"))
            node = Bounded(new FormulaNode.Signed(_tokens[_next++].Position, "%", node));
        return node;
    }

    private FormulaNode? SignedOperand()
    {
        var position = Current.Position;
        var minuses = 0;
        for (; Current.Is("-") || Current.Is("+"); _next++)
            minuses += Current.Is("-") ? 1 : 0;
        // Two are not none: --TRUE is the number 1. More than two are one or two.
        var kept = minuses == 0 ? 0 : minuses % 2 == 1 ? 1 : 2;
        var node = Primary();
        for (; kept > 0 && node is not null; kept--)
            node = Bounded(new FormulaNode.Signed(position, "-", node));
        return node;
    }

    private FormulaNode? Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case FormulaTokenKind.Number:
                _next++;
                return new FormulaNode.Number(token.Position, token.Number);
            case FormulaTokenKind.Text:
                _next++;
                return new FormulaNode.Text(token.Position, token.Text);
            case FormulaTokenKind.Column:
                _next++;
                return new FormulaNode.Column(token.Position, token.Text);
            case FormulaTokenKind.Name:
                _next++;
                return Current.Is("(") ? Call(token) : Word(token);
            case FormulaTokenKind.Symbol when token.Text == "(":
                return Bracketed();
            default:
                return Unexpected(Operand);
        }
    }

    private FormulaNode? Word(FormulaToken token) => token.Text.ToUpperInvariant() switch
    {
        "TRUE" => new FormulaNode.Truth(token.Position, true),
        "FALSE" => new FormulaNode.Truth(token.Position, false),
        _ => Fail(FormulaProblems.UnknownName(token.Position, token.Text)),
    };

    private FormulaNode? Bracketed()
    {
        if (!Enter())
            return null;
        var node = Operation(1);
        if (node is not null && !Current.Is(")"))
            return Unexpected("an operator or ')'");
        Leave();
        return node;
    }

    private FormulaNode? Call(FormulaToken name)
    {
        if (FormulaFunction.Find(name.Text) is not { } function)
            return Fail(FormulaProblems.UnknownFunction(name.Position, name.Text));
        if (!Enter())
            return null;
        var arguments = new List<FormulaNode>();
        while (!Current.Is(")"))
        {
            if (arguments.Count > 0)
            {
                if (!Current.Is(","))
                    return Unexpected("an operator, ',' or ')'");
                _next++;
            }
            if (Operation(1) is not { } argument)
                return null;
            arguments.Add(argument);
        }
        Leave();
        return arguments.Count < function.Least || arguments.Count > function.Most
            ? Fail(FormulaProblems.WrongArgumentCount(name.Position, function, arguments.Count))
            : Bounded(new FormulaNode.Call(name.Position, function, arguments));
    }

    private bool Enter()
    {
        if (++_depth > Formula.MaxDepth)
            Fail(FormulaProblems.TooDeep(Current.Position));
        _next++;
        return _problem is null;
    }

    private void Leave()
    {
        _depth--;
        _next++;
    }

    private FormulaNode? Bounded(FormulaNode node) => node.Height > Formula.MaxHeight ? Fail(FormulaProblems.TooManyOperators(node.Position)) : node;

    private FormulaNode? Unexpected(string expected) => Fail(FormulaProblems.Unexpected(Current.Position, Current.Told, expected));

    private FormulaNode? Fail(FormulaProblem problem)
    {
        _problem ??= problem;
        return null;
    }
}
