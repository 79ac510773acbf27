using System.Globalization;
using Mlj.Values;

namespace Mlj.Sources;

/// <summary>The wording of everything that can be wrong with a file, in one place so that all of it speaks with one voice.</summary>
internal static class SourceErrors
{
    private const string ExportAgain = "Export the file again from the tool that made it.";

    public static SourceException CannotOpen(string file, Exception cause) =>
        Make("cannot_open", cause is FileNotFoundException or DirectoryNotFoundException ? "There is no such file." : "The file cannot be opened: " + cause.Message,
            new Place(file), "Check the name and your rights to read it.", cause);

    public static SourceException Empty(string file) =>
        Make("empty_file", "The file is empty.", new Place(file), ExportAgain);

    public static SourceException TooLarge(string file, long limit) =>
        Make("limit_file", $"The file is larger than {Megabytes(limit)}.", new Place(file), "Hand in a smaller file, or raise MaxFileBytes.");

    public static SourceException UnknownFormat(string file) =>
        Make("not_a_workbook", "This is neither a workbook (xlsx) nor a text file (csv).", new Place(file), "Save it as xlsx or csv.");

    public static SourceException WrongFormat(string file, string what) =>
        Make("wrong_format", $"This is {what}.", new Place(file), "Open it in a spreadsheet program and save it as xlsx.");

    public static SourceException Encrypted(string file) =>
        Make("encrypted", "The workbook is protected by a password.", new Place(file), "Open it, remove the password, and save it again.");

    public static SourceException DamagedPackage(string file, string what, Exception? cause = null) =>
        Make("damaged_zip", $"The workbook is damaged: {what}.", new Place(file), ExportAgain, cause);

    public static SourceException PackageLimit(string file, string what, string option) =>
        Make("zip_limit", $"The workbook is unreasonably large inside: {what}.", new Place(file), $"Check where it comes from; raise {option} if it is genuine.");

    public static SourceException MissingPart(string file, string what) =>
        Make("missing_part", $"The workbook lacks {what}.", new Place(file), ExportAgain);

    public static SourceException BadXml(Place where, string what, Exception? cause = null) =>
        Make("bad_xml", $"The workbook's XML is broken: {what}.", where, ExportAgain, cause);

    public static SourceException ForbiddenDtd(string file, string part) =>
        Make("dtd_forbidden", $"The part '{part}' declares a document type, which no genuine workbook does.", new Place(file), "Do not trust this file; ask its sender for a new export.");

    public static SourceException BadReference(Place where, string what) =>
        Make("bad_reference", $"{what}.", where, "Open the workbook in a spreadsheet program, check the cell, and save it again.");

    public static SourceException Limit(string code, Place where, string what, string option) =>
        Make(code, $"{what}.", where, $"Remove what is not needed, or raise {option}.");

    public static SourceException BadCsv(Place where, string what, Exception? cause = null) =>
        Make("bad_csv", $"{what}.", where, "Open the file in a spreadsheet program, check the row, and save it as xlsx.", cause);

    private static SourceException Make(string code, string what, Place where, string remedy, Exception? cause = null) =>
        new(new Problem(code, what, where, remedy), cause);

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MB");
}
