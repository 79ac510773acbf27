using Mlj.Agent.Phrases.Words;

namespace Mlj.Agent.Tests.Phrases;

public class MeaningTests
{
    [Fact]
    public void Meanings_AllOfThem_HaveABitEach() =>
        Assert.All(Enum.GetValues<Meaning>(), meaning => Assert.Equal([meaning], Enum.GetValues<Meaning>().Where(Meanings.Of(meaning).Has)));
}
