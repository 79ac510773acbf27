using Mlj.Tables;

namespace Mlj.Tests.Formulas;

/// <summary>Invents tables and formulas that fit them; the same seed invents the same.</summary>
internal sealed class RandomFormula(int seed)
{
    private static readonly string[] Words = ["Ada", "ada", "Ben", "x", "5", "two words", " spaced  out ", "PASS"];

    private readonly Random _chance = new(seed);

    private readonly List<string> _numbers = [];

    private readonly List<string> _texts = [];

    public Table Table(int rows)
    {
        var columns = new List<Column>();
        foreach (var name in (string[])["Test 1 Score", "Test 2 Score", "Odd '[#1'] @y", "B"])
            columns.Add(new Column.Numbers(name.Replace("'", "", StringComparison.Ordinal), [.. Enumerable.Range(0, rows).Select(_ => Cell())]));
        _numbers.AddRange(["Test 1 Score", "Test 2 Score", "Odd '[#1'] '@y", "@B"]);
        foreach (var name in (string[])["Full Name", "Teacher's Remark"])
            columns.Add(new Column.Texts(name, [.. Enumerable.Range(0, rows).Select(_ => _chance.Next(4) == 0 ? null : Words[_chance.Next(Words.Length)])]));
        _texts.AddRange(["Full Name", "Teacher's Remark"]);
        return new Table(columns);
    }

    public Sketch Next(int depth = 4) => _chance.Next(4) switch { 0 => Text(depth), 1 => Truth(depth), _ => Number(depth) };

    private decimal? Cell() => _chance.Next(5) switch { 0 => null, 1 => _chance.Next(-2, 3), 2 => _chance.Next(0, 201) / 2m, _ => _chance.Next(0, 10001) / 100m };

    private T OneOf<T>(params T[] choices) => choices[_chance.Next(choices.Length)];

    private Sketch Number(int depth)
    {
        if (depth <= 0 || _chance.Next(6) == 0)
            return _chance.Next(3) == 0 ? Constant() : Column('N', OneOf([.. _numbers]));
        var less = depth - 1;
        return _chance.Next(14) switch
        {
            <= 4 => new('N', OneOf("+", "-", "*", "/"), [Arithmetic(less), Arithmetic(less)]),
            5 => new('N', "^", [Column('N', OneOf([.. _numbers])), OneOf(Plain(2), Plain(3), Plain(1), new Sketch('N', "neg", [Plain(1)]), Plain(0.5m))]),
            6 => new('N', OneOf("neg", "%"), [Arithmetic(less)]),
            <= 9 => new('N', OneOf("SUM", "AVERAGE", "MIN", "MAX", "MEDIAN", "COUNT"), [.. Enumerable.Range(0, _chance.Next(1, 5)).Select(_ => Arithmetic(less))]),
            10 => new('N', "ROUND", [Number(less), OneOf(Plain(0), Plain(1), Plain(2), new Sketch('N', "neg", [Plain(1)]))]),
            11 => new('N', "ABS", [Arithmetic(less)]),
            12 => new('N', "LEN", [Text(less)]),
            _ => _chance.Next(3) == 0 ? new('N', "IF", [Truth(less), Number(less), Empty()]) : new('N', "IF", [Truth(less), Number(less), Number(less)]),
        };
    }

    // Now and then something that is no number.
    private Sketch Arithmetic(int depth) => _chance.Next(12) switch { 0 => Text(depth), 1 => Truth(depth), _ => Number(depth) };

    private Sketch Text(int depth)
    {
        if (depth <= 0 || _chance.Next(5) == 0)
            return _chance.Next(2) == 0 ? new('T', "text", [], OneOf(Words)) : Column('T', OneOf([.. _texts]));
        var less = depth - 1;
        return _chance.Next(8) switch
        {
            0 => new('T', "&", [Joined(less), Joined(less)]),
            1 => new('T', "CONCAT", [.. Enumerable.Range(0, _chance.Next(1, 4)).Select(_ => Joined(less))]),
            2 => new('T', OneOf("LEFT", "RIGHT"), [Text(less), OneOf(Plain(0), Plain(1), Plain(3), Column('N', OneOf([.. _numbers])))]),
            3 => new('T', OneOf("LEFT", "RIGHT"), [Text(less)]),
            4 => new('T', OneOf("UPPER", "LOWER", "TRIM"), [Text(less)]),
            5 => new('T', "IF", [Truth(less), Text(less), Empty()]),
            6 => new('T', "IF", [Truth(less), Column('N', OneOf([.. _numbers])), Text(less)]),
            _ => new('T', "IF", [Truth(less), Text(less), Text(less)]),
        };
    }

    // Only numbers as they stand are joined: how many digits a computed one has is another question.
    private Sketch Joined(int depth) => _chance.Next(4) switch { 0 => Column('N', OneOf([.. _numbers])), 1 => Truth(depth), _ => Text(depth) };

    private Sketch Truth(int depth)
    {
        if (depth <= 0)
            return new('C', OneOf("<", ">", ">=", "<="), [Column('N', OneOf([.. _numbers])), Constant()]);
        var less = depth - 1;
        return _chance.Next(10) switch
        {
            <= 2 => new('C', OneOf("=", "<>", "<", "<=", ">", ">="), [Number(less), Number(less)]),
            3 => new('C', OneOf("=", "<>"), [Text(less), Text(less)]),
            4 => new('C', OneOf("=", "<>"), [OneOf(Text(less), Number(less)), Empty()]),
            5 => new('C', OneOf("AND", "OR"), [.. Enumerable.Range(0, _chance.Next(1, 4)).Select(_ => Truth(less))]),
            6 => new('C', "NOT", [Truth(less)]),
            7 => new('C', "ISBLANK", [OneOf(Text(less), Number(less), Truth(less))]),
            8 => new('C', OneOf("=", "<>", "<", ">"), [Number(less), Text(less)]),
            _ => new('C', "IF", [Truth(less), Truth(less), Truth(less)]),
        };
    }

    private Sketch Constant() => Plain(OneOf(0, 1, 2, 50, 0.5m, 12.25m));

    private static Sketch Plain(decimal number) => new('N', "number", [], number);

    private static Sketch Empty() => new('E', "text", [], "");

    private static Sketch Column(char kind, string name) => new(kind, "column", [], name);
}
