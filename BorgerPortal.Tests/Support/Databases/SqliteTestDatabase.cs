using System.IO.Compression;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BorgerPortal.Tests.Support.Databases;

/// <summary>A SQLite file.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    public SqliteTestDatabase() => File = new SqliteSettings(Path.Combine(Folder.FullName, "borgerportal.db"));

    /// <summary>A file that was kept, unpacked.</summary>
    public SqliteTestDatabase(string kept)
        : this()
    {
        using var packed = new GZipStream(System.IO.File.OpenRead(kept), CompressionMode.Decompress);
        using var file = System.IO.File.Create(File.File);
        packed.CopyTo(file);
    }

    public SqliteSettings File { get; }

    public override string WithoutOverlapGuard => "DROP TRIGGER occupancies_insert; DROP TRIGGER occupancies_update";

    // Of the writer's connection.
    public override string WithoutSeatCheck => "PRAGMA ignore_check_constraints = ON";

    public override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Database:Provider", "Sqlite")];

    public override void AddTo(IServiceCollection services) => services.AddSqlite(File);

    public override void Dispose()
    {
        SqliteConnection.ClearAllPools();
        base.Dispose();
    }
}
