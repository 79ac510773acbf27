using System.Globalization;
using System.Text.RegularExpressions;
using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class FilterDataTests
{
    [Fact]
    public void FilterData_OnAThousandTables_AgreesWithTheOracle()
    {
        var kept = new Dictionary<FilterOperator, int>();
        Act.OnAThousandTables((table, chance) =>
        {
            foreach (var chosen in Enum.GetValues<FilterOperator>())
            {
                var column = SizeOperators.Contains(chosen) ? Act.Numbers(table, chance) : table.Columns[chance.Next(table.Columns.Count)];
                var values = Enumerable.Range(0, Count(chosen, chance)).Select(_ => Value(table, column, chosen, chance)).ToList();
                if (chosen == FilterOperator.Between && Fraction(values[0]) > Fraction(values[1]))
                    values.Reverse();
                var run = Act.On(table, new FilterData { Column = column.Name, Operator = chosen, Value = values });
                var expected = new List<int>();
                for (var row = 0; row < table.RowCount; row++)
                    if (Holds(column, table.Order[row], chosen, values))
                        expected.Add(table.Order[row]);
                if (expected.Count == 0 && table.RowCount > 0)
                {
                    Assert.EndsWith("so nothing would be left. Change the condition.", Assert.Single(run.Problems).Message, StringComparison.Ordinal);
                    continue;
                }
                Assert.True(run.IsDone, string.Join(' ', run.Problems));
                Assert.Equal(expected, run.Result.Order.Stored);
                Assert.Equal(table.Columns, run.Result.Columns);
                kept[chosen] = kept.GetValueOrDefault(chosen) + expected.Count;
            }
        });
        Assert.All(Enum.GetValues<FilterOperator>(), chosen => Assert.True(kept[chosen] > 1000, $"{chosen} kept {kept[chosen]} rows."));
    }

    [Theory]
    [InlineData("equals", "95", "Cleo")]
    [InlineData("equals", "\"95\"", "Cleo")]
    [InlineData("equals", "\"95.0\"", "Cleo")]
    [InlineData("not_equals", "95", "Ada Ben Dáire")]
    [InlineData("greater", "49.5", "Cleo")]
    [InlineData("greater_equal", "\"49.5\"", "Ben Cleo")]
    [InlineData("less", "49.5", "Ada")]
    [InlineData("less_equal", "49.5", "Ada Ben")]
    [InlineData("between", "[9, 49.5]", "Ada Ben")]
    [InlineData("one_of", "[9, \"95\", 1]", "Ada Cleo")]
    [InlineData("contains", "9", "Ada Ben Cleo")]
    [InlineData("starts_with", "9", "Ada Cleo")]
    [InlineData("ends_with", "\".5\"", "Ben")]
    [InlineData("is_empty", "\"\"", "Dáire")]
    [InlineData("not_empty", "[]", "Ada Ben Cleo")]
    public void FilterData_OfNumbers_ComparesThemAsNumbers(string chosen, string value, string expected)
    {
        var table = new Table(new Column.Texts("Name", ["Ada", "Ben", "Cleo", "Dáire"]), new Column.Numbers("Score", [9, 49.5m, 95.0m, null]));
        Assert.True(Mlj.Pipeline.PlanJson.TryRead($$$"""{"steps":[{"action":"filter_data","params":{"column":"Score","operator":"{{{chosen}}}","value":{{{value}}}}}]}""", BuiltInActions.Catalog, out var plan, out var problems), string.Join(' ', problems));
        var result = plan.Run(table, BuiltInActions.Catalog).Result;
        Assert.Equal(expected, string.Join(' ', result.Order.Stored.Select(stored => result.Columns[0].Show(stored))));
    }

    [Theory]
    [InlineData("Score", FilterOperator.Equals, "", "'equals' needs one value; there are 0. Give it in 'value'.")]
    [InlineData("Score", FilterOperator.Equals, "1|2", "'equals' needs one value; there are 2. Give it in 'value'.")]
    [InlineData("Score", FilterOperator.Between, "1", "'between' needs two numbers; there is 1. Give them in 'value'.")]
    [InlineData("Score", FilterOperator.Between, "2|1", "'between' goes from 2 to 1, and no number lies there. Give the lower one first.")]
    [InlineData("Score", FilterOperator.OneOf, "", "'one_of' needs a list of values; there are 0. Give it in 'value'.")]
    [InlineData("Score", FilterOperator.Greater, "high", "The column 'Score' holds numbers; 'high' is none. Write it with digits and a point, such as 62.5.")]
    [InlineData("Score", FilterOperator.Equals, "1,000", "The column 'Score' holds numbers; '1,000' is none. Write it with digits and a point, such as 62.5.")]
    [InlineData("Score", FilterOperator.Equals, " ", "A 'value' of 'equals' is blank. Give a value, or use 'is_empty' or 'not_empty' to look for blank cells.")]
    [InlineData("Score", FilterOperator.IsEmpty, "1", "'is_empty' takes no 'value'. Leave it out, or choose another operator.")]
    [InlineData("Name", FilterOperator.Greater, "1", "The column 'Name' holds text; 'greater' needs numbers. Choose a column of numbers or another operator.")]
    [InlineData("Name", FilterOperator.Between, "1|2", "The column 'Name' holds text; 'between' needs numbers. Choose a column of numbers or another operator.")]
    [InlineData("Name", FilterOperator.OneOf, "Ben|Cleo", "No row of 'Name' meets 'one_of' 'Ben', 'Cleo', so nothing would be left. Change the condition.")]
    [InlineData("Score", FilterOperator.IsEmpty, "", "No row of 'Score' meets 'is_empty', so nothing would be left. Change the condition.")]
    public void FilterData_ThatCannotBe_IsRefused(string column, FilterOperator chosen, string values, string problem)
    {
        var table = new Table(new Column.Texts("Name", ["Ada"]), new Column.Numbers("Score", [5]));
        List<Cell> given = [.. values.Length == 0 ? [] : values.Split('|').Select(value => Cell.Of(value))];
        Assert.Equal(problem, Act.Problem(table, new FilterData { Column = column, Operator = chosen, Value = given }));
    }

    [Fact]
    public void FilterData_ThatKeepsEveryRow_IsTheSameTable()
    {
        var table = new Table(new Column.Texts("Name", ["Ada"]));
        Assert.Same(table, Act.On(table, new FilterData { Column = "Name", Operator = FilterOperator.NotEmpty }).Result);
    }

    [Fact]
    public void FilterData_OfNoRows_KeepsNone()
    {
        var table = new Table(new Column.Texts("Name", []));
        Assert.True(Act.On(table, new FilterData { Column = "Name", Operator = FilterOperator.Equals, Value = [Cell.Of("Ada")] }).IsDone);
    }

    private static readonly FilterOperator[] SizeOperators = [FilterOperator.Greater, FilterOperator.Less, FilterOperator.GreaterEqual, FilterOperator.LessEqual, FilterOperator.Between];

    private static int Count(FilterOperator chosen, Random chance) => chosen switch
    {
        FilterOperator.IsEmpty or FilterOperator.NotEmpty => 0,
        FilterOperator.Between => 2,
        FilterOperator.OneOf => chance.Next(1, 4),
        _ => 1,
    };

    /// <summary>A value of the column, as a number or as its text, or a piece of it; something else where the column is empty.</summary>
    private static Cell Value(Table table, Column column, FilterOperator chosen, Random chance)
    {
        var cell = table.StoredCount == 0 ? Cell.Missing : column[chance.Next(table.StoredCount)];
        if (cell.Number is not null || column.Kind == ColumnKind.Number)
            return chance.Next(2) == 0 ? Cell.Of(cell.Number ?? 50) : Cell.Of((cell.Number ?? 50).ToString(CultureInfo.InvariantCulture));
        var text = string.IsNullOrWhiteSpace(cell.Text) ? "ada" : chance.Next(2) == 0 ? cell.Text : cell.Text.ToUpperInvariant();
        return Cell.Of(chosen switch
        {
            FilterOperator.Contains or FilterOperator.NotContains => text[1..].Trim(),
            FilterOperator.StartsWith => text[..2],
            FilterOperator.EndsWith => text[^2..],
            _ => text,
        });
    }

    private static bool Holds(Column column, int stored, FilterOperator chosen, List<Cell> values)
    {
        var cell = column[stored];
        var text = cell.ToString();
        var pattern = values.Count == 0 ? "" : Regex.Escape(values[0].ToString());
        return chosen switch
        {
            FilterOperator.IsEmpty => text.Trim() == "",
            FilterOperator.NotEmpty => text.Trim() != "",
            FilterOperator.Equals => Same(values[0]),
            FilterOperator.NotEquals => !Same(values[0]),
            FilterOperator.OneOf => values.Exists(Same),
            FilterOperator.Contains => Matches(pattern),
            FilterOperator.NotContains => !Matches(pattern),
            FilterOperator.StartsWith => Matches("^" + pattern),
            FilterOperator.EndsWith => Matches(pattern + "\\z"),
            _ when cell.IsMissing => false,
            FilterOperator.Greater => Fraction(cell) > Fraction(values[0]),
            FilterOperator.Less => Fraction(cell) < Fraction(values[0]),
            FilterOperator.GreaterEqual => !(Fraction(cell) < Fraction(values[0])),
            FilterOperator.LessEqual => !(Fraction(cell) > Fraction(values[0])),
            FilterOperator.Between => !(Fraction(cell) < Fraction(values[0])) && !(Fraction(cell) > Fraction(values[1])),
            _ => throw new InvalidOperationException(),
        };

        bool Same(Cell value) => !cell.IsMissing && (column.Kind == ColumnKind.Number ? Fraction(cell) == Fraction(value) : Regex.IsMatch(text, $"^{Regex.Escape(value.ToString())}\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

        bool Matches(string part) => Regex.IsMatch(text, part, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    // 18 decimals tell 8 1/3 from 8.33333.
    private static Fraction Fraction(Cell cell) => new(new System.Numerics.BigInteger((cell.Number ?? decimal.Parse(cell.Text!, CultureInfo.InvariantCulture)) * 1_000_000_000_000_000_000m), 1);
}
