using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mlj.Hosting.Data;

/// <summary>
/// Brings a SQLite file to the schema of this program, from any earlier one. A step, once released, never changes: what is new is a step at
/// the end. The number of steps done is the file's <c>user_version</c>.
/// </summary>
internal static class SqliteSchema
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE sessions (id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, created INTEGER NOT NULL, expires INTEGER NOT NULL, state TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX sessions_expires ON sessions (expires);
        CREATE TABLE use_counts (name TEXT NOT NULL PRIMARY KEY, times INTEGER NOT NULL) WITHOUT ROWID;
        """,
        """
        CREATE TABLE chats (id INTEGER NOT NULL PRIMARY KEY, used INTEGER NOT NULL, memory TEXT NOT NULL);
        CREATE TABLE chat_updates (id INTEGER NOT NULL PRIMARY KEY, chat INTEGER NOT NULL, received INTEGER NOT NULL, tries INTEGER NOT NULL, content TEXT);
        CREATE INDEX chat_updates_waiting ON chat_updates (chat, id) WHERE content IS NOT NULL;
        CREATE TABLE chat_messages (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, chat INTEGER NOT NULL, slot TEXT, not_before INTEGER NOT NULL, attempted_after INTEGER, content TEXT NOT NULL);
        CREATE INDEX chat_messages_chat ON chat_messages (chat, id);
        CREATE TABLE leases (name TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE session_links (hash TEXT NOT NULL PRIMARY KEY, session TEXT NOT NULL, expires INTEGER NOT NULL, sealed TEXT NOT NULL) WITHOUT ROWID;
        """,
    ];

    /// <exception cref="InvalidOperationException">The file was made by a later version of the program.</exception>
    public static void Update(DbContext context)
    {
        // Readers do not wait for the writer, and the file keeps this setting.
        context.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL;");
        using var transaction = context.Database.BeginTransaction();
        var done = Version(context);
        if (done > Steps.Length)
            throw new InvalidOperationException($"The session store has schema {done}; this program knows {Steps.Length}. It was used with a later version: go on with that one, or name another file.");
        for (; done < Steps.Length; done++)
        {
            context.Database.ExecuteSqlRaw(Steps[done]);
            SetVersion(context, done + 1);
        }
        transaction.Commit();
    }

    private static long Version(DbContext context)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = "PRAGMA user_version";
        return (long)command.ExecuteScalar()!;
    }

    private static void SetVersion(DbContext context, long version)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}");
        command.ExecuteNonQuery();
    }
}
