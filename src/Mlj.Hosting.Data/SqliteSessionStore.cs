using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Mlj.Hosting.Sessions;

namespace Mlj.Hosting.Data;

/// <summary>
/// Sessions in a SQLite file, with a write-ahead log, so that readers do not wait for the writer. Several processes of one machine may use
/// one file. Safe to share between threads.
/// </summary>
public sealed class SqliteSessionStore : ISessionStore, IDisposable
{
    private const int ConstraintFailed = 19;

    private readonly DbContextOptions<SessionContext> _options;
    private readonly string _connection;

    /// <summary>Opens a file, which is made when it is not there, and brings it to the present schema.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidOperationException">A later version of the program made the file.</exception>
    /// <exception cref="IOException">The file's folder cannot be made.</exception>
    /// <exception cref="System.Data.Common.DbException">The file cannot be opened, or is no SQLite file.</exception>
    public SqliteSessionStore(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        _connection = new SqliteConnectionStringBuilder { DataSource = full, DefaultTimeout = 30 }.ToString();
        _options = new DbContextOptionsBuilder<SessionContext>().UseSqlite(_connection).AddInterceptors(new SecureDeletion()).Options;
        using var context = Open();
        SqliteSchema.Update(context);
    }

    /// <inheritdoc />
    public async ValueTask<bool> AddAsync(StoredSession session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        await using var context = Open();
        context.Sessions.Add(new SessionRow
        {
            Id = session.Id,
            Version = session.Version,
            Created = session.Created.ToUnixTimeMilliseconds(),
            Expires = session.Expires.ToUnixTimeMilliseconds(),
            State = session.State,
        });
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException error) when (error.InnerException is SqliteException { SqliteErrorCode: ConstraintFailed })
        {
            return false;
        }
    }

    /// <inheritdoc />
    public async ValueTask<StoredSession?> FindAsync(string id, CancellationToken cancellation = default)
    {
        await using var context = Open();
        return await context.Sessions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } row ? Read(row) : null;
    }

    /// <inheritdoc />
    public async ValueTask<bool> ReplaceAsync(StoredSession session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        await using var context = Open();
        var (id, version, former) = (session.Id, session.Version, session.Version - 1);
        var (created, expires, state) = (session.Created.ToUnixTimeMilliseconds(), session.Expires.ToUnixTimeMilliseconds(), session.State);
        return await context.Sessions.Where(row => row.Id == id && row.Version == former).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Version, version)
            .SetProperty(row => row.Created, created)
            .SetProperty(row => row.Expires, expires)
            .SetProperty(row => row.State, state), cancellation) == 1;
    }

    /// <inheritdoc />
    public async ValueTask ExtendAsync(string id, DateTimeOffset expires, CancellationToken cancellation = default)
    {
        await using var context = Open();
        var until = expires.ToUnixTimeMilliseconds();
        await context.Sessions.Where(row => row.Id == id && row.Expires < until).ExecuteUpdateAsync(set => set.SetProperty(row => row.Expires, until), cancellation);
    }

    /// <inheritdoc />
    public async ValueTask<bool> RemoveAsync(string id, CancellationToken cancellation = default)
    {
        await using var context = Open();
        return await context.Sessions.Where(row => row.Id == id).ExecuteDeleteAsync(cancellation) == 1;
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<StoredSession>> ExpiredAsync(DateTimeOffset at, int most, CancellationToken cancellation = default)
    {
        await using var context = Open();
        var until = at.ToUnixTimeMilliseconds();
        var rows = await context.Sessions.AsNoTracking().Where(row => row.Expires <= until).OrderBy(row => row.Expires).Take(most).ToListAsync(cancellation);
        return [.. rows.Select(Read)];
    }

    /// <inheritdoc />
    public async ValueTask<int> CountAsync(DateTimeOffset after, CancellationToken cancellation = default)
    {
        await using var context = Open();
        var from = after.ToUnixTimeMilliseconds();
        return await context.Sessions.CountAsync(row => row.Expires > from, cancellation);
    }

    /// <inheritdoc />
    public async ValueTask AddUseAsync(UseCount count, long more, CancellationToken cancellation = default)
    {
        await using var context = Open();
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO use_counts (name, times) VALUES ({NameOf(count)}, {more}) ON CONFLICT (name) DO UPDATE SET times = times + excluded.times", cancellation);
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<UseCount, long>> UseAsync(CancellationToken cancellation = default)
    {
        await using var context = Open();
        var rows = await context.Use.AsNoTracking().ToDictionaryAsync(row => row.Name, row => row.Times, StringComparer.Ordinal, cancellation);
        return Enum.GetValues<UseCount>().ToDictionary(count => count, count => rows.GetValueOrDefault(NameOf(count)));
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    private static StoredSession Read(SessionRow row) =>
        new(row.Id, row.Version, DateTimeOffset.FromUnixTimeMilliseconds(row.Created), DateTimeOffset.FromUnixTimeMilliseconds(row.Expires), row.State);

    private static string NameOf(UseCount count) => JsonNamingPolicy.SnakeCaseLower.ConvertName(count.ToString());

    private SessionContext Open() => new(_options);
}
