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
    [InlineData("Ada Joy Quill", "Ada J. Quill", nameof(NameLikeness.Abbreviated))]
    [InlineData("Quill, Ada Joy", "Ada Quill", nameof(NameLikeness.Fuller))]
    [InlineData("Quill Reed Ada Joy", "Ada Joy Quill Reed", nameof(NameLikeness.Same))]
    [InlineData("Quill Ada Joy", "Ada Joy Quill", nameof(NameLikeness.Same))]
    [InlineData("Ada Quill", "Quill Ada", nameof(NameLikeness.Reordered))]
    [InlineData("Quill Ada Joy", "Ada Quill", nameof(NameLikeness.Reordered))]
    [InlineData("María José Quill Reed", "José María Quill Reed", nameof(NameLikeness.Reordered))]
    [InlineData("María José Quill Reed", "José María Quill", nameof(NameLikeness.Reordered))]
    [InlineData("Ada Quill", "Ada Quill Jr", nameof(NameLikeness.Generation))]
    [InlineData("Ada Quill", "Ada Quill II", nameof(NameLikeness.Generation))]
    [InlineData("Ada Quill", "Ada Quill 2", nameof(NameLikeness.Generation))]
    [InlineData("Quill, Ada Jr.", "Ada Quill", nameof(NameLikeness.Generation))]
    [InlineData("Ada Quill Jnr", "Ada Quill Snr", nameof(NameLikeness.PartOnly))]
    [InlineData("Junior Quill", "Junior Quill", nameof(NameLikeness.Same))]
    [InlineData("Tran Minh Tú", "Tran Minh Tư", nameof(NameLikeness.Near))]
    [InlineData("Lê Thị Hòa", "Lê Thị Hoa", nameof(NameLikeness.Near))]
    [InlineData("Lê Thị Hòa", "Lê Thị Hoà", nameof(NameLikeness.Same))]
    [InlineData("Lê Thị Hòa", "Le Thi Hoa", nameof(NameLikeness.Same))]
    [InlineData("Inés Zúñiga", "Ines Zuñiga", nameof(NameLikeness.Same))]
    [InlineData("Inês Zúñiga", "Inés Zúñiga", nameof(NameLikeness.Near))]
    [InlineData("Dr. Ada Joy Quill", "Ada Quill", nameof(NameLikeness.Fuller))]
    [InlineData("Ana Maria Quill", "Maria Quill", nameof(NameLikeness.WithoutFirst))]
    [InlineData("Quill, Ana Maria", "Maria Quill", nameof(NameLikeness.WithoutFirst))]
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
