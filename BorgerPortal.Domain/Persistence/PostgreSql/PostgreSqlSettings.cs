using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>How the portal opens its PostgreSQL database.</summary>
public sealed class PostgreSqlSettings
{
    // What the connection string says itself comes later, and so counts. Nothing that needs a reset is ever set on a connection.
    private const string Defaults =
        "Application Name=BorgerPortal;Timeout=5;Maximum Pool Size=40;Max Auto Prepare=200;Auto Prepare Min Usages=2;No Reset On Close=true;";

    private readonly NpgsqlConnectionStringBuilder _builder;

    /// <param name="connectionString">As Npgsql reads it.</param>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public PostgreSqlSettings(string connectionString)
    {
        _builder = new NpgsqlConnectionStringBuilder(Defaults + connectionString);
        if (string.IsNullOrWhiteSpace(_builder.Host))
        {
            throw new ArgumentException("It names no host.", nameof(connectionString));
        }
    }

    /// <summary>Where the database is, as a message may say it: without the password.</summary>
    public string Place => $"'{_builder.Database ?? _builder.Username}' at {_builder.Host}:{_builder.Port}";

    /// <summary>
    /// Plans that are written at once; the others wait for their turn. More would wait for the same disk, and a plan that
    /// waits for a row holds a connection.
    /// </summary>
    public int Writers => Math.Max(1, _builder.MaxPoolSize * 3 / 10);

    /// <summary>Connections of the writer, which no reader can take from it.</summary>
    public NpgsqlDataSource CreateWriting() => Create(Writers);

    /// <summary>Connections of everything else.</summary>
    public NpgsqlDataSource CreateReading() => Create(Math.Max(1, _builder.MaxPoolSize - Writers));

    /// <summary>A connection that no pool gives to anybody else: what is set on it goes with it.</summary>
    public NpgsqlConnection CreateConnection() =>
        new(new NpgsqlConnectionStringBuilder(_builder.ConnectionString) { Pooling = false }.ConnectionString);

    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) => options
        .UseNpgsql(source, npgsql => npgsql.ExecutionStrategy(dependencies => new ReadAgain(dependencies.CurrentContext.Context)))
        .UseSnakeCaseNamingConvention();

    /// <summary>A context on a connection that somebody else opens and closes.</summary>
    public static PostgreSqlBookingDbContext CreateContext(NpgsqlConnection connection)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlBookingDbContext>();
        options.UseNpgsql(connection).UseSnakeCaseNamingConvention();
        return new PostgreSqlBookingDbContext(options.Options);
    }

    private NpgsqlDataSource Create(int connections) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_builder.ConnectionString) { MinPoolSize = 0, MaxPoolSize = connections });
}
