using System.Text;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Recognition;

/// <summary>Files as the recogniser sees them, without numbers and without merging.</summary>
internal static class Recognised
{
    public static SheetLayout Layout(this WorkbookBuilder book, RecognitionOptions? options = null)
    {
        using var opened = SourceFormats.Default.Open(book.ToFile("Test 1.xlsx"));
        return TestRecogniser.Recognise(opened, "Test 1.xlsx", options ?? RecognitionOptions.None);
    }

    public static TestResponses Answers(this WorkbookBuilder book, RecognitionOptions? options = null, string name = "Test 1.xlsx") => Answers(book.ToFile(name), options);

    /// <summary>A text file of lines with commas.</summary>
    public static TestResponses Csv(params string[] lines) => Answers(SourceFile.FromBytes("Test 1.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines))), null);

    /// <summary>The role of each column that has one, as <c>A Email</c>.</summary>
    public static string Roles(this SheetLayout layout) => Roles(layout.Columns);

    /// <inheritdoc cref="Roles(SheetLayout)" />
    public static string Roles(IEnumerable<RecognisedColumn> columns) =>
        string.Join(", ", columns.Where(column => column.Role != SourceColumnRole.None).Select(column => $"{Mlj.Values.Place.ColumnLetters(column.Column)} {column.Role}"));

    /// <summary>Each row's score as <c>14/24</c>, as <c>-</c> when it is missing, as <c>!</c> and the reason when it was set aside.</summary>
    public static string[] Scores(this TestResponses answers) =>
        [.. answers.Responses.Where(response => response.Kind == ResponseKind.Attempt).Select(response => response.Score?.ToString() ?? (response.Fault is { } fault ? "!" + fault : "-"))];

    public static string[] Codes(this TestResponses answers) => [.. answers.Notes.Select(note => note.Code)];

    private static TestResponses Answers(SourceFile file, RecognitionOptions? options)
    {
        using var book = SourceFormats.Default.Open(file);
        return TestReader.Read(book, TestRecogniser.Recognise(book, file.Name, options ?? RecognitionOptions.None), options ?? RecognitionOptions.None);
    }
}
