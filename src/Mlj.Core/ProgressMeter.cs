using Mlj.Sources;

namespace Mlj;

/// <summary>Counts what is read of the files of a compilation, and tells it now and then.</summary>
internal sealed class ProgressMeter
{
    private const long LeastStep = 256 << 10;

    private readonly IReadOnlyList<SourceFile> _files;
    private readonly IProgress<CompilationProgress>? _progress;
    private readonly long[] _lengths;
    private readonly long _inAll;
    private readonly long _step;
    private int _index = -1;
    private long _before;
    private long _within;
    private long _told;

    public ProgressMeter(IReadOnlyList<SourceFile> files, IProgress<CompilationProgress>? progress)
    {
        _files = files;
        _progress = progress;
        _lengths = progress is null ? [] : [.. files.Select(LengthOf)];
        _inAll = _lengths.Sum();
        _step = Math.Max(LeastStep, _inAll / 100);
    }

    /// <summary>Goes on to the next file.</summary>
    /// <returns>The file, to be read in its place.</returns>
    public SourceFile Next()
    {
        FinishFile();
        var file = _files[++_index];
        Tell();
        return _progress is null ? file : file.Watched(Count);
    }

    /// <summary>Tells that all files are read.</summary>
    public void Finish()
    {
        FinishFile();
        if (_index >= 0)
            Tell();
    }

    private void FinishFile()
    {
        if (_progress is null || _index < 0)
            return;
        _before += _lengths[_index];
        _within = 0;
    }

    // Parts of a file are read more than once, such as its first rows; what is read twice does not take it beyond its end.
    private void Count(int bytes)
    {
        _within = Math.Min(_within + bytes, _lengths[_index]);
        if (_before + _within - _told >= _step)
            Tell();
    }

    private void Tell()
    {
        _told = _before + _within;
        _progress?.Report(new CompilationProgress(_files[_index].Name, _index + 1, _files.Count, _told, _inAll));
    }

    private static long LengthOf(SourceFile file)
    {
        try
        {
            using var stream = file.OpenUnwatched();
            return stream.Length;
        }
        catch (SourceException)
        {
            return 0;
        }
    }
}
