using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>Checks a step against the table before it runs, by what its parameters say that they name.</summary>
internal static class StepCheck
{
    public static List<PlanProblem> Find(TableAction action, int step, Table table, ActionCatalog catalog, long seed)
    {
        var problems = new List<PlanProblem>();
        var description = catalog.Describe(action);
        foreach (var parameter in description.Parameters)
        {
            var value = parameter.Get(action);
            if (value is null && parameter.IsRequired)
                problems.Add(PlanProblems.MissingParameter(step, description.Name, parameter.Name));
            else if (parameter.IsRequired && parameter.Names != ParameterSubject.Text && value is IReadOnlyCollection<string> { Count: 0 })
                problems.Add(PlanProblems.EmptySelection(step, description.Name, parameter.Name));
            if (value is Enum choice && !Enum.IsDefined(parameter.Type, choice))
                problems.Add(PlanProblems.WrongType(step, description.Name, parameter.Name, ParameterValue.Expected(parameter), choice.ToString()));
            if ((value is int whole ? whole : value as decimal?) is { } number && !parameter.Allows(number))
                problems.Add(PlanProblems.OutOfRange(step, description.Name, parameter, number));
            foreach (var name in value as IEnumerable<string> ?? (value is string text ? [text] : []))
                if (parameter.Names == ParameterSubject.NewColumn)
                {
                    if (string.IsNullOrWhiteSpace(name))
                        problems.Add(PlanProblems.NoName(step, description.Name, parameter.Name));
                    else if (table.Find(name) is not null)
                        problems.Add(PlanProblems.NameTaken(step, name));
                }
                else if (parameter.Names != ParameterSubject.Text)
                {
                    if (table.Find(name) is not { } column)
                        problems.Add(PlanProblems.UnknownColumn(step, name, table));
                    else if (parameter.Names == ParameterSubject.NumberColumn && column.Kind != ColumnKind.Number)
                        problems.Add(PlanProblems.NotNumbers(step, name));
                }
        }
        problems.AddRange(StepColumns.Made(action, description).GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => PlanProblems.NamedTwice(step, group.Key)));
        if (problems.Count == 0)
            problems.AddRange(action.Check(table, seed).Select(message => PlanProblems.Refused(step, message)));
        return problems;
    }
}
