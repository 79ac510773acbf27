namespace Mlj.Hosting.Telegram.Replies;

/// <summary>What buttons ask for. The words stand in messages that are out already: they do not change.</summary>
internal static class Verbs
{
    public const string Start = "start", Help = "help", Upload = "upload", Samples = "samples";
    public const string Consolidate = "cons", Table = "table", Notes = "notes";
    public const string Suggestions = "sugg", Same = "same", Different = "diff", AllSure = "sure";
    public const string Retakes = "ret", Attempts = "att";
    public const string Apply = "apply", Discard = "drop", Undo = "undo", Redo = "redo", Words = "words", Choice = "say";
    public const string Get = "get", Xlsx = "xlsx", Csv = "csv", Web = "web";
    public const string Delete = "del", DeleteYes = "delyes", GoBack = "back", DeleteFormer = "delold";

    /// <summary>At the end of an argument: steps that no longer fit are left out.</summary>
    public const string DropSteps = "!";
}
