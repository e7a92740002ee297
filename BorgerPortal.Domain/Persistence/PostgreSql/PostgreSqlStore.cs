using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>
/// The PostgreSQL database of one or more running portals. A start looks at it and changes nothing: which of several
/// nodes would migrate, and when, is for the one who operates them to say.
/// </summary>
public sealed class PostgreSqlStore(PostgreSqlSettings settings) : IBookingStore
{
    /// <summary>How long a migration waits for what somebody else holds.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Changes the context that looks and migrates: so a test brings a migration that no release has yet.</summary>
    internal Action<DbContextOptionsBuilder> Adapt { get; init; } = _ => { };

    /// <summary>Refuses a database that cannot be reached, has another schema, lacks a guard, or does not keep what it acknowledges.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        try
        {
            await LookAsync(connection, cancellationToken);
        }
        catch (NpgsqlException exception)
        {
            throw new StoreRefusedException(
                $"ConnectionStrings:BorgerPortal: the PostgreSQL database {settings.Place} can be opened, but not used: {exception.Message}", exception);
        }
    }

    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        try
        {
            await PostgreSqlGate.TakeForMigrationAsync(connection, Patience, cancellationToken);
            await using var context = PostgreSqlSettings.CreateContext(connection, Adapt);
            context.Database.SetCommandTimeout(0);
            var pending = await SchemaVersion.PendingAsync(context, cancellationToken);
            if (pending.Count > 0)
            {
                await context.Database.MigrateAsync(cancellationToken);
            }

            await PostgreSqlGuards.MakeAsync(connection, cancellationToken);
            return pending;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new StoreRefusedException(
                $"Something else holds the PostgreSQL database {settings.Place}: another migration, an import, or a session of yours. Run `migrate` again when it has ended.",
                exception);
        }
        catch (NpgsqlException exception)
        {
            throw new StoreRefusedException(
                $"The migration of the PostgreSQL database {settings.Place} stopped: {exception.Message} Run `migrate` again when that is settled; it goes on where it stopped.",
                exception);
        }
    }

    private async Task LookAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var context = PostgreSqlSettings.CreateContext(connection, Adapt);
        if ((await SchemaVersion.PendingAsync(context, cancellationToken)).Count > 0)
        {
            throw new StoreRefusedException(
                $"The PostgreSQL database {settings.Place} has no schema yet, or that of an older release. Stop the portals that use it, "
                + "make a backup, and run the command `migrate` once; then start again.");
        }

        if (await PostgreSqlGuards.MissingAsync(connection, cancellationToken) is { Count: > 0 } missing)
        {
            throw new StoreRefusedException(
                $"The PostgreSQL database {settings.Place} lacks what keeps a time from being sold twice: {string.Join(", ", missing)}. "
                + "Run the command `migrate`, which makes it again; the portal does not start without it.");
        }

        await RefuseWhatIsNotKeptAsync(connection, cancellationToken);
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = settings.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (NpgsqlException exception)
        {
            await connection.DisposeAsync();
            throw new StoreRefusedException(
                $"ConnectionStrings:BorgerPortal: the PostgreSQL database {settings.Place} cannot be opened: {exception.Message}", exception);
        }
    }

    // An acknowledged booking must survive a power cut, whatever somebody has set for the role or the database.
    private async Task RefuseWhatIsNotKeptAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SHOW synchronous_commit", connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is "off")
        {
            throw new StoreRefusedException(
                $"The PostgreSQL database {settings.Place} has synchronous_commit = off, and would lose acknowledged bookings in a power cut. Set it to on.");
        }
    }
}
