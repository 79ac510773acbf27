using Mlj.Sources;
using Mlj.Values;

namespace Mlj;

/// <summary>The wording of what keeps a file out of a compilation beyond its own contents.</summary>
internal static class CompilerErrors
{
    public static SourceException SameContent(string file, string same) =>
        Make("same_file", file == same ? "The file was handed in twice." : $"The file is the same, byte for byte, as '{same}'.", file, "It was read once; leave one of them out.");

    public static SourceException SameName(string file) =>
        Make("same_name", "Another file of the same name was handed in.", file, "Rename one of them, so that messages and the ledger can tell them apart.");

    private static SourceException Make(string code, string what, string file, string remedy) => new(new Problem(code, what, new Place(file), remedy));
}
