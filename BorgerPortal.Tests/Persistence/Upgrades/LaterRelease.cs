using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BorgerPortal.Tests.Persistence.Upgrades;

/// <summary>
/// The stores of a release that is still to come: this one's, with two migrations more. The first changes tables that have
/// rows, guards and others that refer to them; the second makes a table.
/// </summary>
internal static class LaterRelease
{
    public static SqliteStore On(SqliteSettings settings) => new(settings) { Adapt = AddMigrations };

    public static PostgreSqlStore On(PostgreSqlSettings settings) => new(settings) { Adapt = AddMigrations };

    /// <summary>As the portal's own command migrate, which the environment tells where.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__BorgerPortal") is { } server)
        {
            return await On(new PostgreSqlSettings(server)).MigrateAsync(cancellationToken);
        }

        var file = Path.Combine(Environment.GetEnvironmentVariable("Data__Directory")!, "borgerportal.db");
        using var store = On(new SqliteSettings(file));
        return await store.MigrateAsync(cancellationToken);
    }

    private static void AddMigrations(DbContextOptionsBuilder options) => options.ReplaceService<IMigrationsAssembly, LaterMigrations>();
}
