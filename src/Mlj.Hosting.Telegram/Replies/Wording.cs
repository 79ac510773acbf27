using System.Globalization;

namespace Mlj.Hosting.Telegram.Replies;

/// <summary>All that the bot says, in one place. Every reply has buttons that lead on.</summary>
internal static partial class Wording
{
    private static readonly Button HowToSend = new("How to send files", Press.Free(Verbs.Upload));
    private static readonly Button TryExample = new("Try the example class", Press.Free(Verbs.Samples));
    private static readonly Button ForHelp = new("Help", Press.Free(Verbs.Help));

    /// <summary>The menu of commands.</summary>
    public static readonly IReadOnlyList<(string Command, string Description)> Commands =
    [
        ("start", "What this is"),
        ("upload", "How to send files"),
        ("consolidate", "Make one table of the files"),
        ("table", "Look at the table"),
        ("undo", "Take the last change back"),
        ("web", "Open the same table in the page"),
        ("cancel", "Leave these files and begin anew"),
        ("delete", "Delete everything at once"),
        ("help", "All that I can do"),
    ];

    public static Reply Start() => new(
        "Send me the exports of your tests: xlsx or csv, one by one or as an album.\n"
        + "I merge them by e-mail into one table, show what I am unsure of, and lose no row.\n"
        + "Say what you want changed, look at the preview, take the workbook.",
        [[HowToSend, TryExample], [ForHelp]]);

    public static Reply Help() => new(new Lines()
        .Add("<b>Files</b>: send them as documents, /consolidate makes one table of them.")
        .Add("<b>People and retakes</b>: buttons under the table settle who is who and which attempt counts.")
        .Add("<b>Changes</b>: write what you want, such as <i>add pass fail at 50</i>. You see a preview; nothing changes before you press Apply. /undo takes the last change back.")
        .Add("<b>The file</b>: the button <i>Get the file</i> gives Excel or CSV.")
        .Add("<b>The page</b>: /web opens the same table in a browser, with every action, charts and files up to 50 MB.")
        .Add("<b>Your data</b>: deleted after an hour without use, or at once by /delete. /cancel leaves the files and begins anew.")
        .ToString(), [[HowToSend, TryExample]]);

    public static Reply Upload() => new(new Lines()
        .Add("Press the paper clip, choose <i>File</i>, mark the exports of your tests and send them: one file a test, xlsx or csv, up to 20 MB each.")
        .Add("A number in the file's name, such as <code>Test 3.xlsx</code>, becomes the number of the test. I need a column with e-mail addresses and one with scores.")
        .Add("Then press <i>Make the table</i>, or write /consolidate.")
        .ToString(), [[TryExample], [ForHelp]]);

    public static Reply NoWords() => new("I have no files yet, so there is nothing to change. Send me the exports of your tests first.", [[HowToSend, TryExample], [ForHelp]]);

    public static Reply NoFiles() => new("No files yet. Send me the exports of your tests first, or try the example class.", [[HowToSend, TryExample]]);

    public static Reply UnknownCommand() => new("I do not know this command. These I know:\n" + string.Join('\n', Commands.Select(each => $"/{each.Command} – {each.Description}")), [[HowToSend, TryExample], [ForHelp]]);

    public static Reply NotADocument() => new("I read files of tests: xlsx or csv, sent as documents. Pictures, voices and stickers I cannot use.", [[HowToSend, TryExample]]);

    public static Reply InAGroup() => new("Results are personal: please write to me in a private chat.", []);

    public static Reply Gone() => new("Those files are no longer here: they are deleted after an hour without use. Send them again, and the table is made anew.", [[HowToSend, TryExample]]);

    /// <summary>What goes before the present state when a button or a message was for an earlier one.</summary>
    public const string ChangedMeanwhile = "The table has changed since, so I did nothing. This is how it stands:";

    public const string OldButton = "That button belongs to files that you have left. This is how it stands now:";

    public static Reply Fault() => new("Something is wrong with me, and I could not finish that. Your files are still here: look at how things stand, then try again.", [[new Button("Look at the table", Press.Free(Verbs.Table))], [ForHelp]]);

    private static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    private static string With(string? first, string html) => first is null ? html : first + "\n" + html;
}
