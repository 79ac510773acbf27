namespace Mlj.Merging.Identity;

/// <summary>
/// All weights, in one place. One point makes it about twice as likely that two addresses are one person's, so points are added. The
/// strength of a pair is the sum of at most one line from each of the tables of addresses, telephones and names, and of those of the tests.
/// Nothing is learned from an upload. Why these numbers: docs/decisions/0011.
/// </summary>
internal static class EvidenceWeights
{
    // Bands. A pair is sure when it reaches the sum, rests on more than one thing (PairEvidence.IsGrounded) and nothing vetoes it: no test
    // was sat under both addresses, no names that contradict each other, nobody else who fits about as well (SureChains).
    public const double Sure = 10;
    public const double Review = 4;

    /// <summary>From here on an address can hardly be another person's.</summary>
    public const double StrongAddress = 7;

    /// <summary>From here on an address speaks for a pair beside a name or a telephone.</summary>
    public const double NearAddress = 6;

    /// <summary>Two candidates that cannot be one person, closer together than this, are both left to a person.</summary>
    public const double RivalMargin = 4;

    // Addresses.
    public const double SameMailbox = 10;          // a dot, a tag, googlemail.com for gmail.com
    public const double RepairedAddress = 10;      // ada@@example.org, adaexample.org, ada@example: what it was meant to be is the other
    public const double DomainSlip = 9;            // gmial.com for gmail.com
    public const double NoDomain = 7;              // ada.quill, ada.quill@example.org
    public const double Separators = 7;            // ada_quill@example.org, ada.quill@example.org
    public const double LetterSlip = 6;            // ada.qill@example.org, ada.quill@example.org
    public const double TwoLetterSlips = 4;        // from eight characters on
    public const double SameLocalPart = 4;         // ada.quill@example.org, ada.quill@example.com
    public const double DigitSlip = 3;             // ada1@example.org, ada2@example.org: also how schools number addresses
    public const double ShortSlip = 2;             // ada@example.org, ida@example.org
    public const double LetterSlipElsewhere = 2;   // ada.qill@example.org, ada.quill@example.com

    // Telephones, by their last nine digits.
    public const double SamePhone = 6;             // less log2(n - 1) where n addresses share it: a school's or a family's telephone
    public const double SamePhoneAtLeast = 2;
    public const int MostOfAHousehold = 5;         // a telephone that more addresses share is a school's, and grounds no sure pair
    public const double NearPhone = 2;             // one digit off
    public const double OtherPhone = -1.5;         // people change numbers

    // Names.
    public const double SameName = 5;              // all words, the family name first or last; at least two
    public const double FullerName = 4;            // a word more, as its initial only, or in another order: Ada Joy Quill, Ada Quill, Ada J. Quill, Quill Ada
    public const double Generation = 2.5;          // Ada Quill, Ada Quill Jr: also mother and daughter
    public const double WithoutFirstName = 2.5;    // Ana Maria Quill, Maria Quill: also two sisters
    public const double Initials = 2.5;            // A. Quill, Ada Quill
    public const double NearName = 1.5;            // Ada Quil, or a short form of one word; also how twins are named
    public const double OneWord = 1;               // Ada, Ada Quill
    public const double PartOfName = -3;           // Ada Quill, Ben Quill: families share a name, classmates too
    public const double OtherName = -7;            // nothing in common

    /// <summary>Taken off a name that stands alone, without telephone or address, for each doubling of the namesakes to be expected here.</summary>
    public const double CommonName = -1;
    public const double CommonNameAtMost = -4;
    public const double RareNamesakes = 0.05;

    // Tests. Complementary tests weigh log2(1 / the chance that two people who sat so many of the tests have none in common).
    public const double ComplementaryAtMost = 4;
    public const double CommonTest = -5;           // the first test that was sat under both addresses
    public const double FurtherCommonTest = -3;    // each further one
    public const double CommonTestsAtMost = -11;
    public const double AtTheSameTime = -3;        // one of them within two hours, by two who do not look like one who handed in again: nobody sits a test twice at once
    public const double HandedInAgain = 2;         // one of them within two hours with nearly the same score, by somebody who may well have handed in again

    public static readonly TimeSpan SameTime = TimeSpan.FromHours(2);

    /// <summary>Scores that are at most so many percent of the maximum apart are nearly the same.</summary>
    public const decimal NearScore = 5;
}
