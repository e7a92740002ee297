using System.Globalization;

namespace BorgerPortal.Bench.Running;

/// <summary>Prints scores beside that of the bare program, the last of them.</summary>
internal sealed class Table(TextWriter output)
{
    public Task WriteHeadAsync(string title) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.NewLine}{title}{Environment.NewLine}{"callers",7}  {"program",-24}{"per second",12}{"p50 ms",9}{"p99 ms",9}{"cpu us",9}{"of bare",9}{"by cpu",8}"));

    public async Task WriteAsync(Callers callers, IReadOnlyList<Score> scores)
    {
        foreach (var score in scores)
        {
            var median = score.Median;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{callers.Count,7}  {score.Contestant.Name,-24}{median.PerSecond,12:N0}{median.Median.TotalMilliseconds,9:N2}{median.P99.TotalMilliseconds,9:N2}{median.Processor.TotalMicroseconds,9:N0}{score.Over(scores[^1]),9:N2}{score.ProcessorOver(scores[^1]),8:N2}"));
        }
    }
}
