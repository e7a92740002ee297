using System.Data.Common;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>
/// What the database itself refuses, whoever writes: two sessions in one piece of a caseworker's time, two bookings
/// of one citizen at one time of one offer, and any change of what was put down as evidence. SQLite drops such things without a word when it rebuilds a table, so they
/// are made again after each migration, and a start refuses when one is missing.
/// </summary>
public static class SqliteGuards
{
    private const string Overlaps = """
        EXISTS (SELECT 1 FROM occupancies AS other
                WHERE other.case_worker_id = NEW.case_worker_id
                  AND other.starts_at < NEW.ends_at
                  AND other.starts_at > NEW.starts_at - 86400000
                  AND other.ends_at > NEW.starts_at
                  AND other.session <> NEW.session)
        """;

    private const string WrongLength = "(NEW.ends_at <= NEW.starts_at OR NEW.ends_at - NEW.starts_at > 86400000)";

    /// <summary>Each guard by its name in sqlite_master.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["occupancies_insert"] = Trigger("occupancies_insert", "INSERT"),
        ["occupancies_update"] = Trigger("occupancies_update", "UPDATE"),
        ["evidence_receipts_update"] = AppendOnly("evidence_receipts", "UPDATE"),
        ["evidence_receipts_delete"] = AppendOnly("evidence_receipts", "DELETE"),
        ["work_handlings_update"] = AppendOnly("work_handlings", "UPDATE"),
        ["work_handlings_delete"] = AppendOnly("work_handlings", "DELETE"),
        ["ux_bookings_citizen_option_start"] = """
            CREATE UNIQUE INDEX ux_bookings_citizen_option_start ON bookings (citizen_id, option_id, starts_at) WHERE state <> 3
            """,

        // Guards nothing, but EF Core makes no index of a column of a complex type.
        ["ix_bookings_job_centre_start"] = "CREATE INDEX ix_bookings_job_centre_start ON bookings (job_centre_code, starts_at)",
    };

    /// <summary>Makes the guards anew, whatever was there before, within the transaction that is open on the connection.</summary>
    public static async Task MakeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var (name, sql) in All)
        {
            var kind = sql.StartsWith("CREATE TRIGGER", StringComparison.Ordinal) ? "TRIGGER" : "INDEX";
            await ExecuteAsync(connection, $"DROP {kind} IF EXISTS {name}", cancellationToken);
            await ExecuteAsync(connection, sql, cancellationToken);
        }
    }

    /// <summary>The guards that are not there, or not as they should be.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found[reader.GetString(0)] = reader.GetString(1);
        }

        return [.. All.Where(guard => !found.TryGetValue(guard.Key, out var sql) || sql != guard.Value).Select(guard => guard.Key)];
    }

    private static string Trigger(string name, string change) => $"""
        CREATE TRIGGER {name} BEFORE {change} ON occupancies
        WHEN {WrongLength} OR {Overlaps}
        BEGIN SELECT RAISE(ABORT, 'occupied'); END
        """;

    private static string AppendOnly(string table, string change) => $"""
        CREATE TRIGGER {table}_{change.ToLowerInvariant()} BEFORE {change} ON {table}
        BEGIN SELECT RAISE(ABORT, 'append-only'); END
        """;

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
