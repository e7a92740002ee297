using System.Globalization;
using System.Net;
using BorgerPortal.Bench.Running;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Time;
using BorgerPortal.Tests.Support.Databases;

namespace BorgerPortal.Bench.Contention;

/// <summary>
/// Two portals on one PostgreSQL (fsync on), and 200 citizens who want the same time at once, every other one at the other
/// portal. A seat that is sold twice, or not at all, ends it with an error.
/// </summary>
internal sealed class ContentionBenchmark(string folder, TimeProvider clock)
{
    private const int Citizens = 200;

    private readonly int _rounds = Size.Rounds(5);

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        if (PostgreSqlServer.Programs is null)
        {
            aims.Skip("two portals on one PostgreSQL", PostgreSqlServer.HowToGetIt);
            return;
        }

        using var database = PostgreSqlServer.Start(isDurable: true);
        await output.WriteLineAsync($"{Environment.NewLine}{Citizens} citizens at two portals on one PostgreSQL want the same time{Environment.NewLine}{"seats",7}{"p50 ms",10}{"p99 ms",10}");
        foreach (var seats in new[] { 1, 3, 10 })
        {
            var (median, p99) = await RunAsync(database, seats);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{seats,7}{median.TotalMilliseconds,10:N0}{p99.TotalMilliseconds,10:N0}"));
            aims.AtMost($"two portals, {Citizens} citizens for {seats} seats, p99 ms", p99.TotalMilliseconds, 1000);
        }
    }

    private async Task<(TimeSpan Median, TimeSpan P99)> RunAsync(PostgreSqlServer database, int seats)
    {
        // Each of the offer's caseworkers is a seat of each time.
        var town = new Town(Moment.Read(clock).Today, Citizens * (_rounds + 1), times: 20, timesPerDay: 20, caseWorkers: seats);
        var portal = Portal.Install(Path.Combine(folder, $"{seats}"), town);
        var place = database.CreateDatabase();
        var settings = new Dictionary<string, string> { ["Database__Provider"] = "PostgreSql", ["ConnectionStrings__BorgerPortal"] = place };
        await new PostgreSqlStore(new PostgreSqlSettings(place)).MigrateAsync(CancellationToken.None);
        await using var one = await portal.StartAsync(settings);
        await using var other = await portal.StartAsync(settings);

        List<Measurement> rounds = [];
        for (var round = 0; round <= _rounds; round++)
        {
            rounds.Add(await RushAsync([one, other], round * Citizens, town.StartOf(round), seats));
        }

        // The first round warms up.
        return (rounds.Skip(1).Select(round => round.Median).Middle(), rounds.Skip(1).Select(round => round.P99).Middle());
    }

    private async Task<Measurement> RushAsync(ServerProcess[] portals, int first, DateTimeOffset start, int seats)
    {
        var sold = 0;
        var measured = await new Callers(Citizens, clock).MeasureAsync(new Contestant("two portals", BookAsync), first, Citizens);
        return sold == seats ? measured : throw new InvalidOperationException($"{sold} of {seats} seats were sold.");

        async Task BookAsync(int citizen)
        {
            var portal = portals[citizen % portals.Length];
            using var request = Portal.Booking(citizen, start);
            using var answer = await portal.Http.SendAsync(request);
            _ = answer.StatusCode switch
            {
                HttpStatusCode.Created => Interlocked.Increment(ref sold),
                HttpStatusCode.Conflict => 0,
                _ => throw new InvalidOperationException($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}\n{portal.Output}"),
            };
        }
    }
}
