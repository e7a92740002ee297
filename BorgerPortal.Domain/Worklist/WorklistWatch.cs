using BorgerPortal.Domain.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Domain.Worklist;

/// <summary>
/// Tells open pages that something has happened to their jobcentre's list. What this portal does is told at once; what
/// another portal on the same database does, when it is next looked for, which is each second while anybody watches.
/// </summary>
public sealed class WorklistWatch(IDbContextFactory<BookingDbContext> contexts, TimeProvider clock, ILogger<WorklistWatch> logger) : IDisposable
{
    /// <summary>How long a change by another portal may go unnoticed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly List<Watcher> _watchers = [];
    private readonly CancellationTokenSource _stopping = new();
    private bool _isLooking;

    /// <summary>Begins to watch; until it is disposed, each change calls back. The callback may come from anywhere, and must not wait.</summary>
    public IDisposable Watch(string jobCentreCode, Action changed)
    {
        var watcher = new Watcher(this, jobCentreCode, changed);
        lock (_gate)
        {
            _watchers.Add(watcher);
            if (!_isLooking)
            {
                _isLooking = true;
                _ = LookAsync();
            }
        }

        return watcher;
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    /// <summary>Something has been done with a case of the jobcentre's.</summary>
    internal void Touch(string jobCentreCode)
    {
        foreach (var watcher in Watchers().Where(watcher => watcher.JobCentreCode == jobCentreCode))
        {
            watcher.Changed();
        }
    }

    private List<Watcher> Watchers()
    {
        lock (_gate)
        {
            return [.. _watchers];
        }
    }

    private async Task LookAsync()
    {
        var seen = new Dictionary<string, Mark>(StringComparer.Ordinal);
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
            {
                var centres = Watchers().Select(watcher => watcher.JobCentreCode).Distinct(StringComparer.Ordinal).ToList();
                foreach (var centre in centres)
                {
                    var mark = await MarkAsync(centre);
                    if (mark is not null && seen.TryGetValue(centre, out var last) && last != mark)
                    {
                        Touch(centre);
                    }

                    seen[centre] = mark ?? seen.GetValueOrDefault(centre)!;
                }
            }
            while (await timer.WaitForNextTickAsync(_stopping.Token) && !MayStop());
        }
        catch (OperationCanceledException)
        {
            // The portal stops.
        }
    }

    private bool MayStop()
    {
        lock (_gate)
        {
            _isLooking = _watchers.Count > 0;
            return !_isLooking;
        }
    }

    /// <summary>Null where the database is away: it is looked for again.</summary>
    private async Task<Mark?> MarkAsync(string jobCentreCode)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(_stopping.Token);
            return new Mark(
                await context.WorkHandlings.MaxAsync(handling => (long?)handling.Id, _stopping.Token),
                await context.ErrorReports.MaxAsync(report => (long?)report.Id, _stopping.Token),
                await context.EvidenceReceipts.Where(receipt => receipt.JobCentreCode == jobCentreCode).MaxAsync(receipt => (DateTimeOffset?)receipt.At, _stopping.Token));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogDebug(exception, "The list of a jobcentre could not be looked at.");
            return null;
        }
    }

    /// <summary>How far the list has come. Ids of all jobcentres: an index tells them, and to look once too often does no harm.</summary>
    private sealed record Mark(long? LastHandling, long? LastReport, DateTimeOffset? LastReceipt);

    private sealed class Watcher(WorklistWatch watch, string jobCentreCode, Action changed) : IDisposable
    {
        public string JobCentreCode => jobCentreCode;

        public void Changed() => changed();

        public void Dispose()
        {
            lock (watch._gate)
            {
                watch._watchers.Remove(this);
            }
        }
    }
}
