using System.Globalization;
using Mlj.Recognition;
using Mlj.Testing.Workbooks;

namespace Mlj.Tests.Recognition;

/// <summary>Which columns say when the answers were handed in.</summary>
public class SubmissionColumnsTests
{
    [Theory]
    [InlineData("Date", "Time", "2026-03-05", "14:05")]
    [InlineData("Date", "Time", "05.03.2026", "2:05 PM")]
    [InlineData("Datum", "Uhrzeit", "05.03.2026", "14:05:00")]
    [InlineData("Date", "Heure", "05/03/2026", "14:05")]
    [InlineData("Date", "Time", "05-03-2026", "14:05")]
    [InlineData("Fecha", "Hora", "5 de marzo de 2026", "14:05")]
    [InlineData("Date submitted", "Submission time", "Mar 5, 2026", "2:05:00 PM")]
    [InlineData("Completion date", "End time", "2026/03/05", "14:05")]
    public void DateAndTime_InTwoColumns_AreOneTime(string dateHeading, string timeHeading, string date, string time) =>
        Assert.Equal("2026-03-05 14:05:00", First(Recognised.Csv($"Email,{timeHeading},Score (10),{dateHeading}", Line(time, date), Line("23:10", "2026-03-31"))));

    [Fact]
    public void DateAndTime_AsNumbersInTwoColumns_AreOneTime()
    {
        var answers = Workbook.Sheet().RowXml(
            """<row r="1"><c r="A1" t="inlineStr"><is><t>Email</t></is></c><c r="B1" t="inlineStr"><is><t>Date</t></is></c><c r="C1" t="inlineStr"><is><t>Time</t></is></c><c r="D1" t="inlineStr"><is><t>Score (10)</t></is></c></row>"""
            + """<row r="2"><c r="A2" t="inlineStr"><is><t>ann@example.org</t></is></c><c r="B2" t="d"><v>2026-03-05</v></c><c r="C2" t="inlineStr"><is><t>14:05</t></is></c><c r="D2"><v>7</v></c></row>""").Answers();

        Assert.Equal("2026-03-05 14:05:00", First(answers));
    }

    [Theory]
    [InlineData("Date", "Duration", "2026-03-05", "14:05")]
    [InlineData("Date", "Time taken", "2026-03-05", "14:05")]
    [InlineData("Date", "Time", "2026-03-05", "00:45:10")]
    [InlineData("Date", "Time", "2026-03-05 10:30", "14:05")]
    public void Time_ThatIsADurationOrSaidAlready_StaysOut(string dateHeading, string timeHeading, string date, string time)
    {
        var answers = Recognised.Csv($"Email,{timeHeading},Score (10),{dateHeading}", Line(time, date), Line("00:59:00", date));

        Assert.Equal(date.Contains(' ') ? "2026-03-05 10:30:00" : "2026-03-05 00:00:00", First(answers));
    }

    [Fact]
    public void DateAndTime_OfOneDay_SayWhichAttemptIsTheLatest()
    {
        var answers = Recognised.Csv("Email,Date,Time,Score (10)", "ann@example.org,05/03/2026,14:05,3", "ann@example.org,05/03/2026,9:20,8", "bob@example.org,05/31/2026,10:00,5");

        Assert.True(answers.Responses[0].Submitted > answers.Responses[1].Submitted);
        // The third date can only be read with its month first, so all are.
        Assert.Equal("2026-05-03 14:05:00", First(answers));
    }

    [Theory]
    [InlineData("Timestamp", "1772719500")]
    [InlineData("Submitted at", "1772719500")]
    [InlineData("Submitted at", "1772719500000")]
    [InlineData("Completion time", "1772719500123")]
    [InlineData("Started on", "1772719500")]
    public void Time_AsComputersCountIt_IsOneUnderAHeadingOfTimes(string heading, string time) =>
        Assert.Equal("2026-03-05 14:05:00", First(Recognised.Csv($"Email,{heading},Score (10)", $"ann@example.org,{time},7", $"bob@example.org,{time},9")));

    [Fact]
    public void Time_AsComputersCountItInANumberCell_IsOne() =>
        Assert.Equal("2026-03-05 14:05:00", First(Workbook.Of(["Email", "Timestamp", "Score (10)"], ["ann@example.org", 1772719500, 7], ["bob@example.org", 1772719560, 9]).Answers()));

    [Theory]
    [InlineData("Phone", "1772719500")]
    [InlineData("Submission ID", "1772719500")]
    [InlineData("Timestamp", "177271950")]
    [InlineData("Timestamp", "17727195001")]
    [InlineData("Submitted at", "9772719500")]
    public void Number_ThatIsNoTime_StaysOne(string heading, string number) =>
        Assert.Null(Recognised.Csv($"Email,{heading},Score (10)", $"ann@example.org,{number},7", $"bob@example.org,{number},9").Responses[0].Submitted);

    private static string Line(string time, string date) => $"{Guid.Empty:N}@example.org,{time},7,\"{date}\"";

    private static string? First(TestResponses answers) => answers.Responses[0].Submitted?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
