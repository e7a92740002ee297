using System.Globalization;
using BorgerPortal.Bench.Running;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Overview;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Tracing;
using BorgerPortal.Tests.Support.Databases;
using Npgsql;

namespace BorgerPortal.Bench.Overview;

/// <summary>How long a caseworker of a large jobcentre waits for its offers at a glance, and for a trace.</summary>
internal sealed class OverviewBenchmark(string folder, TimeProvider clock)
{
    private const double AimMilliseconds = 1000;

    private readonly int _rounds = Size.Rounds(9);
    private readonly LargeJobCentre _centre = new(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.NewLine}A jobcentre of {LargeJobCentre.Offers:N0} offers and {LargeJobCentre.Offers * LargeJobCentre.TimesEach:N0} times{Environment.NewLine}{"",-40}{"p50 ms",10}{"most ms",10}"));
        await RunAsync("SQLite", services => services.AddSqlite(new SqliteSettings(Path.Combine(folder, "overview.db"))), output, aims);
        if (PostgreSqlServer.Programs is null)
        {
            aims.Skip("a large jobcentre on PostgreSQL", PostgreSqlServer.HowToGetIt);
            return;
        }

        using var server = PostgreSqlServer.Start(isDurable: true);
        await RunAsync("PostgreSQL", services => services.AddPostgreSql(new PostgreSqlSettings(server.CreateDatabase())), output, aims);
        NpgsqlConnection.ClearAllPools();
    }

    private async Task RunAsync(string where, Action<IServiceCollection> addDatabase, TextWriter output, Aims aims)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton(KeyRing.Create());
        services.Configure<ExternalBookingOptions>(options => options.Jobcentres[LargeJobCentre.Code] = new JobCentreOptions());
        services.AddBorgerPortalDomain();
        addDatabase(services);
        await using var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<IBookingStore>();
        await store.MigrateAsync(CancellationToken.None);
        await store.OpenAsync(CancellationToken.None);
        await _centre.MakeAsync(provider.GetRequiredService<IBookingWriter>(), provider.GetRequiredService<IdSource>());

        var overviews = provider.GetRequiredService<JobCentreOverviews>();
        var offers = provider.GetRequiredService<OfferTracer>();
        var times = provider.GetRequiredService<RuleTracer>();
        await MeasureAsync($"{where}: offers at a glance", async _ => Expect((await overviews.ReadAsync(LargeJobCentre.Code, default))!.Offers.Count), output, aims);
        await MeasureAsync($"{where}: trace of every offer", async round => Expect((await offers.TraceAsync(WhoIs(round), default)).Offers.Count), output, aims);
        await MeasureAsync(
            $"{where}: trace of one time",
            round => times.TraceAsync(new(WhoIs(round), LargeJobCentre.OptionId(round), _centre.StartOf(round + 20), ContactType.Personal), default),
            output,
            aims);
    }

    /// <summary>The first round warms up and does not count.</summary>
    private async Task MeasureAsync(string what, Func<int, Task> callAsync, TextWriter output, Aims aims)
    {
        var rounds = new List<double>();
        for (var round = 0; round <= _rounds; round++)
        {
            var begun = clock.GetTimestamp();
            await callAsync(round);
            rounds.Add(clock.GetElapsedTime(begun).TotalMilliseconds);
        }

        var counted = rounds.Skip(1).Order().ToList();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what,-40}{counted[counted.Count / 2],10:N1}{counted[^1],10:N1}"));
        aims.AtMost($"{what}, the slowest of {_rounds}, ms", counted[^1], AimMilliseconds);
    }

    private static CitizenReference WhoIs(int round) => CitizenReference.ById(round + 1);

    private static void Expect(int offers)
    {
        if (offers != LargeJobCentre.Offers)
        {
            throw new InvalidOperationException($"{offers} offers were told of.");
        }
    }
}
