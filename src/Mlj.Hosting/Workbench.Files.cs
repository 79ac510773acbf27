using System.Globalization;
using System.Reflection;
using Mlj.Hosting.Blobs;
using Mlj.Hosting.Refusals;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Views;
using Mlj.Recognition;
using Mlj.Sources;

namespace Mlj.Hosting;

/// <content>Files: taken, looked at, corrected, removed.</content>
public sealed partial class Workbench
{
    // No session's id has it.
    private const char BlobSeparator = '_';
    private const string SamplePrefix = "samples/";
    private const int MaxNameLength = 255;

    /// <summary>Takes a file. It is written down as it comes, then looked at; what cannot be read at all is not kept.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="name">The name that the user knows; folders before it are cut off.</param>
    /// <param name="content">The bytes; read to the end or to the limit, not closed.</param>
    /// <param name="origin">The sender's own id of this upload: one that the session has already is neither read nor taken again. Null for none.</param>
    /// <param name="cancellation">Stops the upload; nothing is kept then.</param>
    public async Task<FileView> UploadAsync(SessionKey key, string name, Stream content, string? origin = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        name = NameOf(name);
        var session = await OpenAsync(key, cancellation);
        if (Of(origin, session) is { } known)
            return Show.File(known, session);
        CheckRoom(session, 0);
        return await TakeAsync(session, content, async (blob, receipt) =>
        {
            var recognised = await InspectAsync(name, blob, RecognitionOptions.None, cancellation);
            var upload = new Upload(Secrets.NewShortId(), name, blob, receipt.Length, receipt.Sha256, Now, RecognitionOptions.None, recognised, origin);
            var after = await ChangeAsync(key with { Version = null }, before =>
            {
                if (Of(origin, before) is not null)
                    return before;
                CheckRoom(before, upload.Size);
                return before with { Uploads = [.. before.Uploads, upload] };
            }, cancellation);
            if (Of(origin, after) is { } taken && taken.Blob != blob)
            {
                await _blobs.DeleteAsync(blob, CancellationToken.None);
                return Show.File(taken, after);
            }
            await _sessions.AddUseAsync(UseCount.Uploads, 1, CancellationToken.None);
            return Show.File(upload, after);
        }, cancellation);
    }

    /// <summary>Adds the example class: five exports of invented people. Those that the session has already are not added again.</summary>
    public async Task<SessionView> AddSamplesAsync(SessionKey key, CancellationToken cancellation = default)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(SamplePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            await using var content = assembly.GetManifestResourceStream(resource)!;
            await UploadAsync(key, resource[SamplePrefix.Length..], content, resource, cancellation);
        }
        return await SessionAsync(key, cancellation);
    }

    /// <summary>Corrects what was recognised of a file. The table stays as it is until the next consolidation.</summary>
    /// <param name="key">Which session.</param>
    /// <param name="file">The file's id.</param>
    /// <param name="corrections">What the user knows better, all of it; what is null is left to the recogniser.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<FileView> CorrectAsync(SessionKey key, string file, RecognitionOptions corrections, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        if (corrections.TestNumber < 1 || corrections.Maximum <= 0 || corrections.HeaderRow < 1)
            throw Refuse.Bad("out_of_range", "A test number and a heading's row count from 1, and a maximum is above 0.");
        var (session, _) = await ChangeAsync(key, async before =>
        {
            var upload = Find(before, file);
            try
            {
                var changed = upload with { Recognition = corrections, Recognised = await InspectAsync(upload.Name, upload.Blob, corrections, cancellation) };
                return (before with { Uploads = [.. before.Uploads.Select(each => each.Id == file ? changed : each)] }, null);
            }
            catch (SourceException error)
            {
                throw new RefusedException(new Refusal(RefusalKind.CannotBeDone, error.Problem.Code, error.Problem.ToString()), error);
            }
        }, cancellation);
        return Show.File(Find(session, file), session);
    }

    /// <summary>Removes a file. The table stays as it is until the next consolidation, which then forgets the file's bytes.</summary>
    public async Task<SessionView> RemoveAsync(SessionKey key, string file, CancellationToken cancellation = default) =>
        Show.Session(await ChangeAsync(key, before =>
        {
            Find(before, file);
            return before with { Uploads = [.. before.Uploads.Where(each => each.Id != file)] };
        }, cancellation));

    private static Upload? Of(string? origin, Session session) => origin is null ? null : session.Uploads.FirstOrDefault(each => each.Origin == origin);

    private static Upload Find(Session session, string file) => session.Uploads.FirstOrDefault(each => each.Id == file) ?? throw Refuse.NoUpload();

    private void CheckRoom(Session session, long more)
    {
        if (session.Uploads.Count >= Options.MaxFiles)
            throw Refuse.TooManyUploads(Options.MaxFiles);
        CheckBytes(session, more);
    }

    private void CheckBytes(Session session, long more)
    {
        if (session.Size + more > Options.MaxSessionBytes)
            throw Refuse.SessionTooLarge(Options.MaxSessionBytes);
    }

    /// <summary>Writes a file down as it comes and has it looked at and kept; when it is not, its bytes are forgotten.</summary>
    private async Task<T> TakeAsync<T>(Session session, Stream content, Func<string, BlobReceipt, Task<T>> keep, CancellationToken cancellation)
    {
        var blob = session.Id + BlobSeparator + Secrets.NewShortId();
        try
        {
            return await keep(blob, await _blobs.PutAsync(blob, content, Options.MaxFileBytes, cancellation));
        }
        catch (Exception error)
        {
            await _blobs.DeleteAsync(blob, CancellationToken.None);
            throw error switch
            {
                BlobTooLargeException => Refuse.TooLarge(Options.MaxFileBytes),
                SourceException { Problem: var problem } => Refuse.Unreadable(problem, error),
                _ => error,
            };
        }
    }

    private async Task<RecognisedFile> InspectAsync(string name, string blob, RecognitionOptions corrections, CancellationToken cancellation)
    {
        using var content = await _blobs.OpenAsync(blob, cancellation) ?? throw Refuse.FilesLost();
        var compiler = new ResultsCompiler(new CompilerOptions { Limits = Limits, RecognitionByFile = new Dictionary<string, RecognitionOptions> { [name] = corrections } });
        return await Task.Run(() => RecognisedFile.Of(compiler.Inspect(new SourceFile(name, content.Open), cancellation)), cancellation);
    }

    /// <summary>The name without folders, whichever system wrote it, and without what cannot be shown. It is data, never a path.</summary>
    private static string NameOf(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var shown = string.Concat(last.Where(letter => char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format))).Trim();
        return shown.Length switch
        {
            0 => throw Refuse.Unnamed(),
            > MaxNameLength => throw Refuse.Bad("name_too_long", $"The file's name has more than {MaxNameLength} letters. Give it a shorter one."),
            _ => shown,
        };
    }
}
