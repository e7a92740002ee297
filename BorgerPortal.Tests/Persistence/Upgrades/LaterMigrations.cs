using System.Reflection;
using BorgerPortal.Domain.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BorgerPortal.Tests.Persistence.Upgrades;

/// <summary>The product's migrations of a database, and those that lie here.</summary>
internal sealed class LaterMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    private readonly Type _context = current.Context.GetType();

    public Assembly Assembly { get; } = typeof(BookingDbContext).Assembly;

    public ModelSnapshot? ModelSnapshot =>
        (ModelSnapshot?)Activator.CreateInstance(Assembly.GetTypes().Single(type => type.IsSubclassOf(typeof(ModelSnapshot)) && IsOfContext(type)));

    public IReadOnlyDictionary<string, TypeInfo> Migrations => new SortedDictionary<string, TypeInfo>(
        Assembly.GetTypes().Concat([typeof(SqliteNotes), typeof(SqliteRooms), typeof(PostgreSqlNotes), typeof(PostgreSqlRooms)])
            .Where(type => type.IsSubclassOf(typeof(Migration)) && IsOfContext(type))
            .ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>(inherit: false)!.Id, type => type.GetTypeInfo(), StringComparer.Ordinal),
        StringComparer.Ordinal);

    public string? FindMigrationId(string nameOrId) =>
        Migrations.Keys.FirstOrDefault(id => id == nameOrId || id.EndsWith("_" + nameOrId, StringComparison.Ordinal));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private bool IsOfContext(Type type) => type.GetCustomAttribute<DbContextAttribute>(inherit: false)?.ContextType == _context;
}
