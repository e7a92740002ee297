using System.Globalization;
using BorgerPortal.Bench.Running;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.CreateBooking;

/// <summary>
/// CreateBooking over a bare program that writes the same rows, and over one that writes a single row, at 1, 16 and 128
/// callers. Each program has a file of its own with the same beginning; afterwards the rows are counted.
/// </summary>
internal sealed class CreateBookingBenchmark(string folder, TimeProvider clock)
{
    public static readonly string[] TablesOfABooking =
        ["occupancies", "bookings", "exclusive_kinds", "outbox_notices", "audit_entries", "stored_answers"];

    private readonly Contest _contest = new(rounds: 7, calls: 2_000);
    private readonly Schedule _schedule = new(Moment.Read(clock).Today);
    private readonly KeyRing _keys = KeyRing.Create();
    private int _copies;

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        var seed = new SqliteSettings(Path.Combine(folder, "seed.db"));
        await SeedFile.MakeAsync(seed, _keys, _schedule, _contest.CallsEach);

        await output.WriteLineAsync("CreateBooking on SQLite (WAL, synchronous=FULL); every call is a booking, every booking a durable commit");
        await RunAsync(seed, callers: 16);
        await output.WriteLineAsync($"{"callers",7}  {"program",-14}{"per second",12}{"p50 ms",9}{"p99 ms",9}{"cpu us",9}{"of same rows",14}{"of one row",12}");
        foreach (var callers in new[] { 1, 16, 128 })
        {
            var (domain, same, one) = await RunAsync(seed, callers);
            aims.AtLeast($"CreateBooking on SQLite of the same rows, {callers} callers", domain.Over(same), callers == 1 ? 0.4 : 0.8);
            foreach (var score in new[] { domain, same, one })
            {
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{callers,7}  {score.Contestant.Name,-14}{score.Median.PerSecond,12:N0}{score.Median.Median.TotalMilliseconds,9:N2}{score.Median.P99.TotalMilliseconds,9:N2}{score.Median.Processor.TotalMicroseconds,9:N0}{score.Over(same),14:N2}{score.Over(one),12:N2}"));
            }
        }
    }

    private async Task<(Score Domain, Score SameRows, Score OneRow)> RunAsync(SqliteSettings seed, int callers)
    {
        var (forDomain, forSame, forOne) = (Copy(seed), Copy(seed), Copy(seed));
        IReadOnlyList<Score> scores;
        await using (var domain = await DomainProgram.StartAsync(forDomain, _keys, _schedule, clock))
        using (var same = new SameRowsProgram(forSame, _schedule, clock))
        using (var one = new OneRowProgram(forOne, _schedule))
        {
            scores = await _contest.RunAsync(
                new Callers(callers, clock),
                new Contestant("CreateBooking", domain.BookAsync),
                new Contestant("same rows", same.WriteAsync),
                new Contestant("one row", one.WriteAsync));
        }

        SqliteConnection.ClearAllPools();
        ExpectRows(forDomain, TablesOfABooking);
        ExpectRows(forSame, TablesOfABooking);
        ExpectRows(forOne, "occupancies");
        return (scores[0], scores[1], scores[2]);
    }

    private SqliteSettings Copy(SqliteSettings seed)
    {
        var file = Path.Combine(folder, $"{++_copies}.db");
        File.Copy(seed.File, file);
        return new SqliteSettings(file);
    }

    private void ExpectRows(SqliteSettings settings, params string[] tables)
    {
        using var connection = settings.OpenWriter();
        foreach (var table in tables)
        {
            using var count = new SqliteCommand($"SELECT count(*) FROM {table}", connection);
            if ((long)count.ExecuteScalar()! is var rows && rows != _contest.CallsEach)
            {
                throw new InvalidOperationException($"{settings.File}: {table} has {rows} rows instead of {_contest.CallsEach}.");
            }
        }
    }
}
