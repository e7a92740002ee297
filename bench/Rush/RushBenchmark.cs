using System.Globalization;
using System.Net;
using BorgerPortal.Bench.Running;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Time;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.Rush;

/// <summary>
/// 5,000 citizens come at once for 500 times with one seat each, over HTTP: ten want each time, one gets it, and nine are
/// told that it is gone. Each round is a rush of its own on new data; no time may be sold twice.
/// </summary>
internal sealed class RushBenchmark(string folder, TimeProvider clock)
{
    private const int Citizens = 5_000;
    private const int Times = 500;

    /// <summary>As many connections at once; a citizen who finds none free waits for one, which counts as waiting for the answer.</summary>
    private const int Connections = 512;

    private static readonly int Rounds = Size.Rounds(3);

    private readonly Town _town = new(Moment.Read(clock).Today, Citizens, Times, timesPerDay: 20, caseWorkers: 1);

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.NewLine}A rush over HTTP: {Citizens:N0} citizens come at once for {Times} times, {Connections} connections{Environment.NewLine}{"round",7}  {"program",-24}{"per second",12}{"p50 ms",9}{"p99 ms",9}{"cpu us",9}{"sold",8}{"twice",7}{"of bare",9}"));
        var twice = 0L;
        for (var round = 0; round <= Rounds; round++)
        {
            var portal = Portal.Install(Path.Combine(folder, $"{round}"), _town);
            Rushed own, bare;
            await using (var server = await portal.StartAsync())
            {
                Copy(portal.DatabaseFile, portal.DatabaseFile + ".bare");
                own = await RunAsync(server, portal.DatabaseFile);
            }

            await using (var server = await BareServer.StartAsync(BareServer.Rush, new Dictionary<string, string>(), portal.DatabaseFile + ".bare", portal.KeyFile))
            {
                bare = await RunAsync(server, portal.DatabaseFile + ".bare");
            }

            twice += own.SoldTwice;

            // The first round warms the machine up.
            foreach (var (name, rushed) in round == 0 ? [] : new[] { ("portal", own), ("bare: same rows", bare) })
            {
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{round,7}  {name,-24}{rushed.Measured.PerSecond,12:N0}{rushed.Measured.Median.TotalMilliseconds,9:N0}{rushed.Measured.P99.TotalMilliseconds,9:N0}{rushed.Measured.Processor.TotalMicroseconds,9:N0}{rushed.Sold,8}{rushed.SoldTwice,7}{rushed.Measured.PerSecond / bare.Measured.PerSecond,9:N2}"));
            }
        }

        // More than none has ended it already.
        aims.Tell("rush: times sold twice", twice);
    }

    private async Task<Rushed> RunAsync(ServerProcess server, string database)
    {
        var booked = 0;
        using var gate = new SemaphoreSlim(Connections);
        var contestant = new Contestant("rush", BookAsync) { ProcessorTime = server.ProcessorTime };
        var measured = await new Callers(Citizens, clock).MeasureAsync(contestant, 0, Citizens);
        var (sold, twice) = Count(database);
        return sold == booked && sold == Times && twice == 0
            ? new Rushed(measured, sold, twice)
            : throw new InvalidOperationException($"{booked} were told that they had a time, of {Times}; {sold} bookings are kept, and {twice} times are sold twice.");

        async Task BookAsync(int citizen)
        {
            await gate.WaitAsync();
            try
            {
                // Those who want the same time come one after the other.
                using var request = Portal.Booking(citizen, _town.StartOf(citizen / (Citizens / Times)));
                using var answer = await server.Http.SendAsync(request);
                _ = answer.StatusCode switch
                {
                    HttpStatusCode.Created => Interlocked.Increment(ref booked),
                    HttpStatusCode.Conflict => 0,
                    _ => throw new InvalidOperationException($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}\n{server.Output}"),
                };
            }
            finally
            {
                gate.Release();
            }
        }
    }

    // What lies in the log beside the file comes along.
    private static void Copy(string database, string to)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var copy = new SqliteCommand("VACUUM INTO @to", connection);
        copy.Parameters.AddWithValue("@to", to);
        copy.ExecuteNonQuery();
    }

    private static (long Sold, long Twice) Count(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        return (Ask("SELECT count(*) FROM bookings"), Ask("""
            SELECT count(*) FROM bookings AS a JOIN bookings AS b
            ON a.case_worker_id = b.case_worker_id AND a.rowid < b.rowid AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
            """));

        long Ask(string sql)
        {
            using var command = new SqliteCommand(sql, connection);
            return (long)command.ExecuteScalar()!;
        }
    }

    private sealed record Rushed(Measurement Measured, long Sold, long SoldTwice);
}
