namespace Mlj.Actions;

/// <summary>What stands for a grade or a verdict where there is no score: absent is not failed.</summary>
internal static class NotApplicable
{
    public const string Text = "N/A";
}
