using System.Text;
using Mlj.Recognition;
using Mlj.Sources;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests.Recognition;

public class TestRecogniserTests
{
    [Fact]
    public void Find_HeadingInRowSeven_SkipsTitles()
    {
        var layout = Workbook.Of(["Fractions and decimals"], ["Monday, 2 March 2026"], ["Room: 12", "Score report"], [], ["Tags", "a", "b"], [],
            ["Student Names", "Student ID", "Total Score (0 - 100)", "1. What is a half?"],
            ["Bell, Ann", 4711, "50", "0.5"], ["Cole, Bob", 4712, "75", "1/2"]).Layout();

        Assert.Equal(7, layout.HeaderRow);
        Assert.Equal("A Name, B Identifier, C Score", layout.Roles());
        Assert.Equal(100, layout.Maximum);
        Assert.Equal(["Fractions and decimals", "Monday, 2 March 2026", "Room: 12", "Score report", "Tags", "a", "b"], layout.Titles);
    }

    [Fact]
    public void Find_HeadingUnderMergedTitle_SkipsIt()
    {
        var layout = Workbook.Of(["Email and score report of Test 1"], ["Email", "Name", "Score"], ["ann@example.org", "Ann Bell", 5])
            .AfterRows("<mergeCells count=\"1\"><mergeCell ref=\"A1:C1\"/></mergeCells>").Layout();

        Assert.Equal(2, layout.HeaderRow);
        Assert.Equal("A Email, B Name, C Score", layout.Roles());
    }

    [Theory]
    [InlineData("Dấu thời gian", "Họ và tên", "Email", "Số điện thoại", "Điểm (10)")]
    [InlineData("Zaman damgası", "Ad Soyad", "E-posta Adresi", "Telefon", "Puan (10)")]
    [InlineData("Отметка времени", "ФИО", "Адрес электронной почты", "Телефон", "Баллы (10)")]
    [InlineData("Stempel waktu", "Nama Lengkap", "Alamat Email", "Nomor HP", "Nilai (10)")]
    [InlineData("Informazioni cronologiche", "Nome e cognome", "Indirizzo email", "Numero di telefono", "Punteggio (10)")]
    [InlineData("Tijdstempel", "Volledige naam", "E-mailadres", "Telefoonnummer", "Totaal (10)")]
    [InlineData("Sygnatura czasowa", "Imię i nazwisko", "Adres e-mail", "Numer telefonu", "Wynik (10)")]
    [InlineData("Tidstämpel", "Namn", "E-postadress", "Telefonnummer", "Poäng (10)")]
    [InlineData("طابع زمني", "الاسم الكامل", "البريد الإلكتروني", "رقم الهاتف", "الدرجة (10)")]
    [InlineData("タイムスタンプ", "氏名", "メールアドレス", "電話番号", "スコア (10)")]
    [InlineData("提交时间", "姓名", "电子邮件", "手机号", "分数 (10)")]
    [InlineData("타임스탬프", "이름", "이메일", "전화번호", "점수 (10)")]
    [InlineData("Časová značka", "Jméno a příjmení", "E-mailová adresa", "Telefonní číslo", "Skóre (10)")]
    [InlineData("Časová pečiatka", "Meno a priezvisko", "E-mailová adresa", "Telefónne číslo", "Počet bodov (10)")]
    [InlineData("Időbélyeg", "Teljes név", "E-mail-cím", "Telefonszám", "Pontszám (10)")]
    [InlineData("Marcaj de timp", "Nume și prenume", "Adresă de e-mail", "Număr de telefon", "Punctaj (10)")]
    [InlineData("Vremenska oznaka", "Ime i prezime", "Adresa e-pošte", "Broj telefona", "Broj bodova (10)")]
    [InlineData("Клеймо за време", "Име и фамилия", "Имейл адрес", "Телефон", "Точки (10)")]
    [InlineData("Aikaleima", "Koko nimi", "Sähköpostiosoite", "Puhelinnumero", "Pisteet (10)")]
    [InlineData("Tidsstempel", "Fulde navn", "Mailadresse", "Telefonnummer", "Point i alt (10)")]
    [InlineData("Tidsmerke", "Fullt navn", "E-postadresse", "Telefonnummer", "Poengsum (10)")]
    [InlineData("Позначка часу", "Прізвище та ім'я", "Електронна пошта", "Номер телефону", "Кількість балів (10)")]
    [InlineData("חותמת זמן", "שם מלא", "כתובת אימייל", "מספר טלפון", "ציון (10)")]
    [InlineData("برچسب زمانی", "نام و نام خانوادگی", "نشانی ایمیل", "شماره تلفن", "نمره (10)")]
    [InlineData("ประทับเวลา", "ชื่อ-นามสกุล", "ที่อยู่อีเมล", "เบอร์โทรศัพท์", "คะแนน (10)")]
    [InlineData("টাইমস্ট্যাম্প", "পুরো নাম", "ইমেইল ঠিকানা", "ফোন নম্বর", "প্রাপ্ত নম্বর (10)")]
    [InlineData("Marca de temps", "Nom i cognoms", "Adreça electrònica", "Telèfon", "Puntuació (10)")]
    public void Find_HeadingsOfOtherLanguages_AreRecognised(string submitted, string name, string email, string phone, string score)
    {
        var layout = Workbook.Of([submitted, name, email, phone, score],
            ["2026-01-02 10:00:00", "Ann Bell", "ann@example.org", "0199 345 6781", 7.5m], ["2026-01-02 10:05:00", "Bob Cole", "bob@example.org", "0199 345 6782", 9],
            ["2026-01-02 10:07:00", "Cy Dunn", "cy@example.org", "0199 345 6783", 4]).Layout();

        Assert.Equal((1, "A Submitted, B Name, C Email, D Phone, E Score"), (layout.HeaderRow, layout.Roles()));
        Assert.Equal(10, layout.Maximum);
    }

    [Fact]
    public void Find_HeadingsOfAnUnknownLanguage_AreHeadingsAndNoPerson()
    {
        var answers = Workbook.Of(["Ime ya mwanafunzi", "Anwani", "Alama zote (20)"],
            ["Ann Bell", "ann@example.org", 14], ["Bob Cole", "bob@example.org", 9], ["Cy Dunn", "cy@example.org", 20]).Answers();

        Assert.Equal(1, answers.Test.HeaderRow);
        Assert.Equal("A Name, B Email, C Score", Recognised.Roles(answers.Test.Columns));
        Assert.Equal(["14/20", "9/20", "20/20"], answers.Scores());
    }

    [Fact]
    public void Find_AScoreThatOnlyItsMaximumTells_IsTheScore()
    {
        var answers = Workbook.Of(["Name", "Email", "Kwis jumla (20)", "Umri"],
            ["Ann Bell", "ann@example.org", 14, 15], ["Bob Cole", "bob@example.org", 9, 16], ["Cy Dunn", "cy@example.org", 20, 15]).Answers();

        Assert.Equal("A Name, B Email, C Score", Recognised.Roles(answers.Test.Columns));
        Assert.Equal(["14/20", "9/20", "20/20"], answers.Scores());
    }

    [Fact]
    public void Find_SeveralColumnsWithMaxima_AreNoScoreUnasked()
    {
        var layout = Workbook.Of(["Name", "Email", "Swali la 1 (5)", "Swali la 2 (5)"],
            ["Ann Bell", "ann@example.org", 4, 5], ["Bob Cole", "bob@example.org", 3, 2], ["Cy Dunn", "cy@example.org", 5, 5]).Layout();

        Assert.False(layout.HasScore);
    }

    [Fact]
    public void Find_NoHeadingAtAll_GoesByTheCells()
    {
        var answers = Workbook.Of(["Ann Bell", "ann@example.org", "4 / 5"], ["Bob Cole", "bob@example.org", "3 / 5"], ["Cy Dunn", "cy@example.org", "0 / 5"]).Answers();

        Assert.Null(answers.Test.HeaderRow);
        Assert.Equal("A Name, B Email, C Score", Recognised.Roles(answers.Test.Columns));
        Assert.Equal(["4/5", "3/5", "0/5"], answers.Scores());
        Assert.Contains("it has no heading", answers.Test.Column(SourceColumnRole.Score)!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NoHeadingAndPlainNumbers_GoesByTheCells()
    {
        var answers = Workbook.Of([1, "ann@example.org", 14], [2, "bob@example.org", 9], [3, "cy@example.org", 14]).Answers();

        Assert.Equal("B Email, C Score", Recognised.Roles(answers.Test.Columns));
        Assert.Equal(["14/100", "9/100", "14/100"], answers.Scores());
        Assert.Contains("maximum_unknown", answers.Codes());
    }

    [Theory]
    [InlineData("EMAIL", "FULL NAME", "TOTAL MARKS (24)")]
    [InlineData("email", "full name", "total marks (24)")]
    [InlineData(" E-mail\u00a0", "Full\nName ✍", "Total&nbsp;Marks (24)")]
    [InlineData("Correo electrónico", "Nombre completo", "Puntuación total (24)")]
    [InlineData("Adresse e-mail", "Nom complet", "Note /24")]
    [InlineData("E-Mail-Adresse", "Vollständiger Name", "Punktzahl/24,00")]
    [InlineData("Endereço de e-mail", "Nome completo", "Pontuação (24)")]
    [InlineData("Indirizzo e-mail", "Nome e cognome", "Punteggio totale (24)")]
    public void Find_HeadingsInAnyDressAndOrder_FindsTheSame(string email, string name, string score)
    {
        Assert.Equal("A Email, B Name, C Score", Workbook.Of([email, name, score], ["ann@example.org", "Ann Bell", 14]).Layout().Roles());
        var swapped = Workbook.Of([score, email, name], [14, "ann@example.org", "Ann Bell"]).Answers();
        Assert.Equal("A Score, B Email, C Name", Recognised.Roles(swapped.Test.Columns));
        Assert.Equal(["14/24"], swapped.Scores());
    }

    [Theory]
    [InlineData("First name", "Last name")]
    [InlineData("First Name", "Surname")]
    [InlineData("Name", "Surname")]
    [InlineData("Nombre", "Apellidos")]
    [InlineData("Nombre(s)", "Apellido(s)")]
    [InlineData("Prénom", "Nom")]
    [InlineData("Prénom", "Nom de famille")]
    [InlineData("Vorname", "Nachname")]
    [InlineData("Vorname", "Name")]
    [InlineData("Nome", "Cognome")]
    public void Name_InTwoColumnsOfEitherOrder_IsGivenNameThenFamilyName(string first, string last)
    {
        Assert.Equal(["Ann Bell", "Mary Jo de la Cruz", "Cy Dunn"], Names([first, last, "Score (5)"], ["Ann", "Bell", 5], ["Mary Jo", "de la Cruz", 4], ["Cy", "Dunn", 3]));
        Assert.Equal(["Ann Bell", "Mary Jo de la Cruz", "Cy Dunn"], Names([last, first, "Score (5)"], ["Bell", "Ann", 5], ["de la Cruz", "Mary Jo", 4], ["Dunn", "Cy", 3]));
    }

    [Theory]
    [InlineData("Nombre", "Apellidos")]
    [InlineData("Name", "Surname")]
    public void Name_OfSeveralGivenNames_KeepsTheFamilyName(string first, string last) =>
        Assert.Equal(["Ana María Bell", "José Luis Cole"], Names([first, last, "Score (5)"], ["Ana María", "Bell", 5], ["José Luis", "Cole", 4]));

    [Fact]
    public void Name_OfAWholeNameBesideItsHalf_IsTheWholeName() =>
        Assert.Equal(["Ann Bell", "Bob Cole"], Names(["Name", "First name", "Score (5)"], ["Ann Bell", "Ann", 5], ["Bob Cole", "Bob", 4]));

    [Fact]
    public void Name_OfAWholeNameBesideBothHalves_IsNotSaidTwice() =>
        Assert.Equal(["Ann Bell", "Bob Cole"], Names(["Full name", "First name", "Last name", "Score (5)"], ["Ann Bell", "Ann", "Bell", 5], ["Bob Cole", "Bob", "Cole", 4]));

    [Fact]
    public void Name_OfARowThatHasOnlyTheParts_IsTheParts()
    {
        Assert.Equal(["Ann Bell", "Bob Cole", "Cy", "Dunn"],
            Names(["Full name", "First name", "Last name", "Score (5)"], ["Ann Bell", "Ann", "Bell", 5], [null, "Bob", "Cole", 4], [null, "Cy", null, 3], [" ", null, "Dunn", 2]));
        Assert.Equal(["Ann Bell", "Bob"], Names(["Name", "First name", "Score (5)"], ["Ann Bell", "Ann", 5], [null, "Bob", 4]));
    }

    [Fact]
    public void Name_InThreeColumns_IsInTheirOrder()
    {
        Assert.Equal(["Ann Mary Jo Bell", "Bob Cole"], Names(["Last name", "First name", "Middle name", "Score (5)"], ["Bell", "Ann", "Mary Jo", 5], ["Cole", "Bob", null, 4]));
        Assert.Equal(["Ann van der Bell", "Bob Cole"], Names(["Voornaam", "Tussenvoegsel", "Achternaam", "Score (5)"], ["Ann", "van der", "Bell", 5], ["Bob", null, "Cole", 4]));
    }

    [Fact]
    public void Name_OfSomebodyAnonymous_IsNone() =>
        Assert.Equal(["Ann Bell", null, null, "Anonymous Otto"], Names(["Name", "Score (5)"], ["Ann Bell", 5], ["Anonymous", 4], ["ANONYM", 3], ["Anonymous Otto", 2]));

    [Theory]
    [InlineData("Highest score", "Lowest score")]
    [InlineData("No. of students", "Pass rate (%)")]
    [InlineData("Class average:", "Std. deviation")]
    [InlineData("Points", "Class Average")]
    [InlineData("Moyenne globale", "Écart-type")]
    [InlineData("Summe", "Standardabweichung")]
    [InlineData("Promedio", "Máximo")]
    [InlineData("Rata-rata", "औसत")]
    [InlineData("Klassendurchschnitt", "Sınıf ortalaması")]
    public void Row_OfAStatistic_IsNobody(string first, string second) =>
        Assert.Equal(["Ann Bell", "Max"], Workbook.Of(["Name", "Score (50)"], ["Ann Bell", 5], ["Max", 4], [first, 5], [second, 4]).Answers()
            .Responses.Where(response => response.Kind == ResponseKind.Attempt).Select(response => response.Name));

    [Fact]
    public void Email_UnderAHeadingOfUserNames_IsFoundByTheCells()
    {
        Assert.Equal("A Email, B Score", Workbook.Of(["Username", "Score (5)"], ["ann@example.org", 5], ["bob@example.org", 4]).Layout().Roles());
        Assert.Equal("A Identifier, B Email, C Score", Workbook.Of(["Username", "Email", "Score (5)"], ["ann", "ann@example.org", 5], ["bob", "bob@example.org", 4]).Layout().Roles());
    }

    [Theory]
    [InlineData("Marks obtained", "Total marks")]
    [InlineData("Test 2 on waves", "Points")]
    [InlineData("Score", "Total")]
    public void Maximum_InAColumnThatIsTheSameInEveryRow_IsTaken(string points, string most)
    {
        var answers = Workbook.Of(["Email", points, most], ["ann@example.org", 15, 20], ["bob@example.org", 20, 20], ["cy@example.org", 5, 20]).Answers();

        Assert.Equal("A Email, B Score, C Maximum", Recognised.Roles(answers.Test.Columns));
        Assert.Equal(["15/20", "20/20", "5/20"], answers.Scores());
        Assert.Contains("the same in every row", answers.Test.Column(SourceColumnRole.Maximum)!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Maximum_BelowSomePoints_IsNone() =>
        Assert.Equal(["15/100", "25/100", "5/100"], Workbook.Of(["Email", "Score", "Total"], ["ann@example.org", 15, 20], ["bob@example.org", 25, 20], ["cy@example.org", 5, 20]).Answers().Scores());

    [Fact]
    public void Score_BesideAGermanGrade_IsThePoints()
    {
        Assert.Equal("A Email, B Score", Workbook.Of(["E-Mail", "Punkte", "Note"], ["ann@example.org", 20, 2.3], ["bob@example.org", 12.5, 4]).Layout().Roles());
        Assert.Equal("A Email, B Score", Workbook.Of(["E-Mail", "Punkte (max. 30)", "Note"], ["ann@example.org", 20, 2.3], ["bob@example.org", 12.5, 4]).Layout().Roles());
        Assert.Equal("A Email, B Score", Workbook.Of(["E-mail", "Note"], ["ann@example.org", 12], ["bob@example.org", 14]).Layout().Roles());
    }

    [Fact]
    public void Points_OfAQuestionInAnUnknownLanguage_AreThoseWhoseHeadingRepeatsIt()
    {
        var answers = Workbook.Of(["Email", "Total points", "2 + 2 = ?", "Zorg - 2 + 2 = ?", "Blim - 2 + 2 = ?"], ["ann@example.org", 5, "4", 5, null], ["bob@example.org", 2, "5", 2, "Almost"]).Answers();

        Assert.Equal("A Email, B Score, D QuestionPoints, E Feedback", Recognised.Roles(answers.Test.Columns));
        Assert.Equal(["5/5", "2/5"], answers.Scores());
    }

    [Fact]
    public void Points_OfQuestionsWithADecimalComma_AddUp() =>
        Assert.Equal(["7.5/10", "10/10"], Recognised.Csv("Email;Total points;2 + 2 = ?;Points - 2 + 2 = ?", "ann@example.org;7,5;4;7,5", "bob@example.org;10;4;10").Scores());

    [Fact]
    public void Maximum_InARowOfUnits_IsTaken() =>
        Assert.Equal(["30/40", "20/40", "7/40"], Workbook.Of(["Name", "Email", "Score"], [null, null, "(out of 40)"], ["Ann Bell", "ann@example.org", 30], ["Bob Cole", "bob@example.org", 20], [null, null, "7"]).Answers().Scores());

    [Fact]
    public void Maximum_InARow_IsBelievedBeforeANumberInTheHeading() =>
        Assert.Equal(["8/10"], Workbook.Of(["Student", "Quiz 2 (5512)"], ["    Points Possible", 10], ["Bell, Ann", 8]).Answers().Scores());

    [Fact]
    public void Row_OfASignature_IsNobodyUnlessItHasAScore() =>
        Assert.Equal(["Ann Bell", "Teacher Otto"], Workbook.Of(["Name", "Score (5)"], ["Ann Bell", 5], ["Teacher Otto", 3], ["Lecturer's signature: ____", null], ["Generated on 2 March", null]).Answers()
            .Responses.Where(response => response.Kind == ResponseKind.Attempt).Select(response => response.Name));

    [Fact]
    public void Find_HeadingsInAnUnknownLanguage_GoesByTheCellsBelow()
    {
        var answers = Workbook.Of(["Zorgle"], ["Tiempo", "Posht", "Emri", "Rezultati"], ["x", "ann@example.org", "Ann Bell", "4 / 5"], ["y", "bob@example.org", "Bob Cole", "3 / 5"], ["z", "cy@example.org", "Cy Dunn", "0 / 5"]).Answers();

        Assert.Equal(2, answers.Test.HeaderRow);
        Assert.Equal("B Email, C Name, D Score", Recognised.Roles(answers.Test.Columns));
        Assert.Equal(["4/5", "3/5", "0/5"], answers.Scores());
    }

    [Fact]
    public void Score_OfOneTestInAGradebook_IsUnderTheTestsName()
    {
        var answers = Workbook.Of(["Last Name", "First Name", "Email Address", "Test 2: Waves"], ["Date", null, null, "2026-02-11"], ["Points", null, null, 50], ["Bell", "Ann", "ann@example.org", 40], ["Cole", "Bob", "bob@example.org", 20]).Answers();

        Assert.Equal(["40/50", "20/50"], answers.Scores());
        Assert.Equal(["20/25"], Workbook.Of(["Student", "ID", "Test 3 Waves (88123)"], ["    Points Possible", null, 25], ["Bell, Ann", 1, 20]).Answers().Scores());
    }

    [Fact]
    public void Name_InFamilyNameColumnAlone_IsThat() => Assert.Equal(["Bell", "Cole"], Names(["Surname", "Score (5)"], ["Bell", 5], ["Cole", 4]));

    [Fact]
    public void Sheet_AmongSeveral_IsTheOneWithAnswers()
    {
        var layout = Workbook.Sheet("Summary").Row("Test", "Average score").Row("Test 1", 12)
            .Sheet("Answers").Row("Email", "Name", "Score").Row("ann@example.org", "Ann Bell", 14)
            .Sheet("Notes").Row("Nothing here").Layout();

        Assert.Equal(("Answers", 1), (layout.Where.Sheet, layout.SheetIndex));
    }

    [Fact]
    public void Sheet_Hidden_LosesAgainstOneThatIsShown()
    {
        var layout = Workbook.Sheet("Old").Row("Email", "Name", "Score", "Timestamp").Row("ann@example.org", "Ann Bell", 14, "2026-02-19")
            .Sheet("New").Row("Email", "Score").Row("ann@example.org", 15).Layout();
        var hidden = new WorkbookBuilder().Sheet("Old", "hidden").Row("Email", "Name", "Score", "Timestamp").Row("ann@example.org", "Ann Bell", 14, "2026-02-19")
            .Sheet("New").Row("Email", "Score").Row("ann@example.org", 15).Layout();

        Assert.Equal("Old", layout.Where.Sheet);
        Assert.Equal("New", hidden.Where.Sheet);
    }

    [Fact]
    public void Sheet_HiddenAndTheOnlyTest_IsTaken() =>
        Assert.Equal("Old", new WorkbookBuilder().Sheet("Old", "hidden").Row("Email", "Score").Row("ann@example.org", 14).Sheet("New").Row("Nothing").Layout().Where.Sheet);

    [Fact]
    public void Sheet_WithTheSameColumns_IsAQuestion()
    {
        var layout = Workbook.Sheet("Group A").Row("Email", "Score").Row("ann@example.org", 14).Sheet("Group B").Row("Email", "Score").Row("bob@example.org", 15)
            .Sheet("Prices").Row("Thing", "Price").Row("Pen", 1).Layout();

        var note = Assert.Single(layout.Notes, note => note.Code == "other_sheets");
        Assert.Equal("Group A", layout.Where.Sheet);
        Assert.Contains("'Group B'", note.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Prices", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_NamedByTheCaller_IsNoQuestion()
    {
        var layout = Workbook.Sheet("Group A").Row("Email", "Score").Row("ann@example.org", 14).Sheet("Group B").Row("Email", "Score").Row("bob@example.org", 15).Layout(new() { Sheet = "group b" });

        Assert.Equal("Group B", layout.Where.Sheet);
        Assert.Empty(layout.Notes);
    }

    [Fact]
    public void Email_TypedTwice_IsTheFirstAndANote()
    {
        var layout = Workbook.Of(["Email", "Name", "Email", "Score"], ["ann@example.org", "Ann Bell", "ann@example.com", 5], ["bob@example.org", "Bob Cole", "bob@example.com", 5]).Layout();

        Assert.Equal("A Email, B Name, D Score", layout.Roles());
        Assert.Equal(["column_rivals"], layout.Notes.Select(note => note.Code));
    }

    [Fact]
    public void Email_OfAccountsThatAreAnonymous_GivesWayToTheQuestion()
    {
        var answers = Workbook.Of(["Email", "Name", "Score", "Enter your email"], ["anonymous", null, 5, "ann@example.org"], ["anonymous", null, 4, "bob@example.org"]).Answers();

        Assert.Equal(["ann@example.org", "bob@example.org"], answers.Responses.Select(response => response.Email?.Key));
    }

    [Fact]
    public void Email_UnderAHeadingThatDoesNotSay_GoesByTheCells() =>
        Assert.Equal("A Email, B Score", Workbook.Of(["How can we reach you?", "Score"], ["ann@example.org", 5], ["bob@example.org", 4], ["none", 3]).Layout().Roles());

    [Theory]
    [InlineData("Phone number")]
    [InlineData("Mobile")]
    [InlineData("WhatsApp")]
    public void Phone_ThatLooksLikeAScore_IsNone(string heading)
    {
        var layout = Workbook.Of(["Email", heading, "Points"], ["ann@example.org", 12, 5], ["bob@example.org", 15, 4], ["cy@example.org", 17, 5]).Layout();
        Assert.Equal("A Email, B Phone, C Score", layout.Roles());
    }

    [Fact]
    public void Score_AmongColumnsOfNumbers_IsTheTotal()
    {
        var layout = Workbook.Of(
            ["No.", "Student ID", "Age", "Email", "Points - Q1", "Points - Q2", "Q3 [Score]", "Total points", "Class"],
            [1, 20401, 17, "ann@example.org", 1, 2, 3, 6, 11], [2, 20402, 18, "bob@example.org", 1, 0, 1, 2, 12], [3, 20403, 17, "cy@example.org", 0, 0, 1, 1, 11]).Layout();

        Assert.Equal("A RowNumber, B Identifier, D Email, E QuestionPoints, F QuestionPoints, G QuestionPoints, H Score", layout.Roles());
        Assert.Empty(layout.Notes);
    }

    [Theory]
    [InlineData("No.")]
    [InlineData("S/N")]
    [InlineData("#")]
    public void Score_BesideRowNumbers_IsNotTheRowNumber(string heading)
    {
        var layout = Workbook.Of([heading, "Name", "Marks"], [1, "Ann Bell", 5], [2, "Bob Cole", 5], [3, "Cy Dunn", 4]).Layout();
        Assert.Equal("A RowNumber, B Name, C Score", layout.Roles());
    }

    [Fact]
    public void Score_OfTwoAlike_IsANoteThatNamesTheOther()
    {
        var layout = Workbook.Of(["Email", "Score", "Marks obtained"], ["ann@example.org", 5, 6], ["bob@example.org", 4, 7]).Layout();

        Assert.Equal("Score", layout.Column(SourceColumnRole.Score)!.Heading);
        var note = Assert.Single(layout.Notes);
        Assert.Equal("column_rivals", note.Code);
        Assert.Contains("'Marks obtained' could be it too. Say which it is.", note.Message, StringComparison.Ordinal);
        Assert.Equal([new Correction("Test 1.xlsx", FileSetting.ScoreColumn)], note.Corrections);
    }

    [Fact]
    public void Score_OfSeveralTests_IsThatOfTheFile()
    {
        var book = Workbook.Of(["Email", "Test 10 Score", "Test 1 Score", "Test 2 Score"], ["ann@example.org", 5, 6, 7], ["bob@example.org", 4, 7, 8]);

        Assert.Equal("Test 1 Score", book.Layout().Column(SourceColumnRole.Score)!.Heading);
    }

    [Theory]
    [InlineData("Score (%)")]
    [InlineData("Score %")]
    [InlineData("Percentage")]
    [InlineData("Percent")]
    public void Percentage_UnderItsHeading_NeedsNoMaximum(string heading)
    {
        var answers = Workbook.Of(["Email", heading], ["ann@example.org", 58.3], ["bob@example.org", 90]).Answers();

        Assert.Equal(["58.3/100", "90/100"], answers.Scores());
        Assert.False(answers.Test.IsMaximumAssumed);
        Assert.Empty(answers.Notes);
    }

    [Fact]
    public void Score_OfPercentFormattedCells_NeedsNoMaximum()
    {
        var answers = Workbook.Of(["Email", "Result"], ["ann@example.org", 0.583.AsPercent()], ["bob@example.org", 0.9.AsPercent()]).Answers();

        Assert.Equal(["58.3/100", "90/100"], answers.Scores());
        Assert.False(answers.Test.IsMaximumAssumed);
    }

    [Fact]
    public void Rows_ThatAreNobodys_AreNotParticipants()
    {
        var answers = Workbook.Of(
            ["Name", "Email", "Score"],
            ["Points Possible", null, 24],
            ["Ann Bell", "ann@example.org", 14],
            ["Name", "Email", "Score"],
            [null, null, null],
            ["   ", null, "\u00a0"],
            ["Bob Cole", "bob@example.org", 7],
            ["Student, Test", null, 24],
            ["Average", null, 10.5],
            [null, null, null, "printed on Monday"]).Answers();

        Assert.Equal(["Ann Bell", "Bob Cole"], answers.Responses.Where(response => response.Kind == ResponseKind.Attempt).Select(response => response.Name));
        Assert.Equal(["14/24", "7/24"], answers.Scores());
        Assert.Equal((9, 2), (answers.Test.Rows, answers.BlankRows));
        Assert.Equal(
            [(2, "'Points Possible' is no participant"), (4, "the headings are repeated"), (8, "'Student, Test' is no participant"), (9, "'Average' is no participant"), (10, "neither name, address nor score")],
            answers.Responses.Where(response => response.Kind == ResponseKind.NotAParticipant).Select(response => (response.Row, response.Fault!)));
    }

    [Fact]
    public void Rows_OfSomebodyCalledMedia_AreTheirs()
    {
        var answers = Workbook.Of(["Name", "Email", "Score (5)"], ["Media", "media@example.org", 4], ["Ann Mean", null, 3]).Answers();
        Assert.Equal(["4/5", "3/5"], answers.Scores());
    }

    [Fact]
    public void Rows_ASingleOne_IsEnough() => Assert.Equal(["14/24"], Workbook.Of(["Name", "Score"], ["Ann Bell", "14/24"]).Answers().Scores());

    [Theory]
    [InlineData("absent")]
    [InlineData("-")]
    [InlineData(" ")]
    public void Rows_AllWithoutAScore_AreMissingAndNotZero(string score) =>
        Assert.Equal(["-", "-"], Workbook.Of(["Name", "Email", "Total Marks (24)"], ["Ann Bell", "ann@example.org", score], ["Bob Cole", "bob@example.org", score]).Answers().Scores());

    [Fact]
    public void Answer_LongerThanTheSampleKeeps_MayEndInTheMiddleOfAnEmoji()
    {
        var answer = new string('a', 399) + "🦉🦉";
        var layout = Workbook.Of(["Email", "Score (5)", answer], ["ann@example.org", 3, answer], ["bob@example.org", 4, "1" + answer]).Layout();
        Assert.Equal("A Email, B Score", layout.Roles());
    }

    [Theory]
    [InlineData("&#xD800;")]
    [InlineData("_xFFFE_")]
    [InlineData("_xD83D_")]
    public void Heading_OfWhatIsNoCharacter_IsReadOver(string heading)
    {
        var layout = Workbook.Of([heading, "Email", "Score (5)"], [heading, "ann@example.org", 3]).Layout();
        Assert.Equal("B Email, C Score", layout.Roles());
    }

    [Fact]
    public void Title_AboveTheHeadings_IsTheTests()
    {
        Assert.Equal("Quiz 7: Fractions", Workbook.Of(["12"], ["Quiz 7: Fractions"], ["Email", "Score"], ["ann@example.org", "4/5"]).Answers().Test.Title);
        Assert.Equal("Test 3 FEBRUARY 15th, 2026", Workbook.Of(["Email", "Score"], ["ann@example.org", "4/5"]).Answers(name: "Test 3 FEBRUARY 15th, 2026..xlsx").Test.Title);
    }

    [Fact]
    public void Score_WithItsMaximum_WinsOverOneWithout() =>
        Assert.Equal("Marks (24)", Workbook.Of(["Email", "Marks", "Marks (24)"], ["ann@example.org", 5, 6], ["bob@example.org", 4, 7]).Layout().Column(SourceColumnRole.Score)!.Heading);

    [Fact]
    public void Content_OfTwoRows_IsTheSameButForTheRowsNumber()
    {
        var rows = Workbook.Of(["No.", "Email", "Score (5)"], [1, "ann@example.org", 3], [2, "ann@example.org", 3], [3, "ann@example.org", 4]).Answers().Responses;

        Assert.Equal(rows[0].Content, rows[1].Content);
        Assert.NotEqual(rows[0].Content, rows[2].Content);
    }

    [Fact]
    public void Maximum_OfARowOfPointsPossible_IsThat()
    {
        var test = Workbook.Of(["Student", "Score"], ["    Points Possible", 40], ["Bell, Ann", 30]).Answers().Test;
        Assert.Equal((40, "from the row of points possible", false), (test.Maximum, test.MaximumWhy, test.IsMaximumAssumed));
    }

    [Fact]
    public void Maximum_OfAColumn_IsThatOfTheRow()
    {
        var answers = Workbook.Of(["Name", "Score", "Max score"], ["Ann Bell", 30, 40], ["Bob Cole", 30, 50], ["Cy Dunn", 45, 40]).Answers();
        Assert.Equal(["30/40", "30/50", "!'45' is above the maximum of 40"], answers.Scores());
    }

    [Fact]
    public void Maximum_InTheCells_MayDifferAndIsANote()
    {
        var answers = Workbook.Of(["Name", "Score"], ["Ann Bell", "4 / 5"], ["Bob Cole", "5 / 10"], ["Cy Dunn", "3 / 5"]).Answers();

        Assert.Equal(["4/5", "5/10", "3/5"], answers.Scores());
        Assert.Equal(5, answers.Test.Maximum);
        Assert.Equal(["several_maxima"], answers.Codes());
    }

    [Fact]
    public void Maximum_OfQuestionsWhoseBestPointsAddUp_IsAssumedAndAskedFor()
    {
        var answers = Workbook.Of(["Email", "Total points", "Points - Q1", "Points - Q2"], ["ann@example.org", 3, 1, 2], ["bob@example.org", 2, 2, 0], ["cy@example.org", null, 0, 0]).Answers();

        Assert.Equal((4, true), (answers.Test.Maximum, answers.Test.IsMaximumAssumed));
        Assert.Equal(["maximum_unknown", "missing_score"], answers.Codes());
        Assert.EndsWith("Say of how many they are.", answers.Notes[0].Message, StringComparison.Ordinal);
        Assert.Equal([new Correction("Test 1.xlsx", FileSetting.Maximum)], answers.Notes[0].Corrections);
    }

    [Fact]
    public void Percentage_BesidePoints_MustAgreeWithinItsOwnRounding()
    {
        var answers = Workbook.Of(["Email", "Score (24)", "Percentage"],
            ["ann@example.org", 14, "58.3%"], ["bob@example.org", 14, "58%"], ["cy@example.org", 14, 0.58333.AsPercent()], ["di@example.org", 14, "58.4%"], ["ed@example.org", null, "75%"]).Answers();

        Assert.Equal(["14/24", "14/24", "14/24", "14/24", "75/100"], answers.Scores());
        Assert.Equal([("percentage_taken", 6), ("score_disagrees", 5)], answers.Notes.Select(note => (note.Code, note.Place!.Value.Row!.Value)).Order());
    }

    [Theory]
    [InlineData("shopping", "no_score_column")]
    [InlineData("scores", "no_person_column")]
    [InlineData("nobody", "no_rows")]
    [InlineData("nothing", "empty_file")]
    public void Read_OfWhatIsNoTest_IsRefused(string what, string code)
    {
        var book = what switch
        {
            "shopping" => Workbook.Of(["Thing", "Price"], ["Pen", 3], ["Ink", 5]),
            "scores" => Workbook.Of(["Score", "Colour"], ["4/5", "red"], ["3/5", "red"]),
            "nobody" => Workbook.Of(["Email", "Score"]),
            _ => Workbook.Sheet(),
        };

        Assert.Equal(code, Assert.Throws<SourceException>(() => book.Answers()).Problem.Code);
    }

    [Fact]
    public void Csv_InTheEncodingsOfExcel_IsTheSame()
    {
        const string Text = "Prénom;Nom;E-mail;Note /20\nÉlodie;Brisant;elodie@example.org;14,5\n";
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Latin1, Encoding.Unicode])
        {
            var file = SourceFile.FromBytes("Contrôle 2.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
            var attempt = Assert.Single(Assert.Single(new ResultsCompiler().Compile([file]).Participants).Attempts);
            Assert.Equal(("Élodie Brisant", 72.5m, 2), (attempt.Response.Name, attempt.Response.Score!.Value.Percentage, attempt.Test.Number));
        }
    }

    private static IEnumerable<string?> Names(params object?[][] rows) => Workbook.Of(rows).Answers().Responses.Select(response => response.Name);

    [Fact]
    public void Recognise_AScoreColumnOfMostlyOddCells_IsTakenByItsHeading()
    {
        var answers = Workbook.Of(["Email", "Score"], ["ann@example.org", "see me"], ["bob@example.org", "14/24"], ["cy@example.org", "late"]).Answers();

        Assert.Equal(["!'see me' is no score", "14/24", "!'late' is no score"], answers.Scores());
    }
}
