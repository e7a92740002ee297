using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>How the portal opens its PostgreSQL database.</summary>
public sealed class PostgreSqlSettings
{
    // What the connection string says itself comes later, and so counts. Nothing that needs a reset is ever set on a connection.
    private const string Defaults =
        "Application Name=BorgerPortal;Timeout=5;Maximum Pool Size=40;Max Auto Prepare=200;Auto Prepare Min Usages=2;No Reset On Close=true;Include Failed Batched Command=true;";

    // A plan is kept for as long as its connection, and one that was made while a table was empty reads the whole table
    // ever after: no statement is to be planned that way, whatever the statistics say. Without that way, what must read a
    // table whole looks so dear that it would be compiled first.
    private const string Planning = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off";

    // How long a plan waits for a row, or for an import to end: longer than any other plan lasts.
    private const string PatienceOfPlans = "-c lock_timeout=5s";

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

        var own = _builder.Options;
        _builder.Options = $"{Planning} {own}".Trim();
        ReaderConnectionString = Pool("reader", Math.Max(1, _builder.MaxPoolSize - Writers), _builder.Options);
        WriterConnectionString = Pool("writer", Writers, $"{Planning} {PatienceOfPlans} {own}".Trim());
    }

    /// <summary>Where the database is, as a message may say it: without the password.</summary>
    public string Place => $"'{_builder.Database ?? _builder.Username}' at {_builder.Host}:{_builder.Port}";

    /// <summary>
    /// Plans that are written at once; the others wait for their turn. More would wait for the same disk, and a plan that
    /// waits for a row holds a connection.
    /// </summary>
    public int Writers => Math.Max(1, _builder.MaxPoolSize * 3 / 10);

    /// <summary>The pool of the writer.</summary>
    public string WriterConnectionString { get; }

    /// <summary>The pool of everything else. EF would build a model anew for each data source, so it is named by a string.</summary>
    public string ReaderConnectionString { get; }

    /// <summary>A connection that no pool gives to anybody else: what is set on it goes with it.</summary>
    public NpgsqlConnection CreateConnection() =>
        new(new NpgsqlConnectionStringBuilder(_builder.ConnectionString) { Pooling = false }.ConnectionString);

    public void Configure(DbContextOptionsBuilder options) => options
        .UseNpgsql(ReaderConnectionString, npgsql => npgsql.ExecutionStrategy(dependencies => new ReadAgain(dependencies.CurrentContext.Context)))
        .UseSnakeCaseNamingConvention();

    /// <summary>A context on a connection that somebody else opens and closes. Errors come as Npgsql throws them.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="adapt">Changes the context's options; null leaves them as they are.</param>
    public static PostgreSqlBookingDbContext CreateContext(NpgsqlConnection connection, Action<DbContextOptionsBuilder>? adapt = null)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlBookingDbContext>();

        // Npgsql's own strategy would hide an error that may pass behind an InvalidOperationException.
        options.UseNpgsql(connection, npgsql => npgsql.ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)))
            .UseSnakeCaseNamingConvention();
        adapt?.Invoke(options);
        return new PostgreSqlBookingDbContext(options.Options);
    }

    private string Pool(string name, int connections, string options) => new NpgsqlConnectionStringBuilder(_builder.ConnectionString)
    {
        ApplicationName = $"{_builder.ApplicationName} {name}",
        MinPoolSize = 0,
        MaxPoolSize = connections,
        Options = options,
    }.ConnectionString;
}
