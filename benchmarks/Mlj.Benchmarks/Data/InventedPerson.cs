using System.Globalization;
using System.Text;

namespace Mlj.Benchmarks.Data;

/// <summary>Somebody who does not exist; the same number is the same person in every file.</summary>
/// <param name="Name">First and last name, one in eight with a letter outside ASCII.</param>
/// <param name="Email">The address, which nobody else has.</param>
/// <param name="Telephone">A number of the block 0199, as text.</param>
internal sealed record InventedPerson(string Name, string Email, string Telephone)
{
    private static readonly string[] FirstNames =
    [
        "Ada", "Boniface", "Chidinma", "Dmitri", "Esperanza", "Farid", "Greta", "Hyun", "Inés", "Jonas", "Kehinde", "Leïla", "Matteo", "Noor", "Oluwaseun", "Priya",
        "Quentin", "Rosalind", "Søren", "Temitope", "Ulrike", "Valentina", "Wilhelmina", "Xiadani", "Yusuf", "Zanele", "Amina", "Bartholomew", "Cosima", "Dilnoza", "Emeka", "Fenella",
    ];

    private static readonly string[] LastNames =
    [
        "Ashgrove", "Brightwater", "Castellane", "Dunmore", "Ekström", "Fairweather", "Greenhalgh", "Hollingbrook", "Ironside", "Juniper", "Kettleworth", "Larkspur", "Merriweather", "Nightingale",
        "Okwuosa-Reed", "Penhaligon", "Quillfeather", "Ravenscroft", "Silverlake", "Thistlewood", "Underhill", "Vanterpool", "Wilder", "Yarrow", "Zellweger", "Achterberg", "Blackthorn", "Cranberry",
        "Delacroix", "Everhart", "Foxglove", "Goldfinch",
    ];

    private static readonly string[] Domains = ["example.org", "example.com", "example.net", "uni.example"];

    public static InventedPerson Of(int number)
    {
        var chance = new Chance((ulong)number);
        var first = FirstNames[chance.Below(FirstNames.Length)];
        var last = LastNames[chance.Below(LastNames.Length)];
        var email = string.Create(CultureInfo.InvariantCulture, $"{Ascii(first)}.{Ascii(last)}{number}@{Domains[chance.Below(Domains.Length)]}");
        return new InventedPerson($"{first} {last}", email, string.Create(CultureInfo.InvariantCulture, $"0199{chance.Below(10_000_000):D7}"));
    }

    private static string Ascii(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetter(letter))
                letters.Append(char.ToLowerInvariant(letter));
        return letters.ToString();
    }
}
