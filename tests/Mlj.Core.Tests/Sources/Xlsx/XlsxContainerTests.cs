using System.Buffers.Binary;
using Mlj.Fuzzing.Packages;
using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Sources.Xlsx;

/// <summary>Zips that the zip writer of the platform does not make.</summary>
public class XlsxContainerTests
{
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    [InlineData(false, false, true)]
    [InlineData(true, true, true)]
    public void Zip_WithDescriptorsZip64OrStoredEntries_IsRead(bool hasDescriptor, bool isZip64, bool isStored)
    {
        var zip = Draft(entry =>
        {
            entry.HasDescriptor = hasDescriptor;
            entry.IsZip64 = isZip64;
            entry.IsStored = isStored;
        });
        zip.HasZip64End = isZip64;
        Assert.Equal(["A1 s Email", "B1 s Score", "A2 s ann@example.org", "B2 n 17"], Cells(zip.Write()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Zip64_WhoseEndRecordSaysTheNumbersAsWell_IsRead(bool hasFront)
    {
        var zip = Draft(_ => { });
        (zip.HasZip64End, zip.RepeatsEnd) = (true, true);
        zip.Front = hasFront ? "PK\x03\x04 in front"u8.ToArray() : [];
        Assert.Equal(["A1 s Email", "B1 s Score", "A2 s ann@example.org", "B2 n 17"], Cells(zip.Write()));
    }

    [Theory]
    [InlineData("long entries")]
    [InlineData("long directory size")]
    [InlineData("long directory offset")]
    public void Zip64_WhoseEndRecordsDisagree_IsDamaged(string field)
    {
        var zip = Draft(_ => { });
        (zip.HasZip64End, zip.RepeatsEnd) = (true, true);
        var bytes = zip.Write();
        Change(bytes, zip, field, number => number - 1);
        Assert.Equal("damaged_zip", Assert.Throws<SourceException>(() => Cells(bytes)).Problem.Code);
    }

    [Fact]
    public void Directory_WithAnEntryThatIsNone_IsDamaged()
    {
        var bytes = Draft(_ => { }).Write();
        bytes[bytes.AsSpan().IndexOf("PK\x01\x02"u8)] = (byte)'p';
        Assert.Equal("damaged_zip", Assert.Throws<SourceException>(() => Cells(bytes)).Problem.Code);
    }

    [Fact]
    public void Zip64_WithOffsetsThatOnlyFitTogetherBeyondTheLargestNumber_IsDamaged()
    {
        var zip = Draft(entry => entry.IsZip64 = true);
        zip.HasZip64End = true;
        var bytes = zip.Write();
        Change(bytes, zip, "long directory offset", offset => long.MinValue + offset + 1);
        Change(bytes, zip, "long offset", offset => offset + 1_000_000);
        Assert.Equal("damaged_zip", Assert.Throws<SourceException>(() => Cells(bytes)).Problem.Code);
    }

    [Fact]
    public void Zip64_WithAnEntryAtTheLargestOffsetBehindBytesInFront_IsDamaged()
    {
        var zip = Draft(entry => entry.IsZip64 = true);
        zip.Front = "PK\x03\x04 in front"u8.ToArray();
        var bytes = zip.Write();
        Change(bytes, zip, "long offset", _ => long.MaxValue);
        Assert.Equal("damaged_zip", Assert.Throws<SourceException>(() => Cells(bytes)).Problem.Code);
    }

    private static ZipDraft Draft(Action<ZipEntryDraft> how)
    {
        var zip = new ZipDraft { Entries = Workbook.Of(["Email", "Score"], ["ann@example.org", 17]).Parts().ConvertAll(part => new ZipEntryDraft(part.Name, part.Content)) };
        zip.Entries.ForEach(how);
        return zip;
    }

    private static void Change(byte[] bytes, ZipDraft zip, string name, Func<long, long> how)
    {
        foreach (var field in zip.Fields.Where(field => field.Name == name))
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(field.At), how(BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(field.At))));
    }

    private static List<string> Cells(byte[] bytes) => SourceFile.FromBytes("Test.xlsx", bytes).ReadCells();
}
