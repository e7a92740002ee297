using System.Diagnostics;
using BorgerPortal.Bench.Serving;

namespace BorgerPortal.Bench.Import;

/// <summary>What a command of the portal took.</summary>
/// <param name="Took">From the start of its process to the end.</param>
/// <param name="Processor">Time of all processors.</param>
/// <param name="PeakBytes">The most memory that the process had.</param>
internal sealed record CommandCost(TimeSpan Took, TimeSpan Processor, long PeakBytes);

/// <summary>Runs the portal's program with a command, as a process of its own.</summary>
internal sealed class PortalCommand(IReadOnlyDictionary<string, string> settings, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <exception cref="InvalidOperationException">It has not done what it was told.</exception>
    public async Task<CommandCost> RunAsync(params string[] arguments)
    {
        var begun = clock.GetTimestamp();
        using var process = Process.Start(BenchProgram.Describe("BorgerPortal.Web.dll", arguments, settings))!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (processor, peak) = (TimeSpan.Zero, 0L);

        // Both only ever rise, so the last look before the end says what they came to; of what has just ended there is nothing to see.
        while (!process.HasExited)
        {
            var (processorNow, peakNow) = ReadCost(process);
            (processor, peak) = (processor > processorNow ? processor : processorNow, Math.Max(peak, peakNow));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(Look, clock));
        }

        var took = clock.GetElapsedTime(begun);
        return process.ExitCode == 0
            ? new CommandCost(took, processor, peak)
            : throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}:\n{string.Join('\n', await said)}");
    }

    private static (TimeSpan Processor, long PeakBytes) ReadCost(Process process)
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime, process.PeakWorkingSet64);
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
            return default;
        }
    }
}
