using System.Text;

namespace Mlj.Fuzzing.Seeds;

/// <summary>Small texts of values that are all right, in several dialects, and the encodings in which they may come.</summary>
internal static class TextSeeds
{
    /// <summary>The texts.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Timestamp,Email Address,Full Name,Score\r\n2024-01-02 10:00:00,ann@example.org,\"Lee, Ann\",17 / 20\r\n2024-01-02 10:05:00,zoe@example.org,Zoë,9 / 20\r\n",
        "Name;E-Mail;Punkte\nZoë Müller;zoe@example.org;8,5\nAnn;ann@example.org;10\n\nBob;bob@example.org;\n",
        "Name\tEmail\tScore\r\nAnn\tann@example.org\t85%\r\nBob\tbob@example.org\t40%",
        "Email|Score|Maximum\rann@example.org|17|20\rbob@example.org|18|20\r",
        "sep=;\r\nEmail;Score\r\nann@example.org;1.5\r\n\"bob@example.org\";\"2\"\r\n",
        "\"Name\",\"Email\",\"Score\"\n\"A \"\"B\"\"\nC\",ann@example.org,17\n,,\nx\ny,z,1,2,3,4\n",
        "Course,Optics\n,\nSurname,First name,Email address,Grade/10.00\nLee,Ann,ann@example.org,8.50\nOverall average,,,8.50\n",
        "Email\nann@example.org\n",
        "a,b\r\nc,d\n e , f \r,\n",
    ];

    /// <summary>The encodings, with their marks and without.</summary>
    public static IReadOnlyList<Encoding> Encodings { get; } =
    [
        new UTF8Encoding(false), new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false),
        new UTF32Encoding(false, true), Encoding.Latin1,
    ];
}
