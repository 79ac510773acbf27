using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Mlj.Hosting.Data;

/// <summary>Commands in one line. Values are parameters, <c>@0</c>, <c>@1</c> and so on; they are never a part of the text.</summary>
internal static class SqliteCommands
{
    public static async Task<int> ExecuteAsync(this SqliteConnection connection, SqliteTransaction? transaction, string text, CancellationToken cancellation, params object?[] values)
    {
        await using var command = Command(connection, transaction, text, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The first value of the first row; null for none.</summary>
    public static async Task<T?> ValueAsync<T>(this SqliteConnection connection, string text, CancellationToken cancellation, params object?[] values)
    {
        await using var command = Command(connection, null, text, values);
        return await command.ExecuteScalarAsync(cancellation) is T value ? value : default;
    }

    public static async Task<List<T>> RowsAsync<T>(this SqliteConnection connection, SqliteTransaction? transaction, string text, Func<SqliteDataReader, T> read, CancellationToken cancellation, params object?[] values)
    {
        await using var command = Command(connection, transaction, text, values);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }

    private static SqliteCommand Command(SqliteConnection connection, SqliteTransaction? transaction, string text, object?[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        for (var index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"@{index}"), values[index] ?? DBNull.Value);
        return command;
    }
}
