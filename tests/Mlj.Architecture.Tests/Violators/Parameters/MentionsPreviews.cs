namespace Mlj.Architecture.Tests.Violators.Parameters;

internal static class MentionsPreviews
{
    public static IEnumerable<string> Preview(IEnumerable<string> previews) => previews.Select(preview => preview.Trim());
}
