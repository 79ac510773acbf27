using Mlj.Values;

namespace Mlj.Tests.Values;

public class NoteTests
{
    [Fact]
    public void Message_WithATextAsLongAsACell_IsCut()
    {
        Assert.Equal(2_001, new Note(NoteLevel.Review, "invalid_address", new string('a', 44_000)).Message.Length);
        Assert.Equal("short", new Note(NoteLevel.Review, "invalid_address", "short").Message);
    }
}
