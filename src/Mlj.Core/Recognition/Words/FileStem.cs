namespace Mlj.Recognition.Words;

/// <summary>What a file is called, which may say which test it is and of how many the points are.</summary>
internal static class FileStem
{
    /// <summary>A file's name without its ending, which has at most four letters.</summary>
    public static string Of(string file) => file.LastIndexOf('.') is > 0 and var dot && file.Length - dot <= 5 ? file[..dot] : file;
}
