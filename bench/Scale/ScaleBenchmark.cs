using System.Globalization;
using BorgerPortal.Bench.Running;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.Scale;

/// <summary>Each operation in a country of one jobcentre and in one of a thousand: what others have must cost nobody anything.</summary>
internal sealed class ScaleBenchmark(string folder, TimeProvider clock)
{
    private const int Rounds = 5;
    private const int CallsInARound = 300;

    public async Task RunAsync(TextWriter output)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var keys = KeyRing.Create();
        await using var small = await MakeAsync(new Country(today, 1), "small", keys, output);
        await using var large = await MakeAsync(new Country(today, 1000), "large", keys, output);

        await output.WriteLineAsync("\nEach operation, one caller           median, small and large       p99, small and large");
        foreach (var (name, ofSmall, ofLarge) in small.Operations().Zip(large.Operations(), (one, other) => (one.Name, one.CallAsync, other.CallAsync)))
        {
            var scores = await new Contest(Rounds, CallsInARound).RunAsync(
                new Callers(1, clock), new Contestant("small", ofSmall), new Contestant("large", ofLarge));
            await output.WriteLineAsync(Tell(name, scores[0], scores[1]));
        }
    }

    private async Task<CountryProgram> MakeAsync(Country country, string name, KeyRing keys, TextWriter output)
    {
        var settings = new SqliteSettings(Path.Combine(folder, name + ".db"));
        var begun = clock.GetTimestamp();
        await CountryFile.MakeAsync(settings, keys, country);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {country.JobCentres * Country.CitizensEach:N0} citizens, made in {clock.GetElapsedTime(begun).TotalSeconds:F0} s, {new FileInfo(settings.File).Length / 1e6:N0} MB"));
        return await CountryProgram.StartAsync(settings, keys, country, clock);
    }

    private static string Tell(string name, Score small, Score large)
    {
        var (one, other) = (small.Median, large.Median);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-28} {one.Median.TotalMicroseconds,10:F0} {other.Median.TotalMicroseconds,8:F0} us  {Ratio(large, small, round => round.Median),5:F2} {one.P99.TotalMicroseconds,12:F0} {other.P99.TotalMicroseconds,8:F0} us  {Ratio(large, small, round => round.P99),5:F2}");
    }

    /// <summary>The median of the rounds' ratios: each round of the one beside the other's of the same age.</summary>
    private static double Ratio(Score large, Score small, Func<Measurement, TimeSpan> of)
    {
        var ratios = large.Rounds.Zip(small.Rounds, (its, own) => of(its) / of(own)).Order().ToList();
        return ratios[ratios.Count / 2];
    }
}
