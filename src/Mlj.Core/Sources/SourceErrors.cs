using System.Globalization;
using Mlj.OpenXml;
using Mlj.Values;

namespace Mlj.Sources;

/// <summary>The wording of everything that can be wrong with a file, in one place so that all of it speaks with one voice.</summary>
internal static class SourceErrors
{
    private const string ExportAgain = "Export the file again from the tool that made it.";

    public static SourceException CannotOpen(string file, Exception cause) =>
        Make("cannot_open", cause is FileNotFoundException or DirectoryNotFoundException ? "There is no such file." : Sentence("The file cannot be opened", cause),
            new Place(file), "Check the name and your rights to read it.", cause);

    /// <summary>The file was opened and could not be read to its end.</summary>
    public static SourceException CannotRead(string file, Exception cause) =>
        Make("cannot_open", Sentence("The file cannot be read to its end", cause), new Place(file), "Hand it in again; if that fails too, hand in a copy of it.", cause);

    /// <summary>What opens the file gave no stream that a file can be read from.</summary>
    public static SourceException BadStream(string file, Stream? stream) => stream is { CanRead: true }
        ? Make("cannot_open", "The file can only be read forward, like a pipe.", new Place(file),
            $"Copy it into a file first; a program copies it with {nameof(SourceFile)}.{nameof(SourceFile.FromStreamAsync)}.")
        : Make("cannot_open", stream is null ? "Opening the file gave no stream." : "Opening the file gave a stream that is closed.", new Place(file),
            $"Whoever makes the {nameof(SourceFile)} must give a new stream whenever it is opened.");

    public static SourceException Folder(string file, Exception cause) =>
        Make("cannot_open", "This is a folder.", new Place(file), "Name the files in it.", cause);

    public static SourceException Empty(string file) =>
        Make("empty_file", "The file is empty.", new Place(file), ExportAgain);

    public static SourceException TooLarge(string file, long limit) =>
        Make("limit_file", $"The file is larger than {Size(limit)}.", new Place(file), "Hand in a smaller file, or raise MaxFileBytes.");

    public static SourceException UnknownFormat(string file) =>
        Make("not_a_workbook", "This is neither a workbook (xlsx) nor a text file (csv).", new Place(file), "Save it as xlsx or csv.");

    public static SourceException WrongFormat(string file, string what) =>
        Make("wrong_format", $"This is {what}.", new Place(file), "Open it in the program that it belongs to, and save it as xlsx or csv.");

    public static SourceException Encrypted(string file) =>
        Make("encrypted", "The workbook is protected by a password.", new Place(file), "Open it, remove the password, and save it again.");

    public static SourceException MissingPart(string file, string what) =>
        Make("missing_part", $"The workbook lacks {what}.", new Place(file), ExportAgain);

    public static SourceException BadXml(Place where, string what, Exception? cause = null) =>
        Make("bad_xml", $"The workbook's XML is broken: {what}.", where, ExportAgain, cause);

    /// <summary>Says what is wrong with a package in the words of this page.</summary>
    public static SourceException Package(Place where, PackageException fault)
    {
        var file = where.File;
        return fault.Fault switch
        {
            PackageFault.Unreadable => CannotRead(file, fault),
            PackageFault.Damaged => Make("damaged_zip", $"The workbook is damaged: {fault.Message}.", where, ExportAgain, fault),
            PackageFault.Encrypted => Encrypted(file),
            PackageFault.TooLarge => Make("zip_limit", $"The workbook is unreasonably large inside: {fault.Message}.", where,
                $"Check where it comes from; raise {fault.Limit} if it is genuine.", fault),
            PackageFault.MissingPart => MissingPart(file, fault.Message),
            PackageFault.BadXml => BadXml(where, fault.Message, fault),
            PackageFault.ForbiddenDtd => Make("dtd_forbidden", $"The part '{fault.Part}' declares a document type, which no genuine workbook does.", where,
                "Do not trust this file; ask its sender for a new export.", fault),
            PackageFault.TooDeep => Make("limit_depth", $"The workbook's XML is unreasonable: {fault.Message} than {fault.Limit} allows.", where,
                $"Check where it comes from; raise {fault.Limit} if it is genuine.", fault),
            PackageFault.TooManyAttributes => Make("limit_attributes", $"The workbook's XML is unreasonable: {fault.Message} than {fault.Limit} allows.", where,
                $"Check where it comes from; raise {fault.Limit} if it is genuine.", fault),
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
    }

    public static SourceException BadReference(Place where, string what) =>
        Make("bad_reference", $"{what}.", where, "Open the workbook in a spreadsheet program, check the cell, and save it again.");

    public static SourceException TooManyRows(Place where, int limit) =>
        Limit("limit_rows", where, $"The sheet has more than {Number(limit)} rows", nameof(SourceLimits.MaxRows));

    public static SourceException TooManyColumns(Place where, int limit) =>
        Limit("limit_columns", where, $"The row has more than {Number(limit)} columns", nameof(SourceLimits.MaxColumns));

    public static SourceException TextTooLong(Place where, int limit) =>
        Limit("limit_text", where, $"A cell has more than {Number(limit)} characters", nameof(SourceLimits.MaxCellCharacters));

    public static SourceException SharedTextTooLong(string file, string part, int limit) =>
        Limit("limit_text", new Place(file), $"A text in the part '{part}' has more than {Number(limit)} characters", nameof(SourceLimits.MaxCellCharacters));

    public static SourceException TooMuchText(Place where, long limit) =>
        Limit("limit_text", where, $"The texts of the sheet are larger than {Size(limit)} together", nameof(SourceLimits.MaxInflatedBytes));

    public static SourceException BadCsv(Place where, string what, Exception? cause = null) =>
        Make("bad_csv", $"{what}.", where, "Open the file in a spreadsheet program, check the row, and save it as xlsx.", cause);

    private static SourceException Limit(string code, Place where, string what, string option) =>
        Make(code, $"{what}.", where, $"Remove what is not needed, or raise {option}.");

    private static SourceException Make(string code, string what, Place where, string remedy, Exception? cause = null) =>
        new(new Problem(code, what, where, remedy), cause);

    // What a system or another library says may end in a full stop or not, and may take several lines.
    private static string Sentence(string what, Exception cause) => $"{what}: {cause.Message.ReplaceLineEndings(" ").TrimEnd(' ', '.')}.";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => bytes % (1 << 20) == 0 && bytes > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20:N0} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes");
}
