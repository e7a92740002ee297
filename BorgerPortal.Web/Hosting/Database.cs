using BorgerPortal.Domain;
using BorgerPortal.Domain.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Web.Hosting;

/// <summary>Adds the database that the configuration names.</summary>
internal static class Database
{
    public static void AddDatabase(this WebApplicationBuilder builder, string dataFolder)
    {
        var provider = builder.Configuration["Database:Provider"] ?? "Sqlite";
        if (!provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefusedException($"Database:Provider: '{provider}' is not a database of this release, which has Sqlite.");
        }

        builder.Services.AddSqlite(new SqliteSettings(FindFile(builder.Configuration, dataFolder), FindSynchronous(builder)));
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
                "ConnectionStrings:BorgerPortal cannot be read. For SQLite it names a file: Data Source=/var/lib/borgerportal/borgerportal.db",
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
