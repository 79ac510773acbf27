namespace Mlj.Architecture.Tests.Violators.Actions;

internal static class OpensFile
{
    public static string Read(string path) => File.ReadAllText(path);
}
