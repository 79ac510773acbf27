using Mlj.Tables;

namespace Mlj.Formulas;

/// <summary>Gives the names in a formula their columns, and every operation the kind of its operands.</summary>
internal sealed class FormulaBinder
{
    private readonly Table _table;

    private FormulaProblem? _problem;

    private FormulaBinder(Table table) => _table = table;

    /// <summary>The column that a name in a formula means: exactly this one, or without the blanks around it.</summary>
    public static Column? Find(Table table, string name) => table.Find(name) ?? table.Find(name.Trim());

    /// <summary>The operation, which gives numbers or text.</summary>
    public static Expression? Bind(FormulaNode node, Table table, out FormulaProblem? problem)
    {
        var binder = new FormulaBinder(table);
        var expression = binder.Bind(node);
        problem = binder._problem;
        return problem is not null ? null : expression is TruthExpression truth ? new TextExpression.OfTruth(truth) : expression;
    }

    // After a problem any operation will do, since none is used.
    private Expression Bind(FormulaNode node) => node switch
    {
        _ when _problem is not null => new NumberExpression.Missing(),
        FormulaNode.Number number => new NumberExpression.Constant(number.Value),
        FormulaNode.Text text => new TextExpression.Constant(text.Value),
        FormulaNode.Truth truth => new TruthExpression.Constant(truth.Value),
        FormulaNode.Column column => Find(_table, column.Name) switch
        {
            Column.Numbers numbers => new NumberExpression.OfColumn(numbers),
            Column.Texts texts => new TextExpression.OfColumn(texts),
            _ => Fail(FormulaProblems.UnknownColumn(column.Position, column.Name, _table)),
        },
        FormulaNode.Signed { Sign: "-" } signed => new Arithmetic.Negative(Number(signed.Operand)),
        FormulaNode.Signed signed => new Arithmetic.Percentage(Number(signed.Operand)),
        FormulaNode.Binary binary => Operation(binary),
        FormulaNode.Call call => Call(call, call.Arguments),
        _ => throw new ArgumentException($"There is no operation for {node.GetType().Name}.", nameof(node)),
    };

    private Expression Operation(FormulaNode.Binary node) => node.Sign switch
    {
        "+" => new Arithmetic.Sum(Number(node.Left), Number(node.Right)),
        "-" => new Arithmetic.Difference(Number(node.Left), Number(node.Right)),
        "*" => new Arithmetic.Product(Number(node.Left), Number(node.Right)),
        "/" => new Arithmetic.Quotient(Number(node.Left), Number(node.Right)),
        "^" => new Arithmetic.Power(Number(node.Left), Number(node.Right)),
        "&" => new TextExpression.Joined([Text(node.Left), Text(node.Right)]),
        _ => Compared(node, Bind(node.Left), Bind(node.Right)),
    };

    private Expression Compared(FormulaNode.Binary node, Expression left, Expression right)
    {
        if (node.Sign is "=" or "<>" && (IsEmptyText(left) || IsEmptyText(right)))
        {
            var blank = new TruthExpression.Blank(IsEmptyText(right) ? left : right);
            return node.Sign == "=" ? blank : new TruthExpression.Not(blank);
        }
        return (left, right) switch
        {
            (NumberExpression one, NumberExpression other) => new Comparison.OfNumbers(node.Sign, one, other),
            (TextExpression one, TextExpression other) => new Comparison.OfTexts(node.Sign, one, other),
            (TruthExpression one, TruthExpression other) => new Comparison.OfNumbers(node.Sign, new NumberExpression.OfTruth(one), new NumberExpression.OfTruth(other)),
            (TruthExpression, _) or (_, TruthExpression) => Fail(FormulaProblems.Incomparable(node.Position)),
            _ => new Comparison.OfKinds(node.Sign, left, right),
        };
    }

    private Expression Call(FormulaNode.Call node, IReadOnlyList<FormulaNode> arguments) => node.Function.Name switch
    {
        "ABS" => new Arithmetic.Absolute(Number(arguments[0])),
        "AND" => new TruthExpression.Junction(true, Truths(node)),
        "AVERAGE" => new Aggregate.Average(Numbers(arguments)),
        "CONCAT" => new TextExpression.Joined([.. arguments.Select(Text)]),
        "COUNT" => new Aggregate.Count(Numbers(arguments)),
        "IF" => Choice(Truth(arguments[0], node), Bind(arguments[1]), Bind(arguments[2])),
        "ISBLANK" => new TruthExpression.Blank(Bind(arguments[0])),
        "LEFT" => new TextExpression.End(true, Text(arguments[0]), arguments.Count > 1 ? Number(arguments[1]) : null),
        "LEN" => new NumberExpression.Length(Text(arguments[0])),
        "LOWER" => new TextExpression.Cased(false, Text(arguments[0])),
        "MAX" => new Aggregate.Greatest(Numbers(arguments)),
        "MEDIAN" => new Aggregate.Median(Numbers(arguments)),
        "MIN" => new Aggregate.Least(Numbers(arguments)),
        "NOT" => new TruthExpression.Not(Truth(arguments[0], node)),
        "OR" => new TruthExpression.Junction(false, Truths(node)),
        "RIGHT" => new TextExpression.End(false, Text(arguments[0]), arguments.Count > 1 ? Number(arguments[1]) : null),
        "ROUND" => new Arithmetic.Rounded(Number(arguments[0]), Number(arguments[1])),
        "SUM" => new Aggregate.Sum(Numbers(arguments)),
        "TRIM" => new TextExpression.Trimmed(Text(arguments[0])),
        "UPPER" => new TextExpression.Cased(true, Text(arguments[0])),
        var name => throw new ArgumentException($"There is no operation for {name}.", nameof(node)),
    };

    // An empty text beside something else is a missing of that kind; otherwise two kinds meet in text.
    private static Expression Choice(TruthExpression condition, Expression then, Expression otherwise) => (then, otherwise) switch
    {
        (NumberExpression one, NumberExpression other) => new NumberExpression.Choice(condition, one, other),
        (NumberExpression one, _) when IsEmptyText(otherwise) => new NumberExpression.Choice(condition, one, new NumberExpression.Missing()),
        (_, NumberExpression other) when IsEmptyText(then) => new NumberExpression.Choice(condition, new NumberExpression.Missing(), other),
        (TruthExpression one, TruthExpression other) => new TruthExpression.Choice(condition, one, other),
        (TruthExpression one, _) when IsEmptyText(otherwise) => new TruthExpression.Choice(condition, one, new TruthExpression.Missing()),
        (_, TruthExpression other) when IsEmptyText(then) => new TruthExpression.Choice(condition, new TruthExpression.Missing(), other),
        _ => new TextExpression.Choice(condition, Text(then), Text(otherwise)),
    };

    private static bool IsEmptyText(Expression expression) => expression is TextExpression.Constant { IsEmpty: true };

    private NumberExpression[] Numbers(IReadOnlyList<FormulaNode> nodes) => [.. nodes.Select(Number)];

    private NumberExpression Number(FormulaNode node) => Bind(node) switch
    {
        NumberExpression number => number,
        TruthExpression truth => new NumberExpression.OfTruth(truth),
        TextExpression.Constant { IsEmpty: true } => new NumberExpression.Missing(),
        var text => new NumberExpression.OfText((TextExpression)text),
    };

    private TextExpression Text(FormulaNode node) => Text(Bind(node));

    private static TextExpression Text(Expression expression) => expression switch
    {
        TextExpression text => text,
        TruthExpression truth => new TextExpression.OfTruth(truth),
        var number => new TextExpression.OfNumber((NumberExpression)number),
    };

    private TruthExpression[] Truths(FormulaNode.Call node) => [.. node.Arguments.Select(argument => Truth(argument, node))];

    private TruthExpression Truth(FormulaNode node, FormulaNode.Call asker) => Bind(node) switch
    {
        TruthExpression truth => truth,
        NumberExpression number => new Comparison.OfNumbers("<>", number, new NumberExpression.Constant(0)),
        _ => NoCondition(node, asker),
    };

    private TruthExpression.Missing NoCondition(FormulaNode node, FormulaNode.Call asker)
    {
        Fail(FormulaProblems.NoCondition(node.Position, asker.Function.Name));
        return new TruthExpression.Missing();
    }

    private NumberExpression.Missing Fail(FormulaProblem problem)
    {
        _problem ??= problem;
        return new NumberExpression.Missing();
    }
}
