using Mlj.Tables;
using Mlj.Values;

namespace Mlj.Formulas;

/// <summary>The wording of everything that can be wrong with a formula.</summary>
internal static class FormulaProblems
{
    private const int LongestQuote = 40;

    public static FormulaProblem Empty() => new("empty", 1, "The formula is empty. Write one such as [Test 1 Score] * 0.4 + [Test 2 Score] * 0.6.");

    public static FormulaProblem TooLong(int length) =>
        new("too_long", Formula.MaxLength + 1, $"The formula has {length} characters; at most {Formula.MaxLength} are allowed. Use several columns.");

    public static FormulaProblem TooDeep(int position) =>
        new("too_deep", position, $"Brackets and functions stand in each other more than {Formula.MaxDepth} deep. Use several columns.");

    public static FormulaProblem TooManyOperators(int position) =>
        new("too_many_operators", position, $"More than {Formula.MaxHeight} operators follow each other. Use SUM or several columns.");

    public static FormulaProblem UnendedText(int position) => new("unended_text", position, "A text begins here that does not end. Close it with \".");

    public static FormulaProblem UnendedColumn(int position) =>
        new("unended_column", position, "The name of a column begins here that does not end. Close it with ]; a ] inside the name is written '].");

    public static FormulaProblem NamelessColumn(int position) => new("nameless_column", position, "The brackets name no column. Write the name of a column between [ and ].");

    public static FormulaProblem NumberTooLarge(int position) => new("number_too_large", position, "This number is too large. Numbers reach to 7.9e28.");

    public static FormulaProblem StrangeCharacter(int position, string character) => new("strange_character", position, character switch
    {
        "“" or "”" or "„" or "‘" or "’" or "'" => $"{character} is no quotation mark of formulas. Write text between straight double ones: \"text\".",
        ";" => "A semicolon does not belong here. Separate arguments with commas.",
        "×" => "× is written *.",
        "÷" => "÷ is written /.",
        "−" or "–" => $"{character} is written -.",
        "≤" or "≥" or "≠" => $"{character} is written {(character == "≤" ? "<=" : character == "≥" ? ">=" : "<>")}.",
        "{" or "}" or "!" or "$" or ":" => $"'{character}' is no part of formulas: there are no ranges, sheets or lists. Name columns, such as [Test 1 Score].",
        _ => $"'{character}' is no part of formulas.",
    });

    public static FormulaProblem Unexpected(int position, string found, string expected) => new("unexpected", position, $"{found} stands here; expected was {expected}.");

    public static FormulaProblem UnknownFunction(int position, string name) => new("unknown_function", position,
        $"There is no function '{Short(name)}'.{NearestName.DidYouMean(name, FormulaFunction.Names)} The functions are: {string.Join(", ", FormulaFunction.Names)}.");

    public static FormulaProblem UnknownName(int position, string name) => new("unknown_name", position,
        FormulaFunction.Names.Contains(name.ToUpperInvariant())
            ? $"The function {name.ToUpperInvariant()} needs its arguments in brackets."
            : $"'{Short(name)}' is no part of formulas. The name of a column stands in brackets: [{Short(name)}]; a text in quotation marks: \"{Short(name)}\".");

    public static FormulaProblem WrongArgumentCount(int position, FormulaFunction function, int found) =>
        new("wrong_argument_count", position, $"{function.Name} takes {function.Arity}; {(found == 0 ? "there is none" : $"there are {found}")}.");

    public static FormulaProblem UnknownColumn(int position, string column, Table table) => new("unknown_column", position,
        $"There is no column '{Short(column)}'.{NearestName.DidYouMean(column, table.Columns.Select(each => each.Name))} The columns are: {string.Join(", ", table.Columns.Select(each => each.Name))}.");

    public static FormulaProblem NoCondition(int position, string function) =>
        new("no_condition", position, $"{function} needs a condition here, such as [Test 1 Score] >= 50; this is text.");

    public static FormulaProblem Incomparable(int position) =>
        new("incomparable", position, "A condition is compared with something that is none. Use IF to make a number or a text of it.");

    private static string Short(string text) => ShortText.Of(text, LongestQuote);
}
