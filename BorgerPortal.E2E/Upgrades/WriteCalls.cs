using System.Text.RegularExpressions;

namespace BorgerPortal.E2E.Upgrades;

/// <summary>A moment at which a process is killed: instead of this call of a thread.</summary>
/// <param name="Call">The system call.</param>
/// <param name="Number">Which of the thread's, from 1.</param>
internal sealed record KillMoment(string Call, int Number);

/// <summary>The calls by which a process writes its database, as strace has logged them.</summary>
internal static partial class WriteCalls
{
    /// <summary>Moments from the first to the last write and flush, evenly spread.</summary>
    /// <param name="log">Of a run that nobody killed.</param>
    /// <param name="writes">How many moments of writing.</param>
    /// <param name="flushes">How many of flushing.</param>
    public static IReadOnlyList<KillMoment> Choose(string log, int writes, int flushes)
    {
        // Strace counts each thread's calls for itself, and one thread does all the work on a SQLite file.
        var calls = File.ReadLines(log).Select(line => Begun().Match(line)).Where(match => match.Success)
            .GroupBy(match => match.Groups["thread"].Value, StringComparer.Ordinal).MaxBy(thread => thread.Count())!
            .CountBy(match => match.Groups["call"].Value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. calls.SelectMany(call => Spread(call.Value, call.Key == "pwrite64" ? writes : flushes).Select(number => new KillMoment(call.Key, number)))];
    }

    public static bool WasKilled(string log) => File.ReadLines(log).Any(line => line.EndsWith("+++ killed by SIGKILL +++", StringComparison.Ordinal));

    private static IEnumerable<int> Spread(int last, int count) =>
        Enumerable.Range(0, count).Select(index => 1 + (index * (last - 1) / (count - 1))).Distinct();

    [GeneratedRegex(@"^(?<thread>\d+) +(?<call>pwrite64|fdatasync|fsync)\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Begun();
}
