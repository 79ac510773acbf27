namespace Mlj.Sources.Csv;

/// <summary>A language by which a code page is known: its letters beyond ASCII, in lower case, and words that lists of people have.</summary>
internal sealed record CodePageLanguage(int CodePage, string Name, string Letters, params string[] Words)
{
    /// <summary>The languages by code page, those of Windows-1252 first.</summary>
    public static readonly CodePageLanguage[] All =
    [
        new(1252, "French", "àâçéèêëîïôœùûüÿ", "nom", "prénom", "courriel", "note", "élève"),
        new(1252, "German", "äöüßé", "name", "vorname", "nachname", "punkte", "ergebnis"),
        new(1252, "Spanish", "áéíñóúü¿¡ªº", "nombre", "apellido", "apellidos", "correo", "nota"),
        new(1252, "Portuguese", "áâãàçéêíóôõúªº", "nome", "sobrenome", "aluno", "nota", "pontuação"),
        new(1252, "Italian", "àèéìòóùªº", "nome", "cognome", "voto", "punteggio"),
        new(1252, "Nordic", "åäöæøéü", "namn", "navn", "efternamn", "etternavn", "poäng"),
        new(1252, "Icelandic", "áðéíóúýþæö", "nafn", "netfang", "einkunn", "kennitala", "stig"),
        new(1252, "Dutch", "éëïöüèáó", "naam", "voornaam", "achternaam", "cijfer"),
        new(1250, "Polish", "ąćęłńóśźż", "imię", "nazwisko", "punkty", "ocena", "wynik", "klasa", "liczba"),
        new(1250, "Czech", "áčďéěíňóřšťúůýž", "jméno", "příjmení", "body", "známka", "třída"),
        new(1250, "Slovak", "áäčďéíĺľňóôŕšťúýž", "meno", "priezvisko", "body", "známka", "trieda"),
        new(1250, "Hungarian", "áéíóöőúüű", "név", "vezetéknév", "keresztnév", "pontszám", "osztály"),
        new(1250, "Romanian", "ăâîşţ", "nume", "prenume", "nota", "punctaj", "clasa"),
        new(1250, "Croatian", "čćđšž", "ime", "prezime", "priimek", "bodovi", "točke", "ocjena"),
        new(1251, "Russian", "абвгдежзийклмнопрстуфхцчшщъыьэюяё", "фио", "имя", "фамилия", "почта", "баллы", "балл", "оценка"),
        new(1251, "Ukrainian", "абвгдежзийклмнопрстуфхцчшщьюяґєії", "піб", "ім", "прізвище", "пошта", "бали", "оцінка"),
        new(1251, "Bulgarian", "абвгдежзийклмнопрстуфхцчшщъьюя", "име", "фамилия", "имейл", "точки", "оценка"),
        new(1251, "Serbian", "абвгдђежзијклљмнњопрстћуфхцчџш", "име", "презиме", "пошта", "бодови", "поени"),
        new(1253, "Greek", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ", "όνομα", "επώνυμο", "βαθμός", "σύνολο"),
        new(1254, "Turkish", "çğıöşüâîiİ", "ad", "adı", "soyad", "soyadı", "posta", "puan", "öğrenci", "toplam"),
        new(1255, "Hebrew", "אבגדהוזחטיכךלמםנןסעפףצץקרשת", "שם", "ציון", "דואר"),
        new(1256, "Arabic", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ", "الاسم", "اسم", "البريد", "الدرجة"),
        new(1257, "Latvian", "āčēģīķļņšūž", "vārds", "uzvārds", "punkti", "pasts"),
        new(1257, "Lithuanian", "ąčęėįšųūž", "vardas", "pavardė", "paštas", "taškai"),
        new(1257, "Estonian", "äöõüšž", "nimi", "eesnimi", "perekonnanimi", "punktid"),
    ];

    /// <summary>Whether the language is written with the letters of ASCII and a few more.</summary>
    public bool IsLatin => Letters[0] < '\u0370';
}
