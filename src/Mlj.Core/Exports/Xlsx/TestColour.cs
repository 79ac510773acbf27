namespace Mlj.Exports.Xlsx;

/// <summary>The colours that tests have in every workbook, for others who show the same table.</summary>
/// <param name="Fill">The background as RRGGBB.</param>
/// <param name="Ink">The colour of text that can be read on it, as RRGGBB.</param>
public sealed record TestColour(string Fill, string Ink)
{
    /// <summary>The colour of a test: twenty of them, of which the second ten come round again from test 21 on.</summary>
    /// <param name="number">The test's number, from 1.</param>
    public static TestColour Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var look = CellLook.ForTest(number);
        return new(look.Fill!, look.Ink);
    }
}
