using Mlj.Values;

namespace Mlj.Tests.Values;

public class EmailAddressTests
{
    [Theory]
    [InlineData("ann@example.org", "ann@example.org")]
    [InlineData("  ann@example.org ", "ann@example.org")]
    [InlineData("\tann@example.org\r\n", "ann@example.org")]
    [InlineData("\u00a0ann@example.org\u00a0", "ann@example.org")]
    [InlineData("ANN@EXAMPLE.ORG", "ann@example.org")]
    [InlineData("Ann.Bell@Example.Org", "ann.bell@example.org")]
    [InlineData("mailto:ann@example.org", "ann@example.org")]
    [InlineData("MAILTO: Ann@example.org", "ann@example.org")]
    [InlineData("<ann@example.org>", "ann@example.org")]
    [InlineData("< ann@example.org >", "ann@example.org")]
    [InlineData("<mailto:ann@example.org>", "ann@example.org")]
    [InlineData("Ann Bell <ann@example.org>", "ann@example.org")]
    [InlineData("\"Bell, Ann\" <ann@example.org>", "ann@example.org")]
    [InlineData("ann\u200b@example.org", "ann@example.org")]
    [InlineData("\ufeffann@example.org", "ann@example.org")]
    [InlineData("\u202aann@example.org\u202c", "ann@example.org")]
    [InlineData("ann@exam\u00adple.org", "ann@example.org")]
    [InlineData("ann＠example．org", "ann@example.org")]
    [InlineData("ａｎｎ@example.org", "ann@example.org")]
    [InlineData("ann+test1@example.org", "ann+test1@example.org")]
    [InlineData("o'fennel@example.org", "o'fennel@example.org")]
    [InlineData("ann_bell-2@mail.example.co", "ann_bell-2@mail.example.co")]
    [InlineData("ann@bücher.example", "ann@bücher.example")]
    [InlineData("ann@bu\u0308cher.example", "ann@bücher.example")]
    [InlineData("ann@xn--bcher-kva.example", "ann@xn--bcher-kva.example")]
    [InlineData("राम@उदाहरण.भारत", "राम@उदाहरण.भारत")]
    [InlineData("用户@例子.中国", "用户@例子.中国")]
    [InlineData("ann/bell@example.org", "ann/bell@example.org")]
    [InlineData("anonymous@example.org", "anonymous@example.org")]
    public void Read_OfAnAddress_FindsItsKeyAndKeepsWhatWasTyped(string typed, string key)
    {
        var address = EmailAddress.Read(typed);

        Assert.NotNull(address);
        Assert.Equal((key, null, true), (address.Key, address.Fault, address.IsValid));
        Assert.Equal(typed, address.Typed);
        Assert.Equal(typed, address.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u00a0")]
    [InlineData("\u200b")]
    [InlineData("<>")]
    [InlineData("mailto:")]
    [InlineData("anonymous")]
    [InlineData("Anonymous")]
    [InlineData(" ANONYMOUS ")]
    [InlineData("Anonymous User")]
    [InlineData("anónimo")]
    [InlineData("ano\u0301nimo")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("NA")]
    [InlineData("nil")]
    [InlineData("none")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("—")]
    [InlineData("...")]
    [InlineData("?")]
    public void Read_OfNothingOrItsPlaceholder_IsNull(string? typed) => Assert.Null(EmailAddress.Read(typed));

    [Theory]
    [InlineData("ann.example.org", "no at sign")]
    [InlineData("Ann Bell", "no at sign")]
    [InlineData("08031234567", "no at sign")]
    [InlineData("ann@@example.org", "two at signs")]
    [InlineData("ann@bell@example.org", "two at signs")]
    [InlineData("ann@example.org;bob@example.org", "two addresses in one cell")]
    [InlineData("ann@example.org, bob@example.org", "two addresses in one cell")]
    [InlineData("ann@example.org / bob@example.org", "two addresses in one cell")]
    [InlineData("ann@example.org bob@example.org", "two addresses in one cell")]
    [InlineData("ann@example.org\u00a0bob@example.org", "two addresses in one cell")]
    [InlineData("ann@example.org\nbob@example.org", "two addresses in one cell")]
    [InlineData("ann@example.org\tbob@example.org", "two addresses in one cell")]
    [InlineData("ann@example.org\u2028bob@example.org", "two addresses in one cell")]
    [InlineData("ann@example.org\nLagos", "a space inside")]
    [InlineData("ann@example.org (at school)", "a space inside")]
    [InlineData("ann @example.org", "a space inside")]
    [InlineData("ann bell@example.org", "a space inside")]
    [InlineData("@example.org", "nothing before the at sign")]
    [InlineData("ann@", "nothing after the at sign")]
    [InlineData("ann@example", "no dot in the domain")]
    [InlineData("ann@.example.org", "a misplaced dot or hyphen in the domain")]
    [InlineData("ann@example.org.", "a misplaced dot or hyphen in the domain")]
    [InlineData("ann@example..org", "a misplaced dot or hyphen in the domain")]
    [InlineData("ann@-example.org", "a misplaced dot or hyphen in the domain")]
    [InlineData("ann@example.c", "a top-level domain of one letter")]
    [InlineData("ann@example,org", "no dot in the domain")]
    [InlineData("ann@exa_mple.org", "a character that no domain has")]
    [InlineData("ann@example.org,", "a character that no domain has")]
    [InlineData("ann,bell@example.org", "a character that no address has")]
    [InlineData("ann\"@example.org", "a character that no address has")]
    public void Read_OfWhatIsNoAddress_KeepsItAndSaysWhy(string typed, string fault)
    {
        var address = EmailAddress.Read(typed);

        Assert.NotNull(address);
        Assert.Equal(fault, address.Fault);
        Assert.False(address.IsValid);
        Assert.Equal(typed, address.Typed);
        Assert.NotEmpty(address.Key);
    }
}
