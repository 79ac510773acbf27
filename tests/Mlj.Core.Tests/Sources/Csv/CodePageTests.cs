using System.Text;
using Mlj.Sources;
using Mlj.Testing.Workbooks;
using Mlj.Values;

namespace Mlj.Tests.Sources.Csv;

public class CodePageTests
{
    [Theory]
    [InlineData(1250, "Polish", "Imię i nazwisko;E-mail;Punkty\nŁukasz Żak;a@example.org;16,5\nŚwiętosława Ćwik;b@example.org;5,5\nŚrednia;;11\n")]
    [InlineData(1250, "Czech", "Jméno;Příjmení;Body\nJiří;Dvořák;12\nRůžena;Němcová;9\n")]
    [InlineData(1250, "Hungarian", "Név;Pontszám\nErdős Ödön;12\nSzűcs Győző;9\nTóth Gergő;4\n")]
    [InlineData(1250, "Croatian", "Ime;Prezime;Bodovi\nAnđela;Kovačić;12\nIvo;Perić;9\n")]
    [InlineData(1251, "Russian", "ФИО;Эл. почта;Баллы\nАнна Орлова;a@example.org;16\nПётр Шубин;b@example.org;5\nСреднее;;10,5\n")]
    [InlineData(1251, "Ukrainian", "Прізвище;Ім'я;Бали\nШевчук;Їлона;12\nКовальчук;Євген;9\n")]
    [InlineData(1253, "Greek", "Όνομα;Επώνυμο;Βαθμός\nΓιώργος;Παπαδόπουλος;12\nΕλένη;Νικολάου;9\n")]
    [InlineData(1254, "Turkish", "Ad Soyad;E-posta;Puan\nGülşen Işık;a@example.org;16\nİlker Doğan;b@example.org;5\n")]
    [InlineData(1256, "Arabic", "الاسم;البريد;الدرجة\nليلى حداد;a@example.org;16\n")]
    [InlineData(1257, "Lithuanian", "Vardas;Pavardė;Taškai\nRūta;Kazlauskienė;12\nŽydrūnas;Šimkus;9\n")]
    public void Text_OfALanguageThatAnotherCodePageHas_IsReadInIt(int codePage, string language, string text)
    {
        using var book = Open(codePage, text);

        Assert.Equal(text.TrimEnd('\n').Split('\n').SelectMany(line => line.Split(';')).Where(cell => cell.Length > 0), book.ReadCells().Select(cell => cell.Split(' ', 3)[2]));
        var note = Assert.Single(book.Notes);
        Assert.Equal(("encoding_guessed", NoteLevel.Review), (note.Code, note.Level));
        Assert.Contains($"Windows-{codePage}", note.Message, StringComparison.Ordinal);
        Assert.Contains(language, note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nom;Prénom;Note\nLefèvre;Zoé;12\nGarçon;Anaïs;9\nŒuvrard;Noël;4\n")]
    [InlineData("Name;Vorname;Punkte\nMüller;Jörg;12\nGroß;Änne;9\n")]
    [InlineData("Nombre;Apellidos;Nota\nÍñigo;Muñoz;12\nÁngel;Núñez Pérez;9\n")]
    [InlineData("Nome;Sobrenome;Pontuação\nJoão;Simões;12\nConceição;Araújo;9\n")]
    [InlineData("Nafn;Einkunn\nÞórður Sigurðsson;12\nGuðrún Ýr Jónsdóttir;9\n")]
    [InlineData("Navn;Score\nSøren Ågård;12\nKjærsti Bjørk;9\n")]
    [InlineData("Name;Score\nZoë Bell;12\n")]
    [InlineData("Name;Remark\nAnn Bell;it’s “fine” – 3 €\n")]
    [InlineData("Name;Score\nAnn Bell;12\nSe\u00f1or \u00fej\u00f0;3\n")]
    public void Text_OfWesternLanguagesOrWithLittleEvidence_StaysInWindows1252(string text)
    {
        using var book = Open(1252, text);

        Assert.Equal(text.TrimEnd('\n').Split('\n').SelectMany(line => line.Split(';')), book.ReadCells().Select(cell => cell.Split(' ', 3)[2]));
        Assert.Equal(new Note(NoteLevel.Information, "encoding_guessed", "encoding guessed: Windows-1252", new Place("a.csv")), Assert.Single(book.Notes));
    }

    private static ISourceBook Open(int codePage, string text) =>
        SourceFormats.Default.Open(SourceFile.FromBytes("a.csv", CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text)));
}
