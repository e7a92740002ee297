namespace BorgerPortal.Bench.Running;

/// <summary>What a number of callers got done.</summary>
/// <param name="PerSecond">Calls per second.</param>
/// <param name="Median">Half of the calls took no longer.</param>
/// <param name="P99">99 of 100 calls took no longer.</param>
/// <param name="Processor">
/// Time of all processors for each call, the program's own: it says the most on a machine that is busy with something else.
/// </param>
internal sealed record Measurement(double PerSecond, TimeSpan Median, TimeSpan P99, TimeSpan Processor);

/// <summary>A number of callers who call at once, each again as soon as it has its answer.</summary>
internal sealed class Callers(int count, TimeProvider clock)
{
    public int Count => count;

    /// <summary>Makes the calls with the numbers from <paramref name="first"/> on, each once, and takes the time of each.</summary>
    public async Task<Measurement> MeasureAsync(Contestant contestant, int first, int calls)
    {
        var times = new long[calls];
        var taken = -1;
        var (begun, processor) = (clock.GetTimestamp(), contestant.ProcessorTime());
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(CallAsync)));
        var (elapsed, used) = (clock.GetElapsedTime(begun), contestant.ProcessorTime() - processor);

        Array.Sort(times);
        return new Measurement(calls / elapsed.TotalSeconds, Percentile(times, 50), Percentile(times, 99), used / calls);

        async Task CallAsync()
        {
            for (var number = Interlocked.Increment(ref taken); number < calls; number = Interlocked.Increment(ref taken))
            {
                var start = clock.GetTimestamp();
                await contestant.CallAsync(first + number);
                times[number] = clock.GetTimestamp() - start;
            }
        }
    }

    private TimeSpan Percentile(long[] sorted, int percent) => clock.GetElapsedTime(0, sorted[(sorted.Length - 1) * percent / 100]);
}
