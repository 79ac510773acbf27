using System.Text;

namespace Mlj.Pipeline;

/// <summary>The columns that steps name: which must be there, and which they make.</summary>
internal static class StepColumns
{
    private const string Formula = "formula";

    /// <summary>The columns that must be there, with the parameters that name them.</summary>
    public static IEnumerable<(ActionParameter Parameter, string Column)> Needed(TableAction action, ActionDescription description) =>
        from parameter in description.Parameters
        let texts = Texts(parameter.Get(action))
        from column in IsFormula(parameter) ? texts.SelectMany(References) : NamesExisting(parameter) ? texts : []
        select (parameter, column);

    /// <summary>The columns that the step makes, as far as its parameters name them.</summary>
    public static IEnumerable<string> Made(TableAction action, ActionDescription description) =>
        description.Parameters.Where(parameter => parameter.Names == ParameterSubject.NewColumn).SelectMany(parameter => Texts(parameter.Get(action)));

    /// <summary>The same action with other columns in the place of those it needs.</summary>
    public static TableAction Renamed(TableAction action, ActionDescription description, IReadOnlyDictionary<string, string> names)
    {
        var renamed = description.Create();
        foreach (var parameter in description.Parameters)
        {
            var value = parameter.Get(action);
            if (IsFormula(parameter) && value is string formula)
                value = InFormula(formula, names);
            else if (NamesExisting(parameter))
                value = value switch
                {
                    string text => names.GetValueOrDefault(text, text),
                    IEnumerable<string> texts => texts.Select(text => names.GetValueOrDefault(text, text)).ToArray(),
                    _ => value,
                };
            parameter.Set(renamed, value);
        }
        return renamed;
    }

    private static bool NamesExisting(ActionParameter parameter) => parameter.Names is ParameterSubject.Column or ParameterSubject.NumberColumn;

    private static bool IsFormula(ActionParameter parameter) => parameter.Name == Formula && parameter.Type == typeof(string);

    private static IEnumerable<string> Texts(object? value) => value as IEnumerable<string> ?? (value is string text ? [text] : []);

    /// <summary>The columns that a formula names in brackets, outside of its texts.</summary>
    private static IEnumerable<string> References(string formula)
    {
        foreach (var (start, end) in Brackets(formula))
            yield return formula[(start + 1)..end];
    }

    private static string InFormula(string formula, IReadOnlyDictionary<string, string> names)
    {
        var changed = new StringBuilder(formula.Length);
        var from = 0;
        foreach (var (start, end) in Brackets(formula))
        {
            var column = formula[(start + 1)..end];
            changed.Append(formula, from, start + 1 - from).Append(names.GetValueOrDefault(column, column));
            from = end;
        }
        return changed.Append(formula, from, formula.Length - from).ToString();
    }

    private static IEnumerable<(int Start, int End)> Brackets(string formula)
    {
        var isText = false;
        for (var at = 0; at < formula.Length; at++)
            if (formula[at] == '"')
                isText = !isText;
            else if (formula[at] == '[' && !isText && formula.IndexOf(']', at) is > 0 and var end)
            {
                yield return (at, end);
                at = end;
            }
    }
}
