using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests.Recognition;

public class TestNumbersTests
{
    [Theory]
    [InlineData("Test 3.xlsx", 3)]
    [InlineData("TEST 12.xlsx", 12)]
    [InlineData("test_4.xlsx", 4)]
    [InlineData("Latest 3 marks, test_4.xlsx", 4)]
    [InlineData("Quiz-03.csv", 3)]
    [InlineData("Quiz3.csv", 3)]
    [InlineData("Test #3.csv", 3)]
    [InlineData("Test No. 3.csv", 3)]
    [InlineData("Test (3).xlsx", 3)]
    [InlineData("Test 3 (1).xlsx", 3)]
    [InlineData("Copy of Test 3.xlsx", 3)]
    [InlineData("3rd Test.xlsx", 3)]
    [InlineData("Test One.xlsx", 1)]
    [InlineData("Second Test.xlsx", 2)]
    [InlineData("Test IV.xlsx", 4)]
    [InlineData("Group 2 TEST 5.xlsx", 5)]
    [InlineData("TEST 5 Group 2.xlsx", 5)]
    [InlineData("Week 12 Quiz 3.xlsx", 3)]
    [InlineData("Year 9 Exam 2 (Responses).xlsx", 2)]
    [InlineData("Prueba 3 - 4 de mayo.xlsx", 3)]
    [InlineData("Prueba Nº 3.xlsx", 3)]
    [InlineData("Contrôle 2 du 12 février.xlsx", 2)]
    [InlineData("Contro\u0302le 2, groupe 5.xlsx", 2)]
    [InlineData("Klausur 4 vom 03.02.2026.csv", 4)]
    [InlineData("TEST 2 JANUARY, 2026.xlsx", 2)]
    [InlineData("TEST 4FEBRUARY 17, 2026.xlsx", 4)]
    [InlineData("Test 3 FEBRUARY 15th, 2026..xlsx", 3)]
    [InlineData("Test 3 FEBRUARY 15th, 2026.", 3)]
    [InlineData("2026-02-11 Test 3.xlsx", 3)]
    [InlineData("Test 3 2026-02-11.xlsx", 3)]
    [InlineData("20260211 Test 3.xlsx", 3)]
    [InlineData("Test 3 - results 2026.xlsx", 3)]
    [InlineData("Test 3 of 10.xlsx", 3)]
    [InlineData("CA2 scores.xlsx", 2)]
    [InlineData("Algebra 2.xlsx", 2)]
    [InlineData("Algebra 2 2026-02-11-09-30-00.csv", 2)]
    [InlineData("Quiz_1_2026-02-11_09_30_00.xlsx", 1)]
    [InlineData("2026-02-11 3.xlsx", 3)]
    [InlineData("2026-02-11 09.30 Test 3.xlsx", 3)]
    [InlineData("Biology 2 11 Feb 2026, 9.30.xlsx", 2)]
    [InlineData("Vokabeltest 3(1-24).xlsx", 3)]
    [InlineData("Zwischenprüfung 2 (1-9).xlsx", 2)]
    [InlineData("Kapitelprov 4 (svar) - Formulärsvar 1.csv", 4)]
    [InlineData("Woordentoets 6 (reacties) - Formulierreacties 1.csv", 6)]
    [InlineData("Interrogation n°5 (réponses) - Réponses au formulaire 1.csv", 5)]
    [InlineData("Prueba 2 (respuestas) - Respuestas de formulario 1.csv", 2)]
    [InlineData("理科小テスト 第4回 (回答) - フォームの回答 1.csv", 4)]
    [InlineData("第2回小テスト.xlsx", 2)]
    [InlineData("3차 시험 결과.csv", 3)]
    [InlineData("Greatest 5 scores, Quiz 4.xlsx", 4)]
    [InlineData("Contest 2, Test 4.xlsx", 4)]
    public void OfName_WithOneBestReading_IsIt(string name, int number) => Assert.Equal(number, TestNumbers.OfName(name));

    [Theory]
    [InlineData("Results.xlsx")]
    [InlineData("gc_PHYS110_fullgc_2026-03-02-10-11-12.csv")]
    [InlineData("MATH 200_GradesExport_2026-02-19-15-03.csv")]
    [InlineData("results_2026-02-11_09_30_00.csv")]
    [InlineData("results 20260211_09_30.csv")]
    [InlineData("results 11.02.2026 9.30.csv")]
    [InlineData("results February 11, 2026 09-30-15.csv")]
    [InlineData("results 11 February 2026 at 09.30.csv")]
    [InlineData("results 2026-02-11T09_30_00 GMT+01.csv")]
    [InlineData("2026-02-11 Exam.xlsx")]
    [InlineData("Exam 11.02.2026.xlsx")]
    [InlineData("Exam 2026.xlsx")]
    [InlineData("Test 0.xlsx")]
    [InlineData("Week 12.xlsx")]
    [InlineData("Group 2.xlsx")]
    [InlineData("JSS 2.xlsx")]
    [InlineData("Sheet1.xlsx")]
    [InlineData("Exam of 4 May.xlsx")]
    [InlineData("Test 99999999999.xlsx")]
    [InlineData("Tests 1 and 2.xlsx")]
    [InlineData("")]
    public void OfName_WithoutOne_IsNull(string name) => Assert.Null(TestNumbers.OfName(name));

    [Fact]
    public void Number_RunTogetherWithTheDay_IsDecidedByTheSubmissions()
    {
        var numbers = Assign(
            SatOn("Test 1.xlsx", "2026-02-02"), SatOn("TEST 2 JANUARY, 2026.xlsx", "2026-02-05"), SatOn("Test 3 FEBRUARY 15th, 2026..xlsx", "2026-02-15"),
            SatOn("TEST 4FEBRUARY 17, 2026.xlsx", "2026-02-17"), SatOn("TEST 519 February,2026.xlsx", "2026-02-19", "2026-02-20"));

        Assert.Equal([1, 2, 3, 4, 5], numbers.Select(each => each.Test.Number));
        Assert.Equal("from the file's name, in which 19 is the day", numbers[4].Test.NumberWhy);
        Assert.All(numbers, each => Assert.Empty(each.Notes));
    }

    [Fact]
    public void Number_RunTogetherWithTheDay_FollowsTheSubmissionsOfThatDay()
    {
        Assert.Equal(1, Assert.Single(Assign(SatOn("TEST 112 March 2026.xlsx", "2026-03-12"))).Test.Number);
        Assert.Equal(11, Assert.Single(Assign(SatOn("TEST 112 March 2026.xlsx", "2026-03-02"))).Test.Number);
    }

    [Fact]
    public void Number_ThatIsNotInTheName_ComesFromTheTitle()
    {
        var test = Recognise(Workbook.Of(["Quiz 7: Fractions"], ["Email", "Score"], ["ann@example.org", "4/5"]).ToFile("Export.xlsx"));
        Assert.Equal((7, "from the title"), (Assign(test)[0].Test.Number, Assign(test)[0].Test.NumberWhy));
    }

    [Fact]
    public void Number_ThatIsNotInNameAndTitle_ComesFromTheSheet()
    {
        var test = Recognise(Workbook.Sheet("Test 6").Row("Email", "Score").Row("ann@example.org", "4/5").ToFile("Export.xlsx"));
        Assert.Equal((6, "from the sheet's name"), (Assign(test)[0].Test.Number, Assign(test)[0].Test.NumberWhy));
    }

    [Theory]
    [InlineData("Sheet7")]
    [InlineData("Form Responses 7")]
    [InlineData("Hoja7")]
    [InlineData("Tabelle 7")]
    [InlineData("Unit 7")]
    public void Number_OfASheetThatATool_Named_IsNone(string sheet)
    {
        var test = Assign(Recognise(Workbook.Sheet(sheet).Row("Email", "Score").Row("ann@example.org", "4/5").ToFile("Export.xlsx")))[0].Test;
        Assert.Equal((1, "from the order of the files"), (test.Number, test.NumberWhy));
    }

    [Fact]
    public void Number_ThatNothingSays_IsTheOrderOfTheSubmissions()
    {
        var numbers = Assign(SatOn("2026-02-18 Exam.xlsx", "2026-02-18"), SatOn("2026-02-11 Exam.xlsx", "2026-02-11"), SatOn("Test 2.xlsx", "2026-02-14"), SatOn("Test 0.xlsx"));

        Assert.Equal([3, 1, 2, 4], numbers.Select(each => each.Test.Number));
        Assert.Equal(["test_number_by_order", "test_number_by_order", "", "test_number_by_order"], numbers.Select(each => each.Notes.SingleOrDefault()?.Code ?? ""));
        Assert.Equal([NoteLevel.Review, NoteLevel.Review, NoteLevel.Question], numbers.Where(each => each.Notes.Count > 0).Select(each => each.Notes[0].Level));
    }

    [Fact]
    public void Number_OfOneFileAlone_AsksNothing() => Assert.Empty(Assert.Single(Assign(SatOn("Exam.xlsx", "2026-02-11"))).Notes);

    [Fact]
    public void Number_OfTwoFilesWithDifferentPeople_IsOneTestInParts()
    {
        var numbers = Assign(SatBy("Test 1 Group A.xlsx", "ann", "bob", "cy"), SatBy("Test 1 Group B.xlsx", "di", "ed", "flo"));

        Assert.Equal([1, 1], numbers.Select(each => each.Test.Number));
        var note = Assert.Single(numbers[1].Notes);
        Assert.Equal(("test_number_twice", NoteLevel.Question), (note.Code, note.Level));
        Assert.Contains("parts of one test", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Number_OfTwoFilesWithTheSamePeople_IsTakenOnce()
    {
        var numbers = Assign(SatBy("Test 1.xlsx", "ann", "bob", "cy"), SatBy("Test 1 (final).xlsx", "ann", "bob", "di"), SatBy("Test 2.xlsx", "ann"));

        Assert.Equal([1, 3, 2], numbers.Select(each => each.Test.Number));
        Assert.Equal("test 1 is taken by another file", numbers[1].Test.NumberWhy);
        Assert.Equal([new Correction("Test 1 (final).xlsx", FileSetting.TestNumber, "1")], Assert.Single(numbers[1].Notes).Corrections);
    }

    [Theory]
    [InlineData("Test 1 retake.xlsx")]
    [InlineData("Test 1 - Make-up.xlsx")]
    [InlineData("Resit of Test 1.xlsx")]
    public void Number_OfARetakeByName_IsThatOfTheTest(string name)
    {
        var numbers = Assign(SatBy("Test 1.xlsx", "ann", "bob"), SatBy(name, "ann", "bob"));
        Assert.Equal([1, 1], numbers.Select(each => each.Test.Number));
        Assert.Equal(["test_number_twice"], numbers[1].Codes());
    }

    [Fact]
    public void Number_OfPeopleWithoutAddresses_IsComparedByName()
    {
        var numbers = Assign(
            Recognise(Workbook.Of(["Name", "Score"], ["Ann Bell", "4/5"]).ToFile("Test 1.xlsx")),
            Recognise(Workbook.Of(["Name", "Score"], ["BELL, Ann", "3/5"]).ToFile("Test 1b.xlsx")));
        Assert.Equal([1, 2], numbers.Select(each => each.Test.Number));
    }

    [Fact]
    public void Number_OfTheCaller_Wins()
    {
        var numbers = TestNumbers.Assign([SatBy("Test 1.xlsx", "ann"), SatBy("Exam.xlsx", "ann"), SatBy("Test 7.xlsx", "ann")],
            [new() { TestNumber = 7 }, RecognitionOptions.None, RecognitionOptions.None]);

        Assert.Equal([7, 2, 1], numbers.Select(each => each.Test.Number));
        Assert.Equal("given by you", numbers[0].Test.NumberWhy);
    }

    [Fact]
    public void Number_OfTwoReadingsAsGood_IsAQuestion()
    {
        var note = Assert.Single(Assign(SatOn("Algebra 2 Geometry 3.xlsx"), SatOn("Test 1.xlsx"), SatOn("Test 4.xlsx"))[0].Notes);
        Assert.Equal("test_number_unclear", note.Code);
        Assert.Contains("test 2 or test 3", note.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<TestResponses> Assign(params TestResponses[] tests) => TestNumbers.Assign(tests, [.. tests.Select(_ => RecognitionOptions.None)]);

    /// <summary>A test that somebody else sat on each of the days.</summary>
    private static TestResponses SatOn(string file, params string[] days)
    {
        var book = Workbook.Of(["Email", "Timestamp", "Score"], [$"first{file.Length}@example.org", null, "4/5"]);
        foreach (var day in days)
            book.Row($"{day}.{file.Length}@example.org", day + " 10:00", "4/5");
        return Recognise(book.ToFile(file));
    }

    private static TestResponses SatBy(string file, params string[] people)
    {
        var book = Workbook.Of(["Email", "Score"]);
        foreach (var person in people)
            book.Row(person + "@example.org", "4/5");
        return Recognise(book.ToFile(file));
    }

    private static TestResponses Recognise(SourceFile file)
    {
        using var book = SourceFormats.Default.Open(file);
        return TestReader.Read(book, TestRecogniser.Recognise(book, file.Name, RecognitionOptions.None), RecognitionOptions.None);
    }
}
