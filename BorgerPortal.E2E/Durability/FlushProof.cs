namespace BorgerPortal.E2E.Durability;

/// <summary>
/// Whether each booking was on the disk when its 201 left the portal. A kill does not lose what the kernel still holds,
/// so a power cut is judged by the system calls: the write-ahead log was written with the booking, then flushed, and
/// then the answer was sent.
/// </summary>
internal static class FlushProof
{
    private const string WriteAheadLog = "-wal";

    /// <param name="calls">The portal's, while a single caller made its bookings one after the other.</param>
    /// <param name="requestIds">Theirs, in order; each stands in the log in the clear, in the commit of its booking.</param>
    /// <returns>What was wrong, one line each; none when every acknowledged booking was flushed.</returns>
    public static IReadOnlyList<string> FindFaults(IReadOnlyList<SystemCall> calls, IReadOnlyList<string> requestIds)
    {
        var answers = calls.Where(call => call.Answers(201)).ToList();
        if (answers.Count != requestIds.Count)
        {
            return [$"{requestIds.Count} bookings were made, but {answers.Count} answers of 201 were sent."];
        }

        var logCalls = calls.Where(call => call.Succeeded && call.File.EndsWith(WriteAheadLog, StringComparison.Ordinal)).ToList();
        return [.. requestIds.Zip(answers, (id, answer) => FindFault(logCalls, id, answer)).OfType<string>()];
    }

    private static string? FindFault(List<SystemCall> logCalls, string requestId, SystemCall answer)
    {
        var before = logCalls.Where(call => call.Ended < answer.Began).ToList();

        // The first one: the same page can be written again by a later commit, which is another one's to flush.
        var written = before.Find(call => call.IsWrite && call.Arguments.Contains(requestId, StringComparison.Ordinal));
        if (written is null)
        {
            return $"{requestId}: answered before it was written.";
        }

        return before.Exists(call => call.IsSync && call.Began > written.Ended)
            ? null
            : $"{requestId}: answered before what was written was flushed.";
    }
}
