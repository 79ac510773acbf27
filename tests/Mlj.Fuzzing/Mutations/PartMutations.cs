using Mlj.Fuzzing.Packages;

namespace Mlj.Fuzzing.Mutations;

/// <summary>Changes which parts there are, what they are called and how they are kept.</summary>
internal static class PartMutations
{
    /// <summary>Changes of how the same parts are kept, which any reader takes for the same.</summary>
    public static IReadOnlyList<Mutation<ZipDraft>> Sound { get; } = [Store, Describe, MakeLarge, MakeEndLarge, PutInFront, Comment, Shuffle, Respell];

    /// <summary>Changes that may leave something out.</summary>
    public static IReadOnlyList<Mutation<ZipDraft>> Breaking { get; } = [Drop, Repeat, Rename, Swap, Empty, Fill];

    private static string? Store(ZipDraft zip, Chance chance)
    {
        var entry = chance.Pick(zip.Entries);
        entry.IsStored = !entry.IsStored;
        return $"{entry.Name} stored or not";
    }

    private static string? Describe(ZipDraft zip, Chance chance)
    {
        var entry = chance.Pick(zip.Entries);
        entry.HasDescriptor = !entry.HasDescriptor;
        return $"{entry.Name} with a descriptor or not";
    }

    private static string? MakeLarge(ZipDraft zip, Chance chance)
    {
        var entry = chance.Pick(zip.Entries);
        entry.IsZip64 = !entry.IsZip64;
        return $"{entry.Name} as a large one or not";
    }

    private static string? MakeEndLarge(ZipDraft zip, Chance chance)
    {
        zip.HasZip64End = !zip.HasZip64End;
        return "end as of a large zip or not";
    }

    private static string? PutInFront(ZipDraft zip, Chance chance)
    {
        if (zip.HasZip64End)
            return null;
        zip.Front = chance.Pick<byte[]>(["PK\x03\x04 something"u8.ToArray(), "PK\x05\x06"u8.ToArray(), "#!/bin/sh\n"u8.ToArray()]);
        return "something in front";
    }

    private static string? Comment(ZipDraft zip, Chance chance)
    {
        zip.Comment = chance.Pick<byte[]>(["Hello"u8.ToArray(), "PK\x05\x06PK\x05\x06"u8.ToArray(), new byte[300], new byte[65_535]]);
        return $"a comment of {zip.Comment.Length}";
    }

    private static string? Shuffle(ZipDraft zip, Chance chance)
    {
        for (var at = zip.Entries.Count - 1; at > 0; at--)
        {
            var other = chance.Below(at + 1);
            (zip.Entries[at], zip.Entries[other]) = (zip.Entries[other], zip.Entries[at]);
        }
        return "parts in another order";
    }

    private static string? Respell(ZipDraft zip, Chance chance)
    {
        var entry = chance.Pick(zip.Entries);
        var old = entry.Name;
        entry.Name = chance.Below(4) switch
        {
            0 => old.ToUpperInvariant(),
            1 => old.Replace('/', '\\'),
            2 => "/" + old,
            _ => "./" + old,
        };
        return $"{old} is spelled {entry.Name}";
    }

    private static string? Drop(ZipDraft zip, Chance chance)
    {
        if (zip.Entries.Count < 2)
            return null;
        var entry = chance.Pick(zip.Entries);
        zip.Entries.Remove(entry);
        return $"without {entry.Name}";
    }

    private static string? Repeat(ZipDraft zip, Chance chance)
    {
        var entry = chance.Pick(zip.Entries).Clone();
        if (chance.OneIn(2))
            entry.Name = entry.Name.ToUpperInvariant();
        zip.Entries.Insert(chance.Below(zip.Entries.Count + 1), entry);
        return $"{entry.Name} twice";
    }

    private static string? Rename(ZipDraft zip, Chance chance)
    {
        var entry = chance.Pick(zip.Entries);
        var old = entry.Name;
        entry.Name = chance.Pick(["", "/", "..", "../" + old, "..\\..\\" + old, "C:\\" + old, "%2e%2e/" + old, "xl/vbaProject.bin", "word/document.xml", "content.xml", old + "/", "😀", "\uFFFD\0", new string('n', 3000), "xl/worksheets/sheet1.xml"]);
        return $"{old} is called {entry.Name[..Math.Min(40, entry.Name.Length)]}";
    }

    private static string? Swap(ZipDraft zip, Chance chance)
    {
        ZipEntryDraft one = chance.Pick(zip.Entries), two = chance.Pick(zip.Entries);
        (one.Content, two.Content) = (two.Content, one.Content);
        return $"contents of {one.Name} and {two.Name} swapped";
    }

    private static string? Empty(ZipDraft zip, Chance chance)
    {
        var entry = chance.Pick(zip.Entries);
        entry.Content = chance.OneIn(2) ? [] : "<a/>"u8.ToArray();
        return $"{entry.Name} with next to nothing";
    }

    private static string? Fill(ZipDraft zip, Chance chance)
    {
        var count = chance.Pick([1, 100, 2100]);
        for (var number = 0; number < count; number++)
            zip.Entries.Add(new ZipEntryDraft($"x/{number}.xml", []));
        return $"{count} parts more";
    }
}
