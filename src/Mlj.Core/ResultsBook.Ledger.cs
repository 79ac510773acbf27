using Mlj.Exports;
using Mlj.Merging;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    private static ExportSheet Ledger(Compilation results, bool isOpen)
    {
        var files = results.Ledger.Files.Append(results.Ledger.Total with { File = "All files" }).ToList();
        var rows = results.Ledger.NotPlaced;
        var balance = new ExportSection(new Table(
            Texts("File", files.Select(file => file.File)),
            Texts("Balance", files.Select(file => file.Balances ? "adds up" : "DOES NOT ADD UP")),
            Numbers("Rows read", Counts(file => file.RowsRead)),
            Numbers("Placed", Counts(file => file.Placed)),
            Numbers("Superseded", Counts(file => file.Superseded)),
            Numbers("Duplicates", Counts(file => file.Duplicates)),
            Numbers("Set aside", Counts(file => file.Quarantined)),
            Numbers("Blank", Counts(file => file.Blank)),
            Numbers("Points read", Counts(file => file.PointsRead)),
            Numbers("Points placed", Counts(file => file.PointsPlaced)),
            Numbers("Points not placed", Counts(file => file.PointsNotPlaced))), "What became of the rows of each file")
        { HasFilter = false };
        var notPlaced = new ExportSection(new Table(
            Texts("File", rows.Select(row => row.Place.File)),
            Texts("Who", rows.Select(row => row.Who)),
            Texts("Disposition", rows.Select(row => row.Disposition.ToString().ToLowerInvariant())),
            Numbers("Row", rows.Select(row => (decimal?)row.Place.Row)),
            Texts("Score as written", rows.Select(row => row.RawScore)),
            Texts("Reason", rows.Select(row => row.Reason))), rows.Count == 0 ? "Every row was placed" : "Every row that was not placed, and why")
        { HasFilter = rows.Count > 0, TableName = "Not_placed" };
        return new ExportSheet("Ledger", isOpen ? [balance, notPlaced] : [balance]) { Title = "Ledger: every row that was read has one disposition" };

        IEnumerable<decimal?> Counts(Func<FileLedger, decimal> count) => files.Select(file => (decimal?)count(file));
    }
}
