using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Tests.Persistence.Upgrades;

/// <summary>What a database of either kind holds, and whether it still refuses to sell a time twice.</summary>
internal static class KeptRows
{
    private const string TheirColumn = "note";
    private const string TheirTable = "rooms";

    /// <summary>Every row of every table of this release, by its columns of this release.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var rows = new List<string>();
        foreach (var table in await TextsAsync(connection, Tables(connection), cancellationToken))
        {
            if (table == TheirTable)
            {
                continue;
            }

            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var columns = (await reader.GetColumnSchemaAsync(cancellationToken))
                .Where(column => column.ColumnName != TheirColumn)
                .OrderBy(column => column.ColumnName, StringComparer.Ordinal).ToList();
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add($"{table}: {string.Join(", ", columns.Select(column => $"{column.ColumnName}={Text(reader.GetValue(column.ColumnOrdinal!.Value))}"))}");
            }
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    /// <summary>Occupies a caseworker's time once more, for another meeting.</summary>
    public static async Task OccupyTwiceAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO occupancies (case_worker_id, starts_at, ends_at, session, note)
            SELECT case_worker_id, starts_at, ends_at, '00000000-0000-4000-8000-000000000002', '' FROM occupancies LIMIT 1
            """;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Tables(DbConnection connection) => connection is SqliteConnection
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'"
        : "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_EF%'";

    private static string Text(object value) => value is byte[] bytes
        ? Convert.ToHexString(bytes)
        : value is Array many ? string.Join('|', many.Cast<object>()) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static async Task<IReadOnlyList<string>> TextsAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
