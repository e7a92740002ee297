using System.Globalization;
using BorgerPortal.Bench.Running;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;
using BorgerPortal.Tests.Support.Databases;
using Npgsql;

namespace BorgerPortal.Bench.Scale;

/// <summary>
/// Each operation in a country of one jobcentre and in one of a thousand: what others have must cost nobody anything. In
/// process and over HTTP, on SQLite and on PostgreSQL.
/// </summary>
internal sealed class ScaleBenchmark(string folder, TimeProvider clock)
{
    private const double Aim = 1.2;

    private const int Calls = 2_000;

    /// <summary>As docs/running.md advises whoever runs a country's database: memory of its own, and a log that is compressed and has room.</summary>
    private const string Advised = "-c shared_buffers=4GB -c wal_compression=lz4 -c min_wal_size=1GB -c max_wal_size=4GB";

    private const string Small = "small";

    private const string Large = "large";

    private readonly KeyRing _keys = KeyRing.Create();
    private readonly DateOnly _today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        var (small, large) = (new Country(_today, 1), new Country(_today, Size.JobCentres));
        var (ofSmall, ofLarge) = (await MakeSqliteAsync(small, Small, output), await MakeSqliteAsync(large, Large, output));
        using var keptSmall = new KeptInMemory(ofSmall.File, output);
        using var keptLarge = new KeptInMemory(ofLarge.File, output);

        await using (var one = await CountryProgram.StartAsync(services => services.AddSqlite(ofSmall), _keys, small, clock))
        await using (var other = await CountryProgram.StartAsync(services => services.AddSqlite(ofLarge), _keys, large, clock))
        {
            await CompareAsync("SQLite", one.Operations(), other.Operations(), output, aims);
        }

        await using (var one = await StartAsync(FolderOf(Small), small))
        await using (var other = await StartAsync(FolderOf(Large), large))
        {
            await CompareAsync("SQLite over HTTP", new CountryOverHttp(one, small).Operations(), new CountryOverHttp(other, large).Operations(), output, aims);
        }

        await RunOnPostgreSqlAsync(small, large, output, aims);
    }

    private async Task RunOnPostgreSqlAsync(Country small, Country large, TextWriter output, Aims aims)
    {
        if (PostgreSqlServer.Programs is null)
        {
            aims.Skip("scale on PostgreSQL", PostgreSqlServer.HowToGetIt);
            return;
        }

        using var server = PostgreSqlServer.Start(isDurable: true, Advised);
        var (ofSmall, ofLarge) = (await MakePostgreSqlAsync(server, small, output), await MakePostgreSqlAsync(server, large, output));
        await using (var one = await CountryProgram.StartAsync(services => services.AddPostgreSql(new(ofSmall)), _keys, small, clock))
        await using (var other = await CountryProgram.StartAsync(services => services.AddPostgreSql(new(ofLarge)), _keys, large, clock))
        {
            await CompareAsync("PostgreSQL", one.Operations(), other.Operations(), output, aims);
        }

        await using (var one = await StartAsync(FolderOf(Small), small, ofSmall))
        await using (var other = await StartAsync(FolderOf(Large), large, ofLarge))
        {
            await CompareAsync("PostgreSQL over HTTP", new CountryOverHttp(one, small).Operations(), new CountryOverHttp(other, large).Operations(), output, aims);
        }

        NpgsqlConnection.ClearAllPools();
    }

    private async Task CompareAsync(
        string where, IEnumerable<CountryCall> small, IEnumerable<CountryCall> large, TextWriter output, Aims aims)
    {
        await output.WriteLineAsync($"\n{where + ", one caller",-28}    median, small and large       p99, small and large");
        foreach (var (one, other) in small.Zip(large))
        {
            await WarmUpAsync(one, other);
            await WarmUpAsync(other, other);
            var scores = await new Contest(rounds: 5, calls: Math.Min(Calls, other.Calls)).RunAsync(
                new Callers(1, clock), new Contestant("small", one.CallAsync), new Contestant("large", other.CallAsync));
            var median = Ratio(scores[1], scores[0], round => round.Median);
            var p99 = Ratio(scores[1], scores[0], round => round.P99);
            await output.WriteLineAsync(Tell(one.Name, scores[0].Median, scores[1].Median, median, p99));
            aims.AtMost($"{where}: {one.Name}, median", median, Aim);
            aims.AtMost($"{where}: {one.Name}, p99", p99, Aim);
        }
    }

    // As many calls in the one as in the other; so many that a server which has run for a while has seen no less.
    private static async Task WarmUpAsync(CountryCall operation, CountryCall alike)
    {
        for (var number = 0; number < Size.Calls(alike.WarmUp); number++)
        {
            await operation.CallAsync(alike.WarmUpFrom + number);
        }
    }

    private async Task<SqliteSettings> MakeSqliteAsync(Country country, string name, TextWriter output)
    {
        var portal = new Portal(FolderOf(name));
        _keys.Save(portal.KeyFile);
        var settings = new SqliteSettings(portal.DatabaseFile);
        var begun = clock.GetTimestamp();
        await CountryFile.MakeAsync(settings, _keys, country);
        await TellMadeAsync($"SQLite, {name}, {new FileInfo(settings.File).Length / 1e6:F0} MB", country, begun, output);
        return settings;
    }

    private async Task<string> MakePostgreSqlAsync(PostgreSqlServer server, Country country, TextWriter output)
    {
        var place = server.CreateDatabase();
        var begun = clock.GetTimestamp();
        await CountryOnPostgreSql.MakeAsync(new PostgreSqlSettings(place), _keys, country);
        await TellMadeAsync("PostgreSQL", country, begun, output);
        return place;
    }

    private Task TellMadeAsync(string what, Country country, long begun, TextWriter output) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {country.JobCentres * Country.CitizensEach:N0} citizens, made in {clock.GetElapsedTime(begun).TotalSeconds:F0} s"));

    private string FolderOf(string name) => Path.Combine(folder, name);

    /// <summary>A portal on a country: the one in its folder, unless it is told where one is on PostgreSQL.</summary>
    private static Task<ServerProcess> StartAsync(string folder, Country country, string? onPostgreSql = null)
    {
        var settings = Enumerable.Range(0, country.JobCentres).ToDictionary(
            jobCentre => $"ExternalBooking__Jobcentres__{Country.CodeOf(jobCentre)}__Adapter", _ => "Embedded");
        if (onPostgreSql is not null)
        {
            settings.Add("Database__Provider", "PostgreSql");
            settings.Add("ConnectionStrings__BorgerPortal", onPostgreSql);
        }

        return new Portal(folder).StartAsync(settings);
    }

    private static string Tell(string name, Measurement one, Measurement other, double median, double p99) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-28} {one.Median.TotalMicroseconds,10:F0} {other.Median.TotalMicroseconds,8:F0} us  {median,5:F2} {one.P99.TotalMicroseconds,12:F0} {other.P99.TotalMicroseconds,8:F0} us  {p99,5:F2}");

    /// <summary>The median of the rounds' ratios: each round of the one beside the other's of the same age.</summary>
    private static double Ratio(Score large, Score small, Func<Measurement, TimeSpan> of) =>
        large.Rounds.Zip(small.Rounds, (its, own) => of(its) / of(own)).Middle();
}
