using Mlj.Recognition;
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

    [Fact]
    public void Equals_OfNotesWithTheSameCorrections_IsTrue()
    {
        Assert.Equal(Ask("point", "comma"), Ask("point", "comma"));
        Assert.Equal(Ask("point").GetHashCode(), Ask("point").GetHashCode());
        Assert.NotEqual(Ask("point"), Ask("comma"));
        Assert.NotEqual(Ask("point"), Ask());

        static Note Ask(params string[] marks) => new(NoteLevel.Question, "decimal_mark_unclear", "Say which.") { Corrections = [.. marks.Select(mark => new Correction("a.csv", FileSetting.DecimalMark, mark))] };
    }

    [Fact]
    public void FileSetting_OfEveryKind_IsAPropertyOfTheOptions() =>
        Assert.Equal(typeof(RecognitionOptions).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(), Enum.GetNames<FileSetting>().Order());
}
