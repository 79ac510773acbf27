namespace Mlj.Formulas;

/// <summary>A formula as it is written, before it is known what its columns hold.</summary>
/// <param name="position">Where it stands in the text, from 1.</param>
/// <param name="height">How many nodes stand above each other from here down.</param>
internal abstract class FormulaNode(int position, int height)
{
    public int Position { get; } = position;

    public int Height { get; } = height;

    public sealed class Number(int position, decimal value) : FormulaNode(position, 1)
    {
        public decimal Value { get; } = value;
    }

    public sealed class Text(int position, string value) : FormulaNode(position, 1)
    {
        public string Value { get; } = value;
    }

    public sealed class Truth(int position, bool value) : FormulaNode(position, 1)
    {
        public bool Value { get; } = value;
    }

    public sealed class Column(int position, string name) : FormulaNode(position, 1)
    {
        public string Name { get; } = name;
    }

    /// <summary>A sign before or after: <c>-</c> or <c>%</c>.</summary>
    public sealed class Signed(int position, string sign, FormulaNode operand) : FormulaNode(position, operand.Height + 1)
    {
        public string Sign { get; } = sign;

        public FormulaNode Operand { get; } = operand;
    }

    public sealed class Binary(int position, string sign, FormulaNode left, FormulaNode right) : FormulaNode(position, Math.Max(left.Height, right.Height) + 1)
    {
        public string Sign { get; } = sign;

        public FormulaNode Left { get; } = left;

        public FormulaNode Right { get; } = right;
    }

    public sealed class Call(int position, FormulaFunction function, IReadOnlyList<FormulaNode> arguments) : FormulaNode(position, arguments.Max(argument => argument.Height) + 1)
    {
        public FormulaFunction Function { get; } = function;

        public IReadOnlyList<FormulaNode> Arguments { get; } = arguments;
    }
}
