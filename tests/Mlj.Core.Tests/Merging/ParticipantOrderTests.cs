using System.Globalization;

namespace Mlj.Tests.Merging;

public class ParticipantOrderTests
{
    [Fact]
    public void Merge_AnyNames_PutsThemInTheOrderOfTheInvariantCultureThenByAddress()
    {
        var random = new Random(1);
        var draft = new TestDraft(1);
        string[] names = ["Ada Quill", "ADA QUILL", "ada quill", "Ade Quill", "Adé Quill", "Ada-Quill", "Adaquill", "O'Neil Zed", "ONeil Zed", "Ößel Ärn", "李小龙", "Ada  Q.", "zoe", "Zoë", "Zoe"];
        for (var index = 0; index < 600; index++)
            draft.Row(random.Next(20) == 0 ? null : names[random.Next(names.Length)], string.Create(CultureInfo.InvariantCulture, $"{"ab_Z"[random.Next(4)]}.{random.Next(1000)}-{index}@example.org"), 50);
        var participants = TestDraft.Merge(draft).Participants;
        var culture = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase);
        Assert.Equal(participants.OrderBy(each => each.Person).OrderBy(each => each.Name, culture).ThenBy(each => each.Email, StringComparer.Ordinal), participants);
    }
}
