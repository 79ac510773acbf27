using Mlj.Merging.Identity;

namespace Mlj.Tests.Merging.Identity;

public class NameWordsTests
{
    [Theory]
    [InlineData("Ada Quill", "QUILL, Ada", nameof(NameLikeness.Same))]
    [InlineData("Adé Quill", "Ade Quill", nameof(NameLikeness.Same))]
    [InlineData("Mrs. Ada Quill", "Prof Ada Quill", nameof(NameLikeness.Same))]
    [InlineData("Chidinma Okwuosa-Reed", "Chidinma OkwuosaReed", nameof(NameLikeness.Same))]
    [InlineData("Dana O'Fennel", "Dana OFennel", nameof(NameLikeness.Same))]
    [InlineData("李小龙", "李小龙", nameof(NameLikeness.Same))]
    [InlineData("Ada Joy Quill", "Ada Quill", nameof(NameLikeness.Fuller))]
    [InlineData("Ada Joy Quill", "Ada J. Quill", nameof(NameLikeness.Fuller))]
    [InlineData("Quill Ada Joy", "Ada Quill", nameof(NameLikeness.Fuller))]
    [InlineData("Dr. Ada Joy Quill", "Ada Quill", nameof(NameLikeness.Fuller))]
    [InlineData("Ana Maria Quill", "Maria Quill", nameof(NameLikeness.WithoutFirst))]
    [InlineData("Ada Quill", "A. Quill", nameof(NameLikeness.Initials))]
    [InlineData("Ada Joy Quill", "A. J. Quill", nameof(NameLikeness.Initials))]
    [InlineData("Oluwaseun Tarn", "Seun Tarn", nameof(NameLikeness.Near))]
    [InlineData("Hassan Noor", "Hassana Noor", nameof(NameLikeness.Near))]
    [InlineData("Ada Torvald", "Ada Torvlad", nameof(NameLikeness.Near))]
    [InlineData("Ada", "Ada Quill", nameof(NameLikeness.OneWord))]
    [InlineData("محمد", "محمد", nameof(NameLikeness.OneWord))]
    [InlineData("Ada Quill", "Ben Quill", nameof(NameLikeness.PartOnly))]
    [InlineData("Ada Quill", "B. Quill", nameof(NameLikeness.PartOnly))]
    [InlineData("Ada Joy Quill", "Ada Ife Quill", nameof(NameLikeness.PartOnly))]
    [InlineData("Ada Quill", "Ben Torvald", nameof(NameLikeness.Other))]
    [InlineData("Xiaoming Ma", "马小明", nameof(NameLikeness.OtherScript))]
    [InlineData("Иван Петров", "Ivan Petrov", nameof(NameLikeness.OtherScript))]
    [InlineData("李小龙", "王芳", nameof(NameLikeness.Other))]
    [InlineData("Ma 马小明", "马小明", nameof(NameLikeness.OneWord))]
    [InlineData("A. Q.", "Ada Quill", nameof(NameLikeness.Unknown))]
    public void Compare_TwoNames_SaysHowTheyAreAlikeEitherWay(string name, string other, string likeness)
    {
        var (one, two) = (NameWords.Of(name)!, NameWords.Of(other)!);
        Assert.Equal(likeness, NameWords.Compare(one, two).ToString());
        Assert.Equal(likeness, NameWords.Compare(two, one).ToString());
    }

    [Theory]
    [InlineData("A. Quill", "Ada Joy Quill", true)]
    [InlineData("Ada", "Ada Quill", true)]
    [InlineData("Ada Quill", "Ada Quill", false)]
    [InlineData("B. Quill", "Ada Joy Quill", false)]
    [InlineData("Ada Joy Quill", "Ada Quill", false)]
    public void SaysNoMoreThan_AnotherSpelling_IsTrueOfShorterOnes(string name, string other, bool expected) =>
        Assert.Equal(expected, NameWords.Of(name)!.SaysNoMoreThan(NameWords.Of(other)!));

    [Theory]
    [InlineData("")]
    [InlineData("★")]
    [InlineData("...")]
    public void Of_ANameWithoutALetter_IsNull(string name) => Assert.Null(NameWords.Of(name));
}
