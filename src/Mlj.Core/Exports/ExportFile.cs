namespace Mlj.Exports;

/// <summary>Files that are written as a whole or not at all. Safe to use from several threads and programs, also for one file.</summary>
public static class ExportFile
{
    /// <summary>
    /// Writes a file: one that was there before is replaced only when the new one is complete. Whoever reads it has the former one or the new one,
    /// whole; of several who write it at once, the last to finish has it.
    /// </summary>
    /// <param name="path">Where to. A symbolic link stays, and the file that it leads to is replaced.</param>
    /// <param name="write">Writes the contents; when it fails, nothing changes.</param>
    /// <remarks>
    /// The contents first go to a file of a name of its own in the same folder, which begins with <c>.mlj-</c>; it is left behind only when the
    /// program is killed. Elsewhere than on Windows the new file may be read and written by those who might the former one.
    /// </remarks>
    /// <exception cref="IOException">The file cannot be written, or its folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(write);
        var whole = Path.GetFullPath(path);
        if (!Directory.Exists(Path.GetDirectoryName(whole)))
            throw new DirectoryNotFoundException($"There is no folder '{Path.GetDirectoryName(whole)}'.");
        if (Directory.Exists(whole))
            throw new IOException($"'{whole}' is a folder.");
        if (new FileInfo(whole).LinkTarget is not null)
            whole = File.ResolveLinkTarget(whole, returnFinalTarget: true)!.FullName;
        // The name says nothing of the file's own, which may be as long as a name can be.
        var draft = Path.Combine(Path.GetDirectoryName(whole)!, $".mlj-{Path.GetRandomFileName()}.draft");
        try
        {
            using (var stream = Create(draft, whole))
                write(stream);
            File.Move(draft, whole, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    private static FileStream Create(string draft, string former)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows() || !File.Exists(former))
            return new FileStream(draft, options);
        var mode = File.GetUnixFileMode(former);
        options.UnixCreateMode = mode;
        var stream = new FileStream(draft, options);
        // A new file never gets all that the mode says where the program's mask takes some of it away.
        File.SetUnixFileMode(stream.SafeFileHandle, mode);
        return stream;
    }
}
