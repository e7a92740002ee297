using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.ChangeBooking;

/// <summary>On SQLite: copies of a file.</summary>
internal sealed class BookedOnSqlite(string folder) : IBookedDatabase
{
    private readonly SqliteSettings _seed = new(Path.Combine(folder, "booked.db"));
    private int _copies;

    public string Name => "SQLite (WAL, synchronous=FULL)";

    public Copy Seed => Of(_seed);

    public Task MakeAsync(KeyRing keys, Schedule schedule, int times) => SeedFile.MakeAsync(_seed, keys, schedule, times);

    public Task<Copy> CopyAsync()
    {
        SqliteConnection.ClearAllPools();
        var copy = new SqliteSettings(Path.Combine(folder, $"booked-{++_copies}.db"));
        File.Copy(_seed.File, copy.File);
        return Task.FromResult(Of(copy));
    }

    public (Func<int, Task> WriteAsync, Func<ValueTask> DisposeAsync) Bare(Copy copy, Func<int, Write[]> rows)
    {
        var program = new RowsOnSqlite(new SqliteSettings(copy.Place), rows);
        return (program.WriteAsync, program.DisposeAsync);
    }

    public async Task<long> CountAsync(Copy copy, string sql)
    {
        await using var connection = new SqliteSettings(copy.Place).OpenWriter();
        await using var command = new SqliteCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task<IReadOnlyList<MadeBooking>> ReadAsync()
    {
        await using var connection = _seed.OpenWriter();
        return await MadeBooking.ReadAsync(connection);
    }

    private static Copy Of(SqliteSettings settings) => new(services => services.AddSqlite(settings), settings.File);
}
