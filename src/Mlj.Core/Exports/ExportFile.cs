namespace Mlj.Exports;

/// <summary>Files that are written as a whole or not at all.</summary>
public static class ExportFile
{
    /// <summary>Writes a file: one that was there before is replaced only when the new one is complete.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="write">Writes the contents; when it fails, nothing changes.</param>
    /// <exception cref="IOException">The file cannot be written, or its folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(write);
        var whole = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(whole)!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        if (Directory.Exists(whole))
            throw new IOException($"'{whole}' is a folder.");
        var draft = Path.Combine(folder, $".{Path.GetFileName(whole)}.{Environment.ProcessId}.draft");
        try
        {
            using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
                write(stream);
            File.Move(draft, whole, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
