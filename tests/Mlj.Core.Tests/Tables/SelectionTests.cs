using Mlj.Tables;

namespace Mlj.Tests.Tables;

public class SelectionTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(1_000_000)]
    public void Find_AtAnyPlace_IsWhatSortingWouldPutThere(int different)
    {
        var random = new Random(1);
        for (var count = 1; count < 60; count++)
        {
            decimal[] numbers = [.. Enumerable.Range(0, count).Select(_ => random.Next(-different, different) / 3m)];
            var sorted = numbers.Order().ToArray();
            for (var place = 0; place < count; place++)
                Assert.Equal(sorted[place], Selection.Find(numbers, place));
        }
    }

    [Fact]
    public void Find_AmongNumbersThatAreArrangedAgainstIt_IsRightAndEnds()
    {
        const int Count = 20_000;
        // Whatever stands in the middle is the least of what is left.
        var numbers = new decimal[Count];
        int[] places = [.. Enumerable.Range(0, Count)];
        for (var from = 0; from < Count; from++)
        {
            var middle = from + ((Count - 1 - from) / 2);
            numbers[places[middle]] = from;
            (places[from], places[middle]) = (places[middle], places[from]);
        }
        Assert.Equal(Count - 2, Selection.Find(numbers, Count - 2));
    }
}
