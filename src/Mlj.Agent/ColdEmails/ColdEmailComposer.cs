namespace Mlj.Agent.ColdEmails;

/// <summary>Writes a cold e-mail from the given facts alone, without a model. It keeps <see cref="ColdEmailRules"/>.</summary>
internal static class ColdEmailComposer
{
    /// <summary>Room for the words around what is given, in a paragraph.</summary>
    private const int Room = ColdEmailRules.LongestParagraph - 100;

    /// <summary>Writes the e-mail.</summary>
    /// <param name="request">The facts; none that is required may be missing.</param>
    public static ColdEmailReply Compose(ColdEmailRequest request)
    {
        var company = Fitting(request.Company, 60, "your organisation");
        var focus = Fitting(request.RoleFocus, 80, "your work");
        var offering = Fitting(request.YourOffering, Room, "what we do");
        var credentials = Fitting(request.YourCredentials, Room - 40, "");
        var notes = Fitting(request.ResearchNotes, Room - 40, "");
        var title = FactText.Line(request.YourTitle);
        string[] paragraphs =
        [
            notes.Length > 0 ? $"I read this about you: {Ended(notes)} That is why I write to you." : $"I write to you because you look after {focus} at {Ended(company)}",
            $"My offer is this: {Ended(offering)}",
            (credentials.Length > 0 ? $"About me: {Ended(credentials)} " : "") + "Would you have time for a short call?" + Link(request),
        ];
        var email = new ColdEmailText(Subject(request), $"""
            Hello {FactText.Line(request.RecipientName)},

            {string.Join("\n\n", paragraphs)}

            Kind regards,
            {FactText.Line(request.YourName)}{(title.Length > 0 ? "\n" + title : "")}
            """.ReplaceLineEndings("\n"));
        return new()
        {
            Reasoning = new([$"{focus} at {company}", notes.Length > 0 ? notes : $"what is new for {focus}"], offering, credentials.Length > 0 ? credentials : offering),
            Email = email,
        };
    }

    private static string Subject(ColdEmailRequest request) =>
        $"A question about {Fitting(request.RoleFocus, 40, "work", words: 3)} at {Fitting(request.Company, 40, "present", words: 3)}";

    private static string Link(ColdEmailRequest request) =>
        (request.Links ?? []).Select(FactText.Line).FirstOrDefault(link => link.Length is > 0 and <= 60 && !link.Contains(' ', StringComparison.Ordinal)) is { } link ? $" More: {link}" : "";

    /// <summary>The given text as it fits; other words where none of it does.</summary>
    private static string Fitting(string? text, int characters, string otherwise, int words = int.MaxValue) =>
        FactText.Short(FactText.Line(text), characters, words) is { Length: > 0 } fitting ? fitting : otherwise;

    private static string Ended(string text) => text[^1] is '.' or '!' or '?' ? text : text + ".";
}
