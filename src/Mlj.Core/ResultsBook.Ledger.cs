using Mlj.Exports;
using Mlj.Tables;

namespace Mlj;

public static partial class ResultsBook
{
    private static ExportSheet Ledger(Compilation results, bool isOpen)
    {
        var files = results.Ledger.Files.Append(results.Ledger.Total with { File = "All files" }).ToList();
        var rows = results.Ledger.NotPlaced;
        var balance = new ExportSection(new Table(
            Texts("File", files, file => file.File),
            Texts("Balance", files, file => file.Balances ? "adds up" : "DOES NOT ADD UP"),
            Numbers("Rows read", files, file => file.RowsRead),
            Numbers("Placed", files, file => file.Placed),
            Numbers("Superseded", files, file => file.Superseded),
            Numbers("Duplicates", files, file => file.Duplicates),
            Numbers("Set aside", files, file => file.Quarantined),
            Numbers("Blank", files, file => file.Blank),
            Numbers("Points read", files, file => file.PointsRead),
            Numbers("Points placed", files, file => file.PointsPlaced),
            Numbers("Points not placed", files, file => file.PointsNotPlaced)), "What became of the rows of each file")
        { HasFilter = false };
        var notPlaced = new ExportSection(new Table(
            Texts("File", rows, row => row.Place.File),
            Texts("Who", rows, row => row.Who),
            Texts("Disposition", rows, row => row.Disposition.ToString().ToLowerInvariant()),
            Numbers("Row", rows, row => (decimal?)row.Place.Row),
            Texts("Score as written", rows, row => row.RawScore),
            Texts("Reason", rows, row => row.Reason)), rows.Count == 0 ? "Every row was placed" : "Every row that was not placed, and why")
        { HasFilter = rows.Count > 0, TableName = "Not_placed" };
        return new ExportSheet("Ledger", isOpen ? [balance, notPlaced] : [balance]) { Title = "Ledger: every row that was read has one disposition" };
    }
}
