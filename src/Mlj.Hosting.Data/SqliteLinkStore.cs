using Mlj.Hosting.Links;

namespace Mlj.Hosting.Data;

/// <summary>One-time links in the SQLite file of the sessions. Safe to share between threads.</summary>
public sealed class SqliteLinkStore : ILinkStore, IDisposable
{
    private readonly SqliteFile _file;

    /// <summary>Opens a file, which is made when it is not there, and brings it to the present schema.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidOperationException">A later version of the program made the file.</exception>
    public SqliteLinkStore(string path) => _file = new SqliteFile(path);

    /// <inheritdoc />
    public async ValueTask AddAsync(StoredLink link, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        await using var connection = await _file.OpenAsync(cancellation);
        await connection.ExecuteAsync(null, "INSERT INTO session_links (hash, session, expires, sealed) VALUES (@0, @1, @2, @3)", cancellation,
            link.Hash, link.Session, link.Expires.ToUnixTimeMilliseconds(), link.Sealed);
    }

    /// <inheritdoc />
    public async ValueTask<StoredLink?> TakeAsync(string hash, CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        return (await connection.RowsAsync(null, "DELETE FROM session_links WHERE hash = @0 RETURNING hash, session, expires, sealed",
            row => new StoredLink(row.GetString(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.GetString(3)), cancellation, hash)).SingleOrDefault();
    }

    /// <inheritdoc />
    public async ValueTask ForgetAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        await using var connection = await _file.OpenAsync(cancellation);
        await connection.ExecuteAsync(null, "DELETE FROM session_links WHERE expires < @0", cancellation, before.ToUnixTimeMilliseconds());
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Close();
}
