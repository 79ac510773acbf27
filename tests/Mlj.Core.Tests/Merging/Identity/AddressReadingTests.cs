using Mlj.Merging.Identity;
using Mlj.Values;

namespace Mlj.Tests.Merging.Identity;

public class AddressReadingTests
{
    // example.org is known from somebody's address, gmail.com from the list of providers.
    private static readonly MailDomains Domains = new(TestDraft.Merge(new TestDraft(1).Row("Ben Torvald", "torvald@example.org", 1)).Participants);

    [Theory]
    [InlineData("ada@example.org", "ada@example.org", null)]
    [InlineData("ada+exam@example.org", "ada@example.org", null)]
    [InlineData("v.q.z+1@googlemail.com", "vqz@gmail.com", null)]
    [InlineData("ada@@example.org", "ada@example.org", "two at signs")]
    [InlineData("ada@example@example.org", "ada@example.org", "two at signs")]
    [InlineData("adaexample.org", "ada@example.org", "no at sign")]
    [InlineData("ada#example.org", "ada@example.org", "no at sign")]
    [InlineData("vqz81gmail.com", "vqz81@gmail.com", "no at sign")]
    [InlineData("ada.quill", "ada.quill@", "no at sign")]
    [InlineData("ada at example dot org", "ada@example.org", "an at sign in words")]
    [InlineData("ada[at]example.org", "ada@example.org", "an at sign in words")]
    [InlineData("ada@example", "ada@example", "a domain without its end")]
    [InlineData("ada@example..org", "ada@example.org", "a misplaced character")]
    [InlineData("ada@example.org.", "ada@example.org", "a misplaced character")]
    [InlineData("ada@example,org", "ada@example.org", "a comma for a dot")]
    [InlineData("ada@example.org (school)", "ada@example.org", "other words beside it")]
    [InlineData("my email: ada@example.org", "ada@example.org", "other words beside it")]
    [InlineData("ada@example.org,", "ada@example.org", "a comma beside it")]
    [InlineData("ada@example.org ;", "ada@example.org", "a semicolon beside it")]
    [InlineData("\"ada@example.org\"", "ada@example.org", "other characters beside it")]
    [InlineData("ada@", "ada@", "nothing behind the at sign")]
    [InlineData("ada @example.org", "ada@example.org", "a space inside")]
    [InlineData("аdа@example.org", "ada@example.org", "letters that only look like those of an address")]
    [InlineData("фвф@example.org", "ada@example.org", "typed with the keyboard in another alphabet")]
    [InlineData("фвф\"учфьздующкп", "ada@example.org", "typed with the keyboard in another alphabet")]
    [InlineData("αδα@εχαμπλε.οργ", "ada@example.org", "typed with the keyboard in another alphabet")]
    [InlineData("www.ada@example.org", "ada@example.org", "'www.' before it")]
    [InlineData("adá@example.org", "ada@example.org", "letters that only look like those of an address")]
    public void Of_WhatSomebodyTyped_FindsWhatWasMeant(string typed, string mailbox, string? repair) =>
        Assert.Contains(AddressReading.Of(EmailAddress.Read(typed)!, Domains), reading => reading.Mailbox == mailbox && reading.Repair == repair);

    [Fact]
    public void Of_TwoAddressesInOneCell_FindsBoth() => Assert.Equal(["ada@example.org", "quill@example.org"],
        AddressReading.Of(EmailAddress.Read("ada@example.org / quill@example.org")!, Domains).Select(reading => reading.Mailbox).Where(mailbox => !mailbox.Contains('/')));

    [Theory]
    [InlineData("will send later")]
    [InlineData("n/a yet, sorry")]
    [InlineData("@")]
    [InlineData("@example.org")]
    public void Of_WhatIsNoAddress_FindsNothing(string typed) => Assert.Empty(EmailAddress.Read(typed) is { } email ? AddressReading.Of(email, Domains) : []);

    [Fact]
    public void Of_AnyText_DoesNotFail()
    {
        const string Letters = "aZ9@@.,;+- \"'()[]<>а\u00e9\u0301李\ud83d\udc3c#\u200b/\\";
        var chance = new Random(7);
        for (var round = 0; round < 20_000; round++)
            if (EmailAddress.Read(string.Concat(Enumerable.Range(0, chance.Next(1, 14)).Select(_ => Letters[chance.Next(Letters.Length)]))) is { } email)
                Assert.All(AddressReading.Of(email, Domains), reading => Assert.NotEmpty(reading.Letters));
    }
}
