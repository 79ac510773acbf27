using Mlj.Tables;

namespace Mlj.Tests.Actions;

/// <summary>Small tables of invented people, with everything that tables of real people have: gaps, ties, edges, odd letters, rows filtered and moved.</summary>
internal static class RandomTable
{
    private static readonly string?[] Names =
        ["Ada Quill", "ada quill", "Ben Torvald", "Cleo Marrow", "Élodie Venn", "Elodie Venn", "Øyvind Tarn", "Zoë-Ann Noor", "O'Brien, Mo", "Æsa Lund", "de la Cruz", "10 Downing", "9 Lives", " ", "", null];

    private static readonly string?[] Groups = ["Blue", "blue", "Green", "Red team", "GREEN", null];

    private static readonly decimal[] Edges = [0, 39.99m, 40, 44.995m, 45, 49.9999999m, 50, 59.99m, 60, 69.999m, 70, 75, 79.99m, 80, 89.996m, 90, 99.999m, 100];

    /// <summary>A table of 0 to 30 rows and 1 to 5 tests, the same for the same chance.</summary>
    public static Table Of(Random chance)
    {
        var rows = chance.Next(31);
        List<Column> columns =
        [
            new Column.Texts("Full Name", Cells(() => Names[chance.Next(Names.Length)])) { Role = ColumnRole.Name },
            new Column.Texts("Group", Cells(() => Groups[chance.Next(Groups.Length)])),
        ];
        var tests = chance.Next(1, 6);
        for (var test = 1; test <= tests; test++)
            columns.Add(new Column.Numbers($"Test {test} Score", Cells(() => Score(chance))) { Role = ColumnRole.Score, Test = test, Format = NumberFormat.Percentage });
        columns.Add(new Column.Numbers("Points", Cells<decimal?>(() => chance.Next(5) == 0 ? null : chance.Next(-4, 25) / 2m)));
        columns.Add(new Column.Numbers(chance.Next(2) == 0 ? "Tests_Taken" : "Tests Taken", Cells<decimal?>(() => chance.Next(9) switch { 8 => null, 7 => 12, var count => count }))
        {
            Role = ColumnRole.TestsTaken,
            Format = new NumberFormat(0),
        });
        var table = new Table(columns);
        if (chance.Next(2) == 0)
            return table;
        int[] order = [.. Enumerable.Range(0, rows)];
        chance.Shuffle(order);
        return table.Ordered(RowOrder.Of(order.Take(chance.Next(rows + 1))));

        T[] Cells<T>(Func<T> cell) => [.. Enumerable.Range(0, rows).Select(_ => cell())];
    }

    private static decimal? Score(Random chance) => chance.Next(5) switch
    {
        0 => null,
        1 => Edges[chance.Next(Edges.Length)],
        2 => chance.Next(101),
        3 => chance.Next(10_001) / 100m,
        _ => chance.Next(25) * 100m / 24,
    };
}
