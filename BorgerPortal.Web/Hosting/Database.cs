using BorgerPortal.Domain;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Web.Hosting;

/// <summary>Adds the database that the configuration names.</summary>
internal static class Database
{
    private const string Provider = "Database:Provider";
    private const string ConnectionString = "ConnectionStrings:BorgerPortal";

    /// <exception cref="StartRefusedException">The settings name no database. What they say is not repeated: it may hold a password.</exception>
    public static void AddDatabase(this WebApplicationBuilder builder, string dataFolder)
    {
        var provider = builder.Configuration[Provider];
        switch (string.IsNullOrWhiteSpace(provider) ? "SQLITE" : provider.ToUpperInvariant())
        {
            case "SQLITE":
                builder.Services.AddSqlite(new SqliteSettings(FindFile(builder.Configuration, dataFolder), FindSynchronous(builder)));
                break;
            case "POSTGRESQL":
                builder.Services.AddPostgreSql(FindServer(builder.Configuration));
                break;
            default:
                throw new StartRefusedException($"{Provider}: '{provider}' is no database of this release, which has Sqlite and PostgreSql.");
        }
    }

    private static PostgreSqlSettings FindServer(IConfiguration configuration)
    {
        var connectionString = configuration.GetConnectionString("BorgerPortal");
        try
        {
            return new PostgreSqlSettings(connectionString ?? "");
        }
        catch (ArgumentException exception)
        {
            throw new StartRefusedException(
                $"{ConnectionString} {(string.IsNullOrWhiteSpace(connectionString) ? "is not set" : "cannot be read")}. "
                + "For PostgreSQL it says where the database is: Host=db.example.dk;Database=borgerportal;Username=borgerportal;Password=...",
                exception);
        }
    }

    private static string FindFile(IConfiguration configuration, string dataFolder)
    {
        var connectionString = configuration.GetConnectionString("BorgerPortal");
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return Path.Combine(dataFolder, "borgerportal.db");
        }

        try
        {
            return Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource, dataFolder);
        }
        catch (ArgumentException exception)
        {
            throw new StartRefusedException(
                $"{ConnectionString} cannot be read. For SQLite it names a file: Data Source=/var/lib/borgerportal/borgerportal.db",
                exception);
        }
    }

    // Only the durability harness turns it off, to prove that it would notice.
    private static string FindSynchronous(WebApplicationBuilder builder) => builder.Configuration["Database:Sqlite:Synchronous"] switch
    {
        null or "" or "FULL" => "FULL",
        "OFF" when builder.Environment.IsDevelopment() => "OFF",
        _ => throw new StartRefusedException("Database:Sqlite:Synchronous is FULL: an acknowledged booking must survive a power cut."),
    };
}
