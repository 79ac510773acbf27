using System.Globalization;
using Mlj.Recognition.Cells;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Recognition.Cells;

public class SubmissionTimeTests
{
    [Theory]
    [InlineData("14-02-2026 20:29:23", "2026-02-14 20:29:23")]
    [InlineData("2026/09/27 3:00:00 PM GMT+3", "2026-09-27 15:00:00")]
    [InlineData("2026/09/27 12:05:00 AM GMT-11", "2026-09-27 00:05:00")]
    [InlineData("2026/09/27 12:05:00 PM GMT+5:30", "2026-09-27 12:05:00")]
    [InlineData("7/27/26 19:06:23", "2026-07-27 19:06:23")]
    [InlineData("7/27/26 19:06", "2026-07-27 19:06:00")]
    [InlineData("27/07/2026 19:06:23", "2026-07-27 19:06:23")]
    [InlineData("27.07.2026 19:06", "2026-07-27 19:06:00")]
    [InlineData("27.07.26, 19:06 Uhr", "2026-07-27 19:06:00")]
    [InlineData("21 setembro 2020  10:00", "2020-09-21 10:00:00")]
    [InlineData("21 September 2020  10:00 AM", "2020-09-21 10:00:00")]
    [InlineData("21 de septiembre de 2020, 10:00", "2020-09-21 10:00:00")]
    [InlineData("21. März 2026 08:05", "2026-03-21 08:05:00")]
    [InlineData("21 février 2026, 08:05", "2026-02-21 08:05:00")]
    [InlineData("21 févr. 2026 08:05", "2026-02-21 08:05:00")]
    [InlineData("21 dic. 2026 08:05", "2026-12-21 08:05:00")]
    [InlineData("21. Okt. 2026 08:05", "2026-10-21 08:05:00")]
    [InlineData("Nov 23, 2020 10:11:12", "2020-11-23 10:11:12")]
    [InlineData("Monday, 23 November 2020, 10:11 PM", "2020-11-23 22:11:00")]
    [InlineData("Mon Nov 23 2020", "2020-11-23 00:00:00")]
    [InlineData("2026-02-19", "2026-02-19 00:00:00")]
    [InlineData("2026-02-19 10:11", "2026-02-19 10:11:00")]
    [InlineData("2026-02-19T10:11:12", "2026-02-19 10:11:12")]
    [InlineData("2026-02-19T10:11:12Z", "2026-02-19 10:11:12")]
    [InlineData("2026-02-19T10:11:12.345+01:00", "2026-02-19 10:11:12")]
    [InlineData("19/02/2026 8:05 p. m.", "2026-02-19 20:05:00")]
    [InlineData("19/02/2026 8:05 a.m.", "2026-02-19 08:05:00")]
    [InlineData("29/02/2024 08:05", "2024-02-29 08:05:00")]
    public void Read_OfATimeOfAForm_FindsIt(string text, string time)
    {
        var read = SubmissionTime.Read(text);

        Assert.Equal(time, Show(read?.Time));
        Assert.Null(read?.Swapped);
    }

    [Fact]
    public void Read_OfADayThatCouldBeAMonth_KeepsBothReadings()
    {
        var read = SubmissionTime.Read("03/04/2026 10:00")!.Value;

        Assert.Equal(("2026-04-03 10:00:00", "2026-03-04 10:00:00"), (Show(read.Time), Show(read.Swapped)));
        Assert.False(read.IsDayFirst || read.IsMonthFirst);
        Assert.Null(SubmissionTime.Read("04/04/2026")!.Value.Swapped);
    }

    [Theory]
    [InlineData("27/07/2026", true, false)]
    [InlineData("07/27/2026", false, true)]
    [InlineData("2026-07-27", false, false)]
    public void Read_OfADayAboveTwelve_SaysWhichStandsFirst(string text, bool dayFirst, bool monthFirst)
    {
        var read = SubmissionTime.Read(text)!.Value;
        Assert.Equal((dayFirst, monthFirst), (read.IsDayFirst, read.IsMonthFirst));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("14 / 24")]
    [InlineData("10:11")]
    [InlineData("31/02/2026")]
    [InlineData("2026-13-01")]
    [InlineData("19/02/2026 25:00")]
    [InlineData("19/02/2026 10:60")]
    [InlineData("08031234567")]
    [InlineData("1769000000")]
    [InlineData("99999999999999999999")]
    [InlineData("12 monkeys 2026")]
    public void Read_OfWhatIsNoTime_IsNull(string text) => Assert.Null(SubmissionTime.Read(text));

    [Theory]
    [InlineData(46072.5, false, "2026-02-19 12:00:00")]
    [InlineData(44610.5, true, "2026-02-19 12:00:00")]
    [InlineData(1, false, "1900-01-01 00:00:00")]
    [InlineData(59, false, "1900-02-28 00:00:00")]
    [InlineData(61, false, "1900-03-01 00:00:00")]
    [InlineData(46072.999988425926, false, "2026-02-19 23:59:59")]
    [InlineData(0.5, false, null)]
    [InlineData(-1, false, null)]
    [InlineData(1e300, false, null)]
    [InlineData(2958465.99999, false, "9999-12-31 23:59:59")]
    [InlineData(2958465.99999999, false, null)]
    [InlineData(2957003.99999999, true, null)]
    [InlineData(double.NaN, false, null)]
    public void FromSerial_OfANumber_CountsFromItsFirstDay(double serial, bool is1904, string? time) => Assert.Equal(time, Show(SubmissionTime.FromSerial(serial, is1904)));

    [Fact]
    public void Column_WithOneMonthFirst_IsReadWithTheMonthFirst() =>
        Assert.Equal(["2026-03-04 10:00:00", "2026-03-27 10:00:00"], Times("03/04/2026 10:00", "03/27/2026 10:00"));

    [Fact]
    public void Column_WithOneDayFirst_IsReadWithTheDayFirst() =>
        Assert.Equal(["2026-04-03 10:00:00", "2026-03-27 10:00:00"], Times("03/04/2026 10:00", "27/03/2026 10:00"));

    [Fact]
    public void Column_ThatContradictsItself_IsReadWithTheDayFirstWherePossible() =>
        Assert.Equal(["2026-04-03 10:00:00", "2026-03-27 10:00:00", "2026-03-27 11:00:00"], Times("03/04/2026 10:00", "27/03/2026 10:00", "03/27/2026 11:00"));

    [Theory]
    [InlineData("2026-02-19T10:11:12", null)]
    [InlineData("2026-02-19T10:11:12Z", 0.0)]
    [InlineData("2026-02-19T10:11:12.345+05:30", 5.5)]
    [InlineData("2026-02-19 10:11:12 -0800", -8.0)]
    [InlineData("2026-02-19 10:11:12 UTC", 0.0)]
    [InlineData("2026/02/19 3:00:00 PM GMT+3", 3.0)]
    [InlineData("2026/02/19 3:00:00 PM GMT-11", -11.0)]
    [InlineData("19-02-2026 10:11", null)]
    [InlineData("2026-02-19 10:11 - 11:11", null)]
    [InlineData("2026-02-19 10:11:12 +99", null)]
    public void Read_OfATimeWithItsZone_KeepsTheOffset(string text, double? hours) => Assert.Equal(hours, SubmissionTime.Read(text)!.Value.Offset?.TotalHours);

    [Fact]
    public void Column_OfSeveralZones_IsReadInThatOfTheFirst() =>
        Assert.Equal(["2026-02-11 10:00:00", "2026-02-11 11:00:00", "2026-02-11 09:00:00"], Times("2026-02-11T10:00:00+05:00", "2026-02-11T06:00:00Z", "2026-02-11 09:00:00"));

    [Fact]
    public void Column_OfSerialNumbersIn1904_CountsFromThere()
    {
        var answers = Workbook.Sheet().With1904().Row("Email", "Completion time", "Score (5)").Row("ann@example.org", 44610.5.In("yyyy-mm-dd hh:mm"), 3).Answers();

        Assert.Equal("2026-02-19 12:00:00", Show(Assert.Single(answers.Responses).Submitted));
    }

    [Fact]
    public void Column_OfIsoDates_IsRead()
    {
        var answers = Workbook.Of(["Email", "Timestamp", "Score (5)"], ["ann@example.org", CellValue.IsoDate("2026-02-19T12:00:00"), 3]).Answers();

        Assert.Equal("2026-02-19 12:00:00", Show(answers.Test.FirstSubmitted));
        Assert.Equal(answers.Test.FirstSubmitted, answers.Test.LastSubmitted);
    }

    private static IEnumerable<string?> Times(params string[] texts)
    {
        var book = Workbook.Of(["Email", "Timestamp", "Score (5)"]);
        foreach (var text in texts)
            book.Row("ann@example.org", text, 3);
        return book.Answers().Responses.Select(response => Show(response.Submitted));
    }

    private static string? Show(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
