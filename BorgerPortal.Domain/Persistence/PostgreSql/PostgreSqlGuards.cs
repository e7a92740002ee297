using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>
/// What the database itself refuses, whoever writes: two sessions in one piece of a caseworker's time, a piece of no
/// proper length, more seats than a group has, two bookings of one citizen at one time of one offer, and any change of what
/// was put down as evidence. They are made
/// with each migration, and a start refuses when one is missing.
/// </summary>
public static class PostgreSqlGuards
{
    /// <summary>Each constraint of a table, as PostgreSQL itself writes it down.</summary>
    private static readonly (string Name, string Table, string Definition)[] Constraints =
    [
        ("ex_occupancies", "occupancies",
            "EXCLUDE USING gist (case_worker_id WITH =, tstzrange(starts_at, ends_at) WITH &&, session WITH <>)"),
        ("ck_occupancies_length", "occupancies",
            "CHECK (ends_at > starts_at AND (ends_at - starts_at) <= '24:00:00'::interval)"),
        ("ck_timeslots_seats", "timeslots",
            "CHECK (seats_taken >= 0 AND (total_seats IS NULL OR seats_taken <= total_seats))"),
    ];

    private static readonly (string Name, string Definition)[] Indexes =
    [
        ("ux_bookings_citizen_option_start",
            "CREATE UNIQUE INDEX ux_bookings_citizen_option_start ON bookings USING btree (citizen_id, option_id, starts_at) WHERE state <> 3"),

        // Guards nothing, but EF Core makes no index of a column of a complex type.
        ("ix_bookings_job_centre_start",
            "CREATE INDEX ix_bookings_job_centre_start ON bookings USING btree (job_centre_code, starts_at)"),
    ];

    private const string RefuseChange = """
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''append-only'' USING ERRCODE = ''check_violation''; END'
        """;

    private static readonly (string Name, string Table, string Definition)[] Triggers =
    [
        AppendOnly("evidence_receipts"),
        AppendOnly("work_handlings"),
    ];

    // The pretty form leaves out what is needless: the schema that is searched anyway, and brackets.
    private const string Found = """
        SELECT conname::text, pg_get_constraintdef(oid, true) FROM pg_constraint
        WHERE connamespace = current_schema()::regnamespace AND convalidated
        UNION ALL
        SELECT c.relname::text, pg_get_indexdef(c.oid, 0, true) FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND i.indisvalid
        UNION ALL
        SELECT t.tgname::text, pg_get_triggerdef(t.oid, true) FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled = 'O'
        """;

    /// <summary>Makes those that are not there, or not as they should be.</summary>
    public static async Task MakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var missing = await MissingAsync(connection, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (name, table, definition) in Constraints.Where(guard => missing.Contains(guard.Name)))
        {
            await ExecuteAsync(connection, $"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}", cancellationToken);
            await ExecuteAsync(connection, $"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}", cancellationToken);
        }

        foreach (var (name, definition) in Indexes.Where(guard => missing.Contains(guard.Name)))
        {
            await ExecuteAsync(connection, $"DROP INDEX IF EXISTS {name}", cancellationToken);
            await ExecuteAsync(connection, definition, cancellationToken);
        }

        foreach (var (name, table, definition) in Triggers.Where(guard => missing.Contains(guard.Name)))
        {
            await ExecuteAsync(connection, RefuseChange, cancellationToken);
            await ExecuteAsync(connection, $"DROP TRIGGER IF EXISTS {name} ON {table}", cancellationToken);
            await ExecuteAsync(connection, definition, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The guards that are not there, or not as they should be.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var found = new HashSet<(string Name, string Definition)>();
        await using var command = new NpgsqlCommand(Found, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return [.. Constraints.Concat(Triggers).Select(guard => (guard.Name, guard.Definition)).Concat(Indexes).Where(guard => !found.Contains(guard)).Select(guard => guard.Name)];
    }

    private static (string Name, string Table, string Definition) AppendOnly(string table) => (
        $"{table}_append_only",
        table,
        $"CREATE TRIGGER {table}_append_only BEFORE DELETE OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()");

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // A large table takes its time.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
