using System.Globalization;
using Mlj.OpenXml;
using Mlj.Values;

namespace Mlj.Sources.Xlsx;

/// <summary>What the workbook's main part says: which sheets there are, and where everything is kept.</summary>
internal sealed class WorkbookPart
{
    private WorkbookPart(bool is1904, List<SheetPart> sheets, List<Note> notes, string? styles, string? sharedStrings)
    {
        Is1904 = is1904;
        Sheets = sheets;
        Notes = notes;
        Styles = styles;
        SharedStrings = sharedStrings;
    }

    public bool Is1904 { get; }

    public List<SheetPart> Sheets { get; }

    public List<Note> Notes { get; }

    /// <summary>The part of the styles; null when there is none.</summary>
    public string? Styles { get; }

    /// <summary>The part of the shared strings; null when there is none.</summary>
    public string? SharedStrings { get; }

    public static WorkbookPart Read(string file, PackageReader package)
    {
        var part = Find(package) ?? throw Refuse(file, package);
        if (part.EndsWith(".bin", StringComparison.Ordinal))
            throw SourceErrors.WrongFormat(file, "a binary workbook (xlsb)");
        var is1904 = false;
        var listed = new List<(SheetHeading Heading, string? Id)>();
        using (var xml = package.OpenXml(part))
        {
            xml.Read();
            if (xml.LocalName != "workbook")
                throw SourceErrors.WrongFormat(file, Describe(xml.LocalName));
            while (xml.Read())
            {
                // Extensions have elements of the same names deeper down.
                if (xml.Depth == 1 && xml.IsElement("workbookPr"))
                    is1904 = IsTrue(xml.Attribute("date1904"));
                else if (xml.Depth == 2 && xml.IsElement("sheet"))
                {
                    if (listed.Count == package.Limits.MaxPackageEntries)
                        throw TooManySheets(listed.Count);
                    listed.Add((new SheetHeading(xml.Attribute("name") ?? "", xml.Attribute("state") is not ("hidden" or "veryHidden")), xml.Attribute("id")));
                }
            }
        }
        if (listed.Count == 0)
            throw SourceErrors.MissingPart(file, "any sheet");

        var relationships = package.Relationships(part);
        var notes = new List<Note>();
        var sheets = new List<SheetPart>();
        if (HasMacros(package))
            notes.Add(new Note(NoteLevel.Information, "macros_ignored", "The workbook holds macros; macros are ignored.", new Place(file)));
        var sheetOfPart = new Dictionary<string, string>();
        foreach (var (heading, id) in listed)
        {
            var relationship = relationships.Find(each => each.Id == id);
            if (relationship is not null && relationship.Kind != "worksheet")
                continue;
            var target = relationship is not null && package.Has(relationship.Target) ? relationship.Target : null;
            // Rows that are read twice would count twice, and a small file could have any number of them.
            if (target is not null && !sheetOfPart.TryAdd(target, heading.Name))
                throw new PackageException(PackageFault.Damaged, $"the sheets '{sheetOfPart[target]}' and '{heading.Name}' are one and the same part", target);
            // Some tools leave hidden sheets behind that have no content; a sheet that somebody sees must be there, and opening it says so.
            if (target is null && !heading.IsVisible)
                notes.Add(new Note(NoteLevel.Information, "sheet_missing", $"The hidden sheet '{heading.Name}' has no content and was left out.", new Place(file, heading.Name)));
            else
                sheets.Add(new SheetPart(heading, target));
        }
        if (sheets.Count == 0)
            throw SourceErrors.MissingPart(file, "any sheet with cells");
        if (sheets.TrueForAll(sheet => sheet.Part is null))
            throw SourceErrors.MissingPart(file, $"the content of the sheet '{sheets[0].Heading.Name}'");
        return new WorkbookPart(is1904, sheets, notes, Target("styles"), Target("sharedStrings") ?? FindSharedStrings(package));

        string? Target(string kind) => relationships.Find(each => each.Kind == kind && package.Has(each.Target))?.Target;
    }

    private static string? Find(PackageReader package)
    {
        foreach (var relationship in package.Relationships(""))
            if (relationship.Kind == "officeDocument" && package.Has(relationship.Target))
                return relationship.Target;
        // A broken or missing relationship does not hide a workbook that stands where every tool puts it.
        foreach (var guess in (ReadOnlySpan<string>)["xl/workbook.xml", "workbook.xml", "xl/workbook.bin"])
            if (package.Has(guess))
                return guess;
        return null;
    }

    // A few tools declare the shared strings by their content type only.
    private static string? FindSharedStrings(PackageReader package)
    {
        const string ContentTypes = "[content_types].xml";
        if (!package.Has(ContentTypes))
            return null;
        using var xml = package.OpenXml(ContentTypes);
        while (xml.Read())
            if (xml.IsElement("Override")
                && xml.Attribute("ContentType") is { } type && type.EndsWith("sharedStrings+xml", StringComparison.OrdinalIgnoreCase)
                && xml.Attribute("PartName") is { } name && PartName.Normalise(name) is var part && package.Has(part))
                return part;
        return null;
    }

    private static bool HasMacros(PackageReader package)
    {
        foreach (var part in package.Parts)
            if (part.EndsWith("vbaproject.bin", StringComparison.Ordinal))
                return true;
        return false;
    }

    private static SourceException Refuse(string file, PackageReader package)
    {
        var looksLikeWorkbook = false;
        foreach (var part in package.Parts)
        {
            if (part.StartsWith("word/", StringComparison.Ordinal))
                return SourceErrors.WrongFormat(file, Describe("document"));
            if (part.StartsWith("ppt/", StringComparison.Ordinal))
                return SourceErrors.WrongFormat(file, Describe("presentation"));
            if (part == "content.xml")
                return SourceErrors.WrongFormat(file, "an OpenDocument file (ods)");
            looksLikeWorkbook |= part == "[content_types].xml" || part.StartsWith("xl/", StringComparison.Ordinal);
        }
        return looksLikeWorkbook ? SourceErrors.MissingPart(file, "its main part") : SourceErrors.WrongFormat(file, "a zip archive that holds no workbook");
    }

    private static string Describe(string root) => root switch
    {
        "document" => "a Word document (docx)",
        "presentation" => "a presentation (pptx)",
        _ => "an Office document, but no workbook",
    };

    private static PackageException TooManySheets(int limit) =>
        new(PackageFault.TooLarge, string.Create(CultureInfo.InvariantCulture, $"it lists more than {limit:N0} sheets"), limit: nameof(PackageLimits.MaxPackageEntries));

    private static bool IsTrue(string? value) => value?.Trim().ToLowerInvariant() is "1" or "true" or "on" or "t";
}
