using System.Globalization;
using System.Text;
using Mlj.Fuzzing.Mutations;
using Mlj.Fuzzing.Packages;
using Mlj.Fuzzing.Seeds;
using Mlj.Sources;

namespace Mlj.Fuzzing;

/// <summary>A file that was made by changing one that is all right.</summary>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Number">Which of its files it is; seed and number make it again.</param>
/// <param name="Format">Which files were made; others have other chances.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Limits">What is too much.</param>
/// <param name="Steps">What it was made of, and what was changed.</param>
public sealed record FuzzCase(int Seed, long Number, FuzzFormat Format, string Name, byte[] Bytes, SourceLimits Limits, IReadOnlyList<string> Steps)
{
    private static readonly SourceLimits[] TightLimits =
    [
        new() { MaxRows = 3 }, new() { MaxColumns = 2 }, new() { MaxCellCharacters = 9 }, new() { MaxXmlDepth = 4 }, new() { MaxXmlAttributes = 2 }, new() { MaxPackageEntries = 4 },
        new() { MaxPartBytes = 1000 }, new() { MaxInflatedBytes = 3000 }, new() { MaxFileBytes = 2000 },
    ];

    /// <summary>What the command line takes to make the file again.</summary>
    public string Replay => string.Create(CultureInfo.InvariantCulture, $"--replay {Seed}:{Number} --format {Format.ToString().ToLowerInvariant()}");

    /// <summary>Makes a file.</summary>
    public static FuzzCase Make(int seed, long number, FuzzFormat format)
    {
        var chance = new Chance(seed, number);
        var steps = new List<string>();
        var isText = format == FuzzFormat.Csv || (format == FuzzFormat.All && chance.OneIn(4));
        var limits = chance.OneIn(20) ? chance.Pick(TightLimits) : SourceLimits.Default;
        var bytes = isText ? MakeText(chance, steps) : MakeWorkbook(chance, steps);
        return new FuzzCase(seed, number, format, isText ? "Test 1.csv" : "Test 1.xlsx", bytes, limits, steps);
    }

    private static byte[] MakeText(Chance chance, List<string> steps)
    {
        var encoding = chance.Pick(TextSeeds.Encodings);
        var index = chance.Below(TextSeeds.All.Count);
        var text = new StringBuilder(TextSeeds.All[index]);
        steps.Add($"text {index} in {encoding.WebName}");
        if (chance.OneIn(6))
        {
            var other = chance.Pick(TextSeeds.All);
            text.Length = chance.Below(text.Length);
            text.Append(other.AsSpan(chance.Below(other.Length)));
            steps.Add("end of another");
        }
        for (var times = chance.Below(4); times > 0; times--)
            Do(CsvMutations.All, text, chance, steps);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
        if (chance.OneIn(4))
            steps.Add(ByteMutations.Change(ref bytes, chance));
        return bytes;
    }

    private static byte[] MakeWorkbook(Chance chance, List<string> steps)
    {
        var (name, seed) = chance.Pick(WorkbookSeeds.All);
        var zip = seed.Clone();
        steps.Add(name);
        if (chance.OneIn(10))
            Splice(zip, chance, steps);
        for (var times = 1 + chance.Below(3); times > 0; times--)
            ChangeWorkbook(zip, chance, steps);
        var bytes = zip.Write();
        if (chance.OneIn(10))
            steps.Add(ContainerMutations.Change(bytes, zip.Fields, chance));
        if (chance.OneIn(40))
            steps.Add(ByteMutations.Change(ref bytes, chance));
        return bytes;
    }

    private static void ChangeWorkbook(ZipDraft zip, Chance chance, List<string> steps)
    {
        switch (chance.Below(20))
        {
            case < 8:
                ChangeXml(zip, CellMutations.All, chance, steps, onlyContent: true);
                break;
            case < 15:
                ChangeXml(zip, XmlMutations.Sound, chance, steps);
                break;
            case < 16:
                ChangeXml(zip, XmlMutations.Breaking, chance, steps);
                break;
            case < 18:
                Do(PartMutations.Sound, zip, chance, steps);
                break;
            case < 19 when chance.OneIn(2):
                Do(PartMutations.Breaking, zip, chance, steps);
                break;
            default:
                var entry = chance.Pick(zip.Entries);
                var content = entry.Content;
                if (chance.OneIn(2))
                    steps.Add($"{entry.Name}: {ByteMutations.Change(ref content, chance)}");
                entry.Content = content;
                break;
        }
    }

    private static void ChangeXml(ZipDraft zip, IReadOnlyList<Mutation<XmlText>> mutations, Chance chance, List<string> steps, bool onlyContent = false)
    {
        var entries = zip.Entries.Where(entry => !onlyContent || entry.Name.Contains("sheet", StringComparison.OrdinalIgnoreCase) || entry.Name.Contains("strings", StringComparison.OrdinalIgnoreCase)).ToList();
        if (entries.Count == 0)
            return;
        var entry = chance.Pick(entries);
        var xml = new XmlText(entry.Content);
        var before = steps.Count;
        for (var times = 1 + chance.Below(3); times > 0; times--)
            Do(mutations, xml, chance, steps);
        if (steps.Count == before)
            return;
        steps[before] = $"{entry.Name}: {steps[before]}";
        entry.Content = xml.ToBytes();
    }

    private static void Splice(ZipDraft zip, Chance chance, List<string> steps)
    {
        var (name, other) = chance.Pick(WorkbookSeeds.All);
        var part = chance.Pick(other.Entries).Clone();
        if (zip.Find(part.Name) is { } same)
            same.Content = part.Content;
        else
            zip.Entries.Add(part);
        steps.Add($"{part.Name} of '{name}'");
    }

    private static void Do<T>(IReadOnlyList<Mutation<T>> mutations, T draft, Chance chance, List<string> steps)
    {
        if (chance.Pick(mutations)(draft, chance) is { } done)
            steps.Add(done);
    }
}
