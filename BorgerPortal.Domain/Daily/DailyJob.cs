using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Daily;

/// <summary>
/// What is done once a day: deadlines are closed for good, reminders are queued, answers and sessions that have outlived their time go.
/// What was left undone while no portal ran is done at the next start. Of several portals on one database one gets the day;
/// each part is small, changes nothing when it is done again, and lets bookings through in between.
/// </summary>
public sealed class DailyJob(
    IDbContextFactory<BookingDbContext> contexts,
    IBookingWriter writer,
    DeadlineCloser closer,
    Reminders reminders,
    OutlivedAnswers answers,
    LogInSessions sessions,
    IdSource ids,
    TimeProvider clock)
{
    /// <summary>Longer than any part takes; it is prolonged before each.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private DateOnly _knownDone = DateOnly.MinValue;

    /// <summary>Does what is due.</summary>
    /// <returns>What was done; null where nothing is due, or another portal is at it.</returns>
    public async Task<DailyOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        var due = DailyDay.DueBy(moment);
        if (_knownDone >= due)
        {
            return null;
        }

        var turn = new DailyTurn(ids.Next(), due);
        if (await writer.ApplyAsync(new WritePlan([new ClaimDailyRun(turn, moment.Now, moment.Now + Lease)])) is not null)
        {
            _knownDone = await DoneOnAsync(cancellationToken);
            return null;
        }

        try
        {
            var last = await DoneOnAsync(cancellationToken);
            // The last day again: an absence may have been noted after its hour.
            var since = last == DateOnly.MinValue ? due : last;
            var closed = await closer.CloseAsync(since, due, HoldAsync, cancellationToken);
            var reminded = await reminders.QueueAsync(due, HoldAsync, cancellationToken);
            var removed = await answers.RemoveAsync(HoldAsync, cancellationToken);
            await HoldAsync();
            await sessions.DeleteOldAsync(cancellationToken);
            await HoldAsync();
            await writer.ApplyAsync(new WritePlan([new FinishDailyRun(turn)]));
            _knownDone = due;
            return new DailyOutcome(due, closed, reminded, removed);
        }
        finally
        {
            // Where it was not finished, the next one need not wait.
            await writer.ApplyAsync(new WritePlan([new LetGoDailyRun(turn, clock.GetUtcNow())]));
        }

        async Task HoldAsync()
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await writer.ApplyAsync(new WritePlan([new HoldDailyRun(turn, clock.GetUtcNow() + Lease)])) is not null)
            {
                throw new InvalidOperationException("Another portal has taken the daily job over.");
            }
        }
    }

    private async Task<DateOnly> DoneOnAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DailyRuns.AsNoTracking().Where(run => run.Name == DailyRun.TheOne).Select(run => run.DoneOn).SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>A portal's turn at a day's work.</summary>
/// <param name="Claim">Drawn for it alone.</param>
/// <param name="Day">The day that is to be done.</param>
public sealed record DailyTurn(Guid Claim, DateOnly Day);

/// <summary>What a run did.</summary>
/// <param name="Day">The day that is done now.</param>
/// <param name="DeadlinesClosed">Deadlines closed for good.</param>
/// <param name="RemindersQueued">Reminders put into the outbox.</param>
/// <param name="AnswersRemoved">Whether answers of request ids were removed, by parts.</param>
public sealed record DailyOutcome(DateOnly Day, int DeadlinesClosed, int RemindersQueued, int AnswersRemoved);
