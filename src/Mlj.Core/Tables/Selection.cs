namespace Mlj.Tables;

/// <summary>Finds the number that would stand at a place if all were sorted, mostly in time that grows with how many there are.</summary>
internal static class Selection
{
    private const int MostRounds = 64;

    /// <summary>The number at a place of the sorted order. Of equal numbers it is any, whatever zeros stand at their ends.</summary>
    /// <param name="numbers">The numbers; they are put into another order.</param>
    /// <param name="place">The place, from 0.</param>
    public static decimal Find(decimal[] numbers, int place)
    {
        var (from, to) = (0, numbers.Length - 1);
        for (var round = 0; from < to; round++)
        {
            if (round == MostRounds)
            {
                Array.Sort(numbers, from, to - from + 1);
                break;
            }
            var pivot = numbers[from + ((to - from) / 2)];
            var (low, high) = (from, to);
            while (low <= high)
            {
                while (numbers[low] < pivot)
                    low++;
                while (numbers[high] > pivot)
                    high--;
                if (low <= high)
                {
                    (numbers[low], numbers[high]) = (numbers[high], numbers[low]);
                    low++;
                    high--;
                }
            }
            // What lies between the two is the pivot.
            if (place <= high)
                to = high;
            else if (place >= low)
                from = low;
            else
                break;
        }
        return numbers[place];
    }
}
