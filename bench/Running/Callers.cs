namespace BorgerPortal.Bench.Running;

/// <summary>What a number of callers got done.</summary>
internal sealed record Measurement(double PerSecond, TimeSpan Median, TimeSpan P99);

/// <summary>A number of callers who call at once, each again as soon as it has its answer.</summary>
internal sealed class Callers(int count, TimeProvider clock)
{
    public int Count => count;

    /// <summary>Makes the calls with the numbers from <paramref name="first"/> on, each once, and takes the time of each.</summary>
    public async Task<Measurement> MeasureAsync(Func<int, Task> call, int first, int calls)
    {
        var times = new long[calls];
        var taken = -1;
        var begun = clock.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(CallAsync)));
        var elapsed = clock.GetElapsedTime(begun);

        Array.Sort(times);
        return new Measurement(calls / elapsed.TotalSeconds, Percentile(times, 50), Percentile(times, 99));

        async Task CallAsync()
        {
            for (var number = Interlocked.Increment(ref taken); number < calls; number = Interlocked.Increment(ref taken))
            {
                var start = clock.GetTimestamp();
                await call(first + number);
                times[number] = clock.GetTimestamp() - start;
            }
        }
    }

    private TimeSpan Percentile(long[] sorted, int percent) => clock.GetElapsedTime(0, sorted[(sorted.Length - 1) * percent / 100]);
}
