using Mlj.Values;

namespace Mlj.Tests.Values;

public class NoteTests
{
    [Fact]
    public void ToString_OfANoteAndAProblem_BeginsWithThePlace()
    {
        Assert.Equal("'Test 1.csv', row 3: It is odd.", new Note(NoteLevel.Review, "odd", "It is odd.", new Place("Test 1.csv", Row: 3)).ToString());
        Assert.Equal("It is odd.", new Note(NoteLevel.Information, "odd", "It is odd.").ToString());
        Assert.Equal("'Test 1.csv': It is empty. Export it again.", new Problem("empty_file", "It is empty.", new Place("Test 1.csv"), "Export it again.").ToString());
    }
}
