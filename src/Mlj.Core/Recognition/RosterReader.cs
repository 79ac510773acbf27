using Mlj.Recognition.Responses;
using Mlj.Recognition.Rows;
using Mlj.Recognition.Words;
using Mlj.Sources;

namespace Mlj.Recognition;

/// <summary>Reads a class list: whoever is expected, by name, by address or by both. Any sheet that has such a column is one.</summary>
internal static class RosterReader
{
    /// <summary>The number under which a class list stands among tests.</summary>
    public const int Number = 0;

    /// <summary>Reads the list.</summary>
    /// <param name="book">The opened file.</param>
    /// <param name="file">The file's name as the user knows it.</param>
    /// <param name="pool">The addresses and names of the tests that it goes with.</param>
    /// <exception cref="SourceException">The file is damaged, or no column of names or addresses is found, or nobody stands there.</exception>
    public static TestResponses Read(ISourceBook book, string file, ResponsePool pool)
    {
        var layout = TestRecogniser.Recognise(book, file, RecognitionOptions.None);
        if (!layout.HasPerson)
            throw RecognitionErrors.NoPersonListed(layout);
        var rows = new ResponseRows(pool);
        var persons = new PersonColumns(layout, pool);
        using (var sheet = book.OpenSheet(layout.SheetIndex))
            while (sheet.Read())
                if (!(sheet.Row.Number <= layout.HeaderRow) && Take(persons.Read(sheet.Row)) is { } row)
                    rows.Add(row, null);
        if (rows.Count == 0)
            throw RecognitionErrors.NobodyListed(layout);
        return new TestResponses(
            new RecognisedTest
            {
                File = layout.Where.File,
                Sheet = layout.Where.Sheet ?? layout.Where.File,
                Number = Number,
                NumberWhy = "a class list",
                Title = layout.Where.File,
                HeaderRow = layout.HeaderRow,
                Maximum = 1,
                MaximumWhy = "a class list has no scores",
                Columns = layout.Columns,
                Rows = rows.Count,
            },
            rows, 0, []);
    }

    private static ResponseRow? Take(ResponseRow person) =>
        person.Address == ResponsePool.None && (person.Name is null || IsNobody(person.Name))
            ? null
            : person with { Content = (ulong)person.Number, Answer = new Answer() };

    private static bool IsNobody(string name) => HeadingText.Normalise(name) is var label && (RowLabels.IsStatistic(name, label) || RowLabels.IsAboutSheet(name, label));
}
