using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Bench.CreateBooking.PostgreSql;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Security;
using BorgerPortal.Tests.Support.Databases;
using Npgsql;

namespace BorgerPortal.Bench.ChangeBooking;

/// <summary>On a PostgreSQL server of the benchmark's own, with fsync on: copies by template.</summary>
internal sealed class BookedOnPostgreSql(PostgreSqlServer server) : IBookedDatabase
{
    private int _copies;

    public string Name => "PostgreSQL, fsync on";

    public Copy Seed => Of("booked");

    public async Task MakeAsync(KeyRing keys, Schedule schedule, int times)
    {
        await ExecuteAsync("CREATE DATABASE booked");
        await PostgreSqlSeed.MakeAsync(new PostgreSqlSettings(Seed.Place), keys, schedule, times);
    }

    public async Task<Copy> CopyAsync()
    {
        var name = $"booked_{++_copies}";
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE booked");
        return Of(name);
    }

    public (Func<int, Task> WriteAsync, Func<ValueTask> DisposeAsync) Bare(Copy copy, Func<int, Write[]> rows)
    {
        var program = new RowsOnNpgsql(new PostgreSqlSettings(copy.Place), rows);
        return (program.WriteAsync, program.DisposeAsync);
    }

    public async Task<long> CountAsync(Copy copy, string sql)
    {
        await using var connection = await OpenAsync(copy.Place);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task<IReadOnlyList<MadeBooking>> ReadAsync()
    {
        await using var connection = await OpenAsync(Seed.Place);
        await using var analyze = new NpgsqlCommand("ANALYZE", connection);
        await analyze.ExecuteNonQueryAsync();
        return await MadeBooking.ReadAsync(connection);
    }

    private Copy Of(string database)
    {
        var place = server.ConnectionString(database);
        return new Copy(services => services.AddPostgreSql(new PostgreSqlSettings(place)), place);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync(server.ConnectionString("postgres"));
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<NpgsqlConnection> OpenAsync(string place)
    {
        var connection = new PostgreSqlSettings(place).CreateConnection();
        await connection.OpenAsync();
        return connection;
    }
}
