using Mlj.Testing;

namespace Mlj.Hosting.Telegram.Tests;

/// <summary>Files to send.</summary>
internal static class Samples
{
    public static IReadOnlyList<(string Name, byte[] Content)> Class { get; } =
        [.. Directory.GetFiles(Repository.PathOf("samples"), "*.xlsx").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))];

    /// <summary>A small test of three people, two of whom have a retake or another address somewhere.</summary>
    public static byte[] Test(int number, string extra = "") => System.Text.Encoding.UTF8.GetBytes(
        $"Full Name,Email,Score (100)\nAda Quill,ada.quill@example.org,{40 + number}\nBen Torvald,ben.torvald@example.org,{70 + number}\nCleo Marrow,cleo.marrow@example.org,{90 - number}\n{extra}");
}
