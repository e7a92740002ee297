using BorgerPortal.Bench.Running;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using BorgerPortal.Tests.Support.Databases;
using Npgsql;

namespace BorgerPortal.Bench.CreateBooking.PostgreSql;

/// <summary>
/// CreateBooking on PostgreSQL (a server of the benchmark's own, fsync on) over a program on bare Npgsql that writes the
/// same rows, at 1, 16 and 128 callers. Each has a database of its own with the same beginning; afterwards the rows are counted.
/// </summary>
internal sealed class PostgreSqlBenchmark(TimeProvider clock)
{
    private readonly Contest _contest = new(rounds: 13, calls: 1_000);
    private readonly Schedule _schedule = new(Moment.Read(clock).Today);
    private readonly KeyRing _keys = KeyRing.Create();
    private int _copies;

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        if (PostgreSqlServer.Programs is null)
        {
            aims.Skip("CreateBooking on PostgreSQL", PostgreSqlServer.HowToGetIt);
            return;
        }

        using var server = PostgreSqlServer.Start(isDurable: true);
        await ExecuteAsync(server, "CREATE DATABASE seed");
        await PostgreSqlSeed.MakeAsync(new PostgreSqlSettings(server.ConnectionString("seed")), _keys, _schedule, _contest.CallsEach);

        var table = new Table(output);
        await table.WriteHeadAsync("CreateBooking on PostgreSQL, fsync on; every call is a booking, every booking a durable commit");
        await RunAsync(server, new Callers(16, clock));
        foreach (var count in new[] { 1, 16, 128 })
        {
            var callers = new Callers(count, clock);
            var scores = await RunAsync(server, callers);
            await table.WriteAsync(callers, scores);
            aims.AtLeast($"CreateBooking on PostgreSQL of the same rows, {count} callers", scores[0].Over(scores[1]), 0.5);
        }
    }

    private async Task<IReadOnlyList<Score>> RunAsync(PostgreSqlServer server, Callers callers)
    {
        var (own, same) = (await CopyAsync(server), await CopyAsync(server));
        IReadOnlyList<Score> scores;
        await using (var domain = await DomainProgram.StartAsync(services => services.AddPostgreSql(own), _keys, _schedule, clock))
        await using (var bare = new SameRowsOnNpgsql(same, _schedule, clock))
        {
            scores = await _contest.RunAsync(
                callers, new Contestant("CreateBooking", domain.BookAsync), new Contestant("bare: same rows", bare.WriteAsync));
        }

        await ExpectRowsAsync(own);
        await ExpectRowsAsync(same);
        return scores;
    }

    private async Task<PostgreSqlSettings> CopyAsync(PostgreSqlServer server)
    {
        var name = $"run_{++_copies}";
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE seed");
        return new PostgreSqlSettings(server.ConnectionString(name));
    }

    private async Task ExpectRowsAsync(PostgreSqlSettings settings)
    {
        await using var connection = settings.CreateConnection();
        await connection.OpenAsync();
        foreach (var table in CreateBookingBenchmark.TablesOfABooking)
        {
            await using var count = new NpgsqlCommand($"SELECT count(*) FROM {table}", connection);
            if ((long)(await count.ExecuteScalarAsync())! is var rows && rows != _contest.CallsEach)
            {
                throw new InvalidOperationException($"{settings.Place}: {table} has {rows} rows instead of {_contest.CallsEach}.");
            }
        }
    }

    private static async Task ExecuteAsync(PostgreSqlServer server, string sql)
    {
        await using var connection = new PostgreSqlSettings(server.ConnectionString("postgres")).CreateConnection();
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
