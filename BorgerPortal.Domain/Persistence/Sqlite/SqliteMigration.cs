using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>
/// Everything that is pending, and the guards, in one commit: a process that is killed leaves the file as it was, or
/// whole (decision 85). EF writes the statements; by itself it would carry them out in several commits, and not go on
/// where it was killed between two of them.
/// </summary>
internal static class SqliteMigration
{
    /// <param name="context">On the connection.</param>
    /// <param name="connection">The writer's, of a process that has the file to itself.</param>
    /// <param name="cancellationToken">Ends it; nothing is changed then.</param>
    /// <exception cref="StoreRefusedException">A row would refer to one that is not there; nothing was changed.</exception>
    public static async Task RunAsync(SqliteBookingDbContext context, SqliteConnection connection, CancellationToken cancellationToken)
    {
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault();
        var statements = context.GetService<IMigrator>().GenerateScript(applied, options: MigrationsSqlGenerationOptions.NoTransactions);

        // A table that is rebuilt is dropped while others refer to it. Within a transaction this cannot be switched, so what
        // the statements themselves say of it goes unheard.
        await ExecuteAsync(connection, "PRAGMA foreign_keys = OFF", cancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await ExecuteAsync(connection, statements, cancellationToken);
            await RefuseBrokenReferencesAsync(connection, cancellationToken);
            await SqliteGuards.MakeAsync(connection, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await ExecuteAsync(connection, "PRAGMA foreign_keys = ON", cancellationToken);
    }

    private static async Task RefuseBrokenReferencesAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1";
        if (await command.ExecuteScalarAsync(cancellationToken) is string table)
        {
            throw new StoreRefusedException(
                $"The database {connection.DataSource} was not brought up to date: a row of {table} refers to one that is not there. It was left as it was.");
        }
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
