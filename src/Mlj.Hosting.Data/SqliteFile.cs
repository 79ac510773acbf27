using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Mlj.Hosting.Data;

/// <summary>The file that the stores share, at the present schema. Several processes of one machine may use it.</summary>
internal sealed class SqliteFile
{
    private readonly string _connection;

    /// <exception cref="InvalidOperationException">A later version of the program made the file.</exception>
    public SqliteFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        _connection = new SqliteConnectionStringBuilder { DataSource = full, DefaultTimeout = 30 }.ToString();
        using var context = new SessionContext(new DbContextOptionsBuilder<SessionContext>().UseSqlite(_connection).AddInterceptors(new SecureDeletion()).Options);
        SqliteSchema.Update(context);
    }

    /// <summary>Opens a connection that overwrites what it deletes: it was people's data.</summary>
    public async ValueTask<SqliteConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connection);
        try
        {
            await connection.OpenAsync(cancellation);
            await connection.ExecuteAsync(null, "PRAGMA secure_delete = ON", cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }
}
