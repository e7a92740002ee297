using System.Collections.Concurrent;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>
/// Settles what a planner was asked and did not answer for certain: every seat that is held for nothing is let go, and
/// every unknown outcome ends. Several portals on one database may run it: each intent is taken up by one of them.
/// </summary>
public sealed class Reconciler(
    IDbContextFactory<BookingDbContext> contexts,
    IBookingSystems systems,
    CitizenFiles files,
    BookingReconciliation bookings,
    ChangeReconciliation changes,
    IBookingWriter writer,
    TimeProvider clock,
    ILogger<Reconciler> logger)
{
    private const int MostAtOnce = 100;

    /// <summary>After so many tries, an hour or so, the caseworkers are told; it is tried on.</summary>
    private const int TriesUntilReported = 8;

    private readonly ConcurrentDictionary<string, bool> _busy = new(StringComparer.Ordinal);

    /// <summary>
    /// Takes up all that is due once; gives back how many that was. May be called again while it runs: jobcentres that it
    /// is still at are left out, so that a slow planner delays its own jobcentre's only.
    /// </summary>
    public async Task<int> SettleAsync(CancellationToken cancellationToken)
    {
        List<BookingIntent> due;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var (now, busy) = (clock.GetUtcNow(), _busy.Keys.ToList());
            due = await context.BookingIntents.AsNoTracking()
                .Where(intent => intent.Step != IntentStep.Settled && intent.NextTryAt <= now && !busy.Contains(intent.JobCentreCode))
                .OrderBy(intent => intent.NextTryAt)
                .Take(MostAtOnce)
                .ToListAsync(cancellationToken);
        }

        await Task.WhenAll(due.GroupBy(intent => intent.JobCentreCode).Select(jobCentre => SettleAsync(jobCentre.Key, jobCentre, cancellationToken)));
        return due.Count;
    }

    private async Task SettleAsync(string jobCentreCode, IEnumerable<BookingIntent> due, CancellationToken cancellationToken)
    {
        if (!_busy.TryAdd(jobCentreCode, true))
        {
            return;
        }

        try
        {
            foreach (var intent in due)
            {
                await TryAsync(intent, cancellationToken);
            }
        }
        finally
        {
            _busy.TryRemove(jobCentreCode, out _);
        }
    }

    /// <summary>What goes wrong with one is tried again later, and keeps nobody else's waiting.</summary>
    private async Task TryAsync(BookingIntent intent, CancellationToken cancellationToken)
    {
        try
        {
            await TakeUpAsync(intent, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "Booking {BookingId} could not be settled.", intent.BookingId);
        }
    }

    private static FileErrorReport ReportOf(BookingIntent intent, Moment moment) => new(new ErrorReport
    {
        JobCentreCode = intent.JobCentreCode,
        CitizenId = intent.CitizenId,
        BookingId = intent.BookingId,
        Code = ReportCodes.TechnicalError,
        Origin = ErrorOrigin.Dfdg,
        Text = "Bookingsystemet har ikke bekræftet, hvordan det står til med en booking.",
        At = moment.Now,
        FiledByPortal = true,
    });

    private async Task TakeUpAsync(BookingIntent intent, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        var claim = new WritePlan([new ClaimIntent(intent, moment.Now + Retries.PauseAfter(intent.Tries)), .. intent.Tries == TriesUntilReported ? [ReportOf(intent, moment)] : Array.Empty<Write>()]);
        if (await writer.ApplyAsync(claim) is not null)
        {
            return;
        }

        var file = await files.ReadAsync(CitizenReference.ById(intent.CitizenId), moment, cancellationToken);
        if (file is null || systems.Find(intent.JobCentreCode)?.Reservations is not { } planner)
        {
            logger.LogWarning("Booking {BookingId} waits for jobcentre {JobCentre}, which has no planner to ask.", intent.BookingId, intent.JobCentreCode);
            return;
        }

        var citizen = file.Profile with { JobCentreCode = intent.JobCentreCode };
        if (intent.Step == IntentStep.Releasing)
        {
            await ReleaseAsync(planner, intent, citizen, moment, cancellationToken);
        }
        else if (intent.Kind == IntentKind.Book)
        {
            await bookings.TakeUpAsync(planner, intent, citizen, moment, cancellationToken);
        }
        else
        {
            await changes.TakeUpAsync(planner, intent, citizen, cancellationToken);
        }
    }

    private async Task ReleaseAsync(
        IReservations planner, BookingIntent intent, CitizenProfile citizen, Moment moment, CancellationToken cancellationToken)
    {
        var answer = await planner.ReleaseAsync(new SeatCall(intent.BookingId, citizen, intent.ReleaseRequest), cancellationToken);
        if (answer is not PlannerAnswer<Released>.Unknown || await IsGoneAsync(planner, intent, citizen, cancellationToken))
        {
            await writer.ApplyAsync(new WritePlan([new MoveIntent(intent.Id, intent.Step, IntentStep.Settled, moment.Now)]));
        }
    }

    private static async Task<bool> IsGoneAsync(IReservations planner, BookingIntent intent, CitizenProfile citizen, CancellationToken cancellationToken) =>
        await planner.GetAsync(intent.BookingId, citizen, cancellationToken) is PlannerAnswer<SeatStanding>.Done(var standing)
        && (standing.State is SeatState.None or SeatState.Cancelled
            || (intent.Kind == IntentKind.Move && standing is { State: SeatState.Booked, IsMoving: false }));
}
