using System.Globalization;
using Mlj.Actions;
using Mlj.Tables;

namespace Mlj.Tests.Actions;

public class SortDataTests
{
    [Fact]
    public void SortData_OnAThousandTables_AgreesWithTheOracle() => Act.OnAThousandTables((table, chance) =>
    {
        foreach (var column in table.Columns)
            foreach (var ascending in (bool[])[true, false])
            {
                var run = Act.On(table, new SortData { Column = column.Name, Ascending = ascending });
                Assert.Equal(Inserted(table, column, ascending), run.Result.Order.Stored);
                Assert.Equal(table.Columns, run.Result.Columns);
            }
    });

    [Fact]
    public void SortData_OfText_IsByTheInvariantCultureWhateverTheUsersIs()
    {
        var names = new Table(new Column.Texts("Name", ["Zoë", "ångström", "Anna", "äther", "ida", "Ivo", "Ibo"]));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
            Assert.Equal("ångström Anna äther Ibo ida Ivo Zoë", Sorted(names));
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal("ångström Anna äther Ibo ida Ivo Zoë", Sorted(names));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void SortData_OfLongAndOddTexts_IsTheSameAsComparingThem()
    {
        string[] texts = [new('a', 5000), new string('a', 4999) + "B", new('\ufdfa', 400), new('\ufdfa', 64), new('\u3316', 64), new('\ud800', 64), new('\ue000', 64), string.Concat(Enumerable.Repeat("\U0010fffd", 32)), new('\u0344', 64), "\ud800", "a\0b", "co-op", "coop", "CO-OP", "\u200bcoop", "Straße", "STRASSE", "ﬁ", "fi", "1", "10", "2"];
        var table = new Table(new Column.Texts("Text", texts));
        Assert.Equal(Inserted(table, table.Columns[0], ascending: true), Act.On(table, new SortData { Column = "Text" }).Result.Order.Stored);
        Assert.Equal(Inserted(table, table.Columns[0], ascending: false), Act.On(table, new SortData { Column = "Text", Ascending = false }).Result.Order.Stored);
    }

    private static string Sorted(Table table)
    {
        var result = Act.On(table, new SortData { Column = "Name" }).Result;
        return string.Join(' ', result.Order.Stored.Select(stored => result.Columns[0].Show(stored)));
    }

    /// <summary>Every row goes before the first one that must stand behind it.</summary>
    private static List<int> Inserted(Table table, Column column, bool ascending)
    {
        var sorted = new List<int>();
        foreach (var stored in table.Order.Stored)
        {
            var place = sorted.FindIndex(other => StandsBehind(column[other], column[stored], ascending));
            sorted.Insert(place < 0 ? sorted.Count : place, stored);
        }
        return sorted;
    }

    private static bool StandsBehind(Cell one, Cell other, bool ascending)
    {
        if (one.ToString().Trim() == "" || other.ToString().Trim() == "")
            return one.ToString().Trim() == "" && other.ToString().Trim() != "";
        var compared = one.Number is { } number
            ? decimal.Compare(number, other.Number!.Value)
            : CultureInfo.InvariantCulture.CompareInfo.Compare(one.Text, other.Text, CompareOptions.IgnoreCase);
        return ascending ? compared > 0 : compared < 0;
    }
}
