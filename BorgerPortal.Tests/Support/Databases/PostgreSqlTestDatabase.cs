using System.Collections.Concurrent;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Persistence.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BorgerPortal.Tests.Support.Databases;

/// <summary>A database of the tests' own server. It is emptied when its test is over, and the next one gets it: to make one takes longer than a test.</summary>
public sealed class PostgreSqlTestDatabase : TestDatabase
{
    private const string Empty = """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
        DO $$
        DECLARE found text;
        BEGIN
            SET LOCAL session_replication_role = replica;
            FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%' LOOP
                -- To delete few rows is quicker; but pages that a large test has filled would stay, and plans go by them.
                EXECUTE format(CASE WHEN pg_relation_size(found::regclass) > 32768 THEN 'TRUNCATE %I CASCADE' ELSE 'DELETE FROM %I' END, found);
            END LOOP;
            PERFORM setval(seqrelid::regclass, 1, false) FROM pg_sequence;
        END $$
        """;

    private static readonly Lazy<PostgreSqlServer> Shared = new(() => PostgreSqlServer.Start(isDurable: false));
    private static readonly ConcurrentBag<string> Idle = [];

    private readonly bool _isShared;

    public PostgreSqlTestDatabase() => (ConnectionString, _isShared) = (Idle.TryTake(out var idle) ? idle : Migrate(Server.CreateDatabase()), true);

    /// <summary>One on a server of the test's own.</summary>
    public PostgreSqlTestDatabase(PostgreSqlServer server) => ConnectionString = Migrate(server.CreateDatabase());

    /// <summary>One that was kept, brought up to date as the command migrate does it.</summary>
    public PostgreSqlTestDatabase(string dump)
    {
        ConnectionString = Server.CreateDatabase();
        Server.Run("psql", new NpgsqlConnectionStringBuilder(ConnectionString).Database!, "-q", "-v", "ON_ERROR_STOP=1", "-f", dump);
        Migrate(ConnectionString);
    }

    public string ConnectionString { get; }

    /// <summary>What the portal's connections say to the server beside what they always say.</summary>
    public string Options { get; init; } = "";

    public override string WithoutOverlapGuard => "ALTER TABLE occupancies DROP CONSTRAINT ex_occupancies";

    public override string WithoutSeatCheck => "ALTER TABLE timeslots DROP CONSTRAINT ck_timeslots_seats";

    public override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new("Database:Provider", "PostgreSql"), new("ConnectionStrings:BorgerPortal", ConnectionString)];

    /// <summary>The server that the tests of this assembly share; it is started by the first that asks.</summary>
    public static PostgreSqlServer Server => Shared.Value;

    public override void AddTo(IServiceCollection services) => services.AddPostgreSql(new PostgreSqlSettings(
        Options.Length == 0 ? ConnectionString : $"{ConnectionString};Options={Options}"));

    public override void Dispose()
    {
        if (_isShared)
        {
            GiveBack();
        }

        base.Dispose();
    }

    private void GiveBack()
    {
        using (var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false"))
        {
            connection.Open();
            using var empty = new NpgsqlCommand(Empty, connection);
            empty.ExecuteNonQuery();

            // What a test has taken away is made again.
            PostgreSqlGuards.MakeAsync(connection, CancellationToken.None).GetAwaiter().GetResult();
        }

        Idle.Add(ConnectionString);
    }

    private static string Migrate(string connectionString)
    {
        var store = new PostgreSqlStore(new PostgreSqlSettings(connectionString));
        Task.Run(() => store.MigrateAsync(CancellationToken.None)).GetAwaiter().GetResult();
        return connectionString;
    }
}
