using System.Globalization;
using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>
/// What keeps a larger change (an import, a migration) apart from bookings, in whichever process each of them runs: an
/// advisory lock that bookings share and a larger change has alone. It goes with its connection, so nobody has to clean
/// up after a process that was killed.
/// </summary>
internal static class PostgreSqlGate
{
    private const long Key = 0x426F726765725050;

    private static readonly string Number = Key.ToString(CultureInfo.InvariantCulture);

    /// <summary>For a plan, until its transaction ends.</summary>
    public static readonly string Share = $"SELECT pg_advisory_xact_lock_shared({Number})";

    /// <summary>For a larger change, until its transaction ends.</summary>
    public static readonly string TakeAlone = $"SELECT pg_advisory_xact_lock({Number})";

    /// <summary>A larger change waits for locks for as long as it takes, unlike a plan.</summary>
    public const string WaitForLocks = "SET LOCAL lock_timeout = 0";

    /// <summary>For a migration, until its connection ends. A wait that is too long, for this or a table, is an error (55P03).</summary>
    public static async Task TakeForMigrationAsync(NpgsqlConnection connection, TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture, $"SET lock_timeout = {(long)patience.TotalMilliseconds}; SELECT pg_advisory_lock({Number})");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
