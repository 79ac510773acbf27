using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Mlj.Exports;
using Mlj.Exports.Xlsx;
using Mlj.Testing;
using Mlj.Tests.Exports.Xlsx;

namespace Mlj.Tests;

public class ResultsBookInLibreOfficeTests
{
    private const int Classes = 200;

    [LibreOfficeFact]
    public async Task Of_GeneratedClasses_RecalculateToWhatTheEngineGave()
    {
        var runs = Enumerable.Range(1, Classes).Select(seed => new GeneratedClass(seed).Run).ToList();
        var books = runs.ConvertAll(run => ResultsBook.Of(run, BuiltInActions.Catalog));
        var written = books.ConvertAll(Written);

        var recalculated = await LibreOffice.RecalculateAsync(written);

        var wrong = new List<string>();
        var live = new HashSet<string>();
        for (var index = 0; index < books.Count; index++)
        {
            Assert.Equal(FormulasIn(written[index]), FormulasIn(recalculated[index]));
            live.UnionWith(runs[index].Steps.Where(step => step.After.Columns.Any(column => !step.Before.Columns.Any(column.SharesCells) && books[index].Main.Sections[0].Formulas.ContainsKey(column.Name)))
                .Select(step => step.Action.GetType().Name));
            wrong.AddRange(Differences(books[index], SecondReader.Read(written[index]), SecondReader.Read(recalculated[index])).Select(difference => $"class {index + 1}: {difference}"));
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} cells:\n{string.Join("\n", wrong.Take(30))}");
        Assert.Equal(["AddAssignmentScore", "AddAverage", "AddFormulaColumn", "AddGrades", "AddPassFail", "AddRank", "CalculateBonus", "CollateScores", "ConvertScale", "CountTests", "WeightedAverage"], live.Order());
    }

    [LibreOfficeFact]
    public async Task Of_ACompilation_RecalculatesToTheSame()
    {
        var books = new List<ExportBook>();
        foreach (var attempts in Enum.GetValues<Mlj.Merging.AttemptPolicy>())
            foreach (var policy in ScoringPolicy.Names)
                books.Add(ResultsBook.Of(new ResultsCompiler(CompilerOptions.Default with
                {
                    Merge = new Mlj.Merging.MergeOptions { Attempts = attempts },
                    Policy = ScoringPolicy.Find(policy)!,
                }).Compile(Samples.Paths)));
        var written = books.ConvertAll(Written);

        var recalculated = await LibreOffice.RecalculateAsync(written);

        for (var index = 0; index < books.Count; index++)
            Assert.Empty(Differences(books[index], SecondReader.Read(written[index]), SecondReader.Read(recalculated[index])));
    }

    [LibreOfficeFact]
    public async Task Of_APassMarkChangedOnTheRules_ChangesTheVerdicts()
    {
        var results = new ResultsCompiler().Compile(Samples.Paths);
        var written = Written(ResultsBook.Of(results));
        var row = SecondReader.Read(written)["Rules"].FindIndex(cells => cells[0] as string == "Pass_mark") + 1;
        var changed = Replaced(written, "Pass_mark", new Regex($"(<c r=\"B{row}\"[^>]*><v>)50(?=</v>)"), "${1}75");

        var sheets = SecondReader.Read((await LibreOffice.RecalculateAsync([changed]))[0]);

        var (heading, rows) = (sheets["Results"][0], sheets["Results"].Skip(1).ToList());
        var (average, status) = (Array.IndexOf(heading, "Final Average"), Array.IndexOf(heading, "Status"));
        Assert.All(rows, row => Assert.Equal((double)row[average]! >= 75 ? "PASS" : "FAIL", row[status]));
        Assert.Contains(rows, row => (double)row[average]! is >= 50 and < 75);
        Assert.Equal((double)rows.Count(row => (string)row[status]! == "PASS"), sheets["Summary"].First(row => row[0] as string == "Status PASS")[1]);
        Assert.Equal("Final Average from 75", sheets["Summary"].First(row => row[0] as string == "Status PASS")[2]);
        Assert.Equal("Final Average below 75", sheets["Summary"].First(row => row[0] as string == "Status FAIL")[2]);
    }

    private static IEnumerable<string> Differences(ExportBook book, Dictionary<string, List<object?[]>> cached, Dictionary<string, List<object?[]>> recalculated)
    {
        var table = book.Main.Table;
        for (var row = 0; row < table.RowCount; row++)
            for (var column = 0; column < table.Columns.Count; column++)
                if (!AreEqual(table[row, column].Number is { } number ? (double)number : table[row, column].Text, cached["Results"][row + 1][column]))
                    yield return $"{table.Columns[column].Name} in row {row + 2}: {table[row, column]} in the engine, {cached["Results"][row + 1][column]} in the workbook";
        foreach (var (sheet, rows) in cached)
            for (var row = 0; row < rows.Count; row++)
                for (var column = 0; column < rows[row].Length; column++)
                {
                    var other = row < recalculated[sheet].Count && column < recalculated[sheet][row].Length ? recalculated[sheet][row][column] : null;
                    if (!AreEqual(rows[row][column], other))
                        yield return string.Create(CultureInfo.InvariantCulture, $"{sheet}, row {row + 1}, column {column + 1} ({rows[0][column]}): {rows[row][column]} in the workbook, {other} recalculated");
                }
    }

    private static bool AreEqual(object? one, object? other) => one is double number && other is double same
        ? Math.Abs(number - same) <= 1e-9 * Math.Max(1, Math.Abs(number))
        : Equals(one as string == "" ? null : one, other as string == "" ? null : other);

    private static byte[] Written(ExportBook book)
    {
        using var stream = new MemoryStream();
        new XlsxExport().Write(book, stream);
        return stream.ToArray();
    }

    private static int FormulasIn(byte[] workbook)
    {
        using var package = new ZipArchive(new MemoryStream(workbook));
        return package.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Sum(entry => Text(entry).Split("<f").Length - 1);
    }

    private static byte[] Replaced(byte[] workbook, string sheetWith, Regex pattern, string replacement)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        var count = 0;
        using (var package = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var entry in package.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToList())
                if (Text(entry) is var found && found.Contains($">{sheetWith}<", StringComparison.Ordinal) && pattern.IsMatch(found))
                {
                    count++;
                    using var content = entry.Open();
                    content.SetLength(0);
                    content.Write(Encoding.UTF8.GetBytes(pattern.Replace(found, replacement)));
                }
        Assert.Equal(1, count);
        return stream.ToArray();
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
