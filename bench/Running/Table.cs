using System.Globalization;

namespace BorgerPortal.Bench.Running;

/// <summary>Prints scores beside that of the bare program, the last of them.</summary>
internal sealed class Table(TextWriter output)
{
    public Task WriteHeadAsync(string title) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.NewLine}{title}{Environment.NewLine}{"callers",7}  {"program",-24}{"per second",12}{"p50 ms",10}{"p99 ms",10}{"cpu us",11}{"of bare",9}{"by cpu",8}"));

    public async Task WriteAsync(Callers callers, IReadOnlyList<Score> scores)
    {
        foreach (var score in scores)
        {
            var median = score.Median;
            var rate = median.PerSecond.ToString(median.PerSecond < 10 ? "N2" : "N0", CultureInfo.InvariantCulture);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{callers.Count,7}  {score.Contestant.Name,-24}{rate,12}{median.Median.TotalMilliseconds,10:N2}{median.P99.TotalMilliseconds,10:N2}{median.Processor.TotalMicroseconds,11:N0}{score.Over(scores[^1]),9:N2}{score.ProcessorOver(scores[^1]),8:N2}"));
        }
    }
}
