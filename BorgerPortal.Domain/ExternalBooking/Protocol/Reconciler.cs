using System.Collections.Concurrent;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
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
    BookingSettlement settlement,
    IBookingWriter writer,
    TimeProvider clock,
    ILogger<Reconciler> logger)
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

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

    /// <summary>Each try waits twice as long for the next.</summary>
    private static TimeSpan PauseAfter(int tries) =>
        tries >= 8 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << tries));

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
        var claim = new WritePlan([new ClaimIntent(intent, moment.Now + PauseAfter(intent.Tries)), .. intent.Tries == TriesUntilReported ? [ReportOf(intent, moment)] : Array.Empty<Write>()]);
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
        switch (intent.Step)
        {
            case IntentStep.Reserving:
                await GiveBackAsync(intent, moment);
                break;
            case IntentStep.Confirming:
                await ConfirmAsync(planner, intent, citizen, cancellationToken);
                break;
            case IntentStep.Unknown:
                await ReadBackAsync(planner, intent, citizen, cancellationToken);
                break;
            default:
                await ReleaseAsync(planner, intent, citizen, moment, cancellationToken);
                break;
        }
    }

    /// <summary>A request that ended in the middle: nothing was promised, so the booking goes and the seat is let go next.</summary>
    private async Task GiveBackAsync(BookingIntent intent, Moment moment)
    {
        if (await FindAsync(intent) is not { } booking)
        {
            return;
        }

        IReadOnlyList<Error> errors = [Errors.BookingSystemUnreachable];
        await writer.ApplyAsync(new WritePlan(
        [
            new MoveIntent(intent.BookingId, IntentStep.Reserving, IntentStep.Releasing, moment.Now),
            new DropPendingBooking(intent.BookingId),
            new FreeExclusiveKind(intent.CitizenId, intent.BookingId),
            RequestLedger.Settle(intent.BookingId, moment, errors),
            BookingAudit.Of(booking, bookingId: null, errors, intent.Caller, moment),
        ]));
    }

    /// <summary>
    /// A repeat proves nothing but a yes: a planner that has confirmed already may refuse it, or say only that it has
    /// received it. Then the booking is read back.
    /// </summary>
    private async Task ConfirmAsync(IReservations planner, BookingIntent intent, CitizenProfile citizen, CancellationToken cancellationToken)
    {
        var answer = await planner.ConfirmAsync(new SeatCall(intent.BookingId, citizen, intent.ConfirmRequest), cancellationToken);
        if (answer is PlannerAnswer<Confirmed>.Done)
        {
            await ActivateAsync(intent, cancellationToken);
        }
        else if (intent.Step == IntentStep.Confirming)
        {
            await writer.ApplyAsync(new WritePlan([new MoveIntent(intent.BookingId, intent.Step, IntentStep.Unknown, clock.GetUtcNow())]));
        }
        else if (answer is PlannerAnswer<Confirmed>.Refused)
        {
            await EndAsync(intent);
        }
    }

    private async Task ReadBackAsync(IReservations planner, BookingIntent intent, CitizenProfile citizen, CancellationToken cancellationToken)
    {
        if (await planner.GetAsync(intent.BookingId, citizen, cancellationToken) is not PlannerAnswer<SeatStanding>.Done(var standing))
        {
            return;
        }

        switch (standing.State)
        {
            case SeatState.Booked when IsSame((await FindAsync(intent))?.Details, standing.Details):
                await ActivateAsync(intent, cancellationToken);
                break;
            case SeatState.Booked:
                logger.LogError("Booking {BookingId} is another one with its planner; a caseworker must settle it.", intent.BookingId);
                break;
            case SeatState.Reserved:
                await ConfirmAsync(planner, intent, citizen, cancellationToken);
                break;
            default:
                await EndAsync(intent);
                break;
        }
    }

    private async Task ActivateAsync(BookingIntent intent, CancellationToken cancellationToken)
    {
        if (await FindAsync(intent) is { } booking)
        {
            await settlement.ActivateAsync(booking, intent.Step, intent.Caller, cancellationToken);
        }
    }

    private async Task EndAsync(BookingIntent intent)
    {
        if (await FindAsync(intent) is { } booking)
        {
            await settlement.EndAsync(booking, intent.Step, [Errors.TimeNoLongerAvailable], isTold: false, intent.Caller);
        }
    }

    private async Task ReleaseAsync(
        IReservations planner, BookingIntent intent, CitizenProfile citizen, Moment moment, CancellationToken cancellationToken)
    {
        var answer = await planner.ReleaseAsync(new SeatCall(intent.BookingId, citizen, intent.ReleaseRequest), cancellationToken);
        if (answer is not PlannerAnswer<Released>.Unknown || await IsGoneAsync(planner, intent, citizen, cancellationToken))
        {
            await writer.ApplyAsync(new WritePlan([new MoveIntent(intent.BookingId, intent.Step, IntentStep.Settled, moment.Now)]));
        }
    }

    private static async Task<bool> IsGoneAsync(IReservations planner, BookingIntent intent, CitizenProfile citizen, CancellationToken cancellationToken) =>
        await planner.GetAsync(intent.BookingId, citizen, cancellationToken) is PlannerAnswer<SeatStanding>.Done
        {
            Value.State: SeatState.None or SeatState.Cancelled,
        };

    private static bool IsSame(BookingDetails? ours, BookingDetails? theirs) =>
        ours is not null && theirs is not null
        && (ours.Start, ours.ContactType, ours.Supervisor.Identifier) == (theirs.Start, theirs.ContactType, theirs.Supervisor.Identifier);

    private async Task<Booking?> FindAsync(BookingIntent intent)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await context.Bookings.AsNoTracking().FirstOrDefaultAsync(booking => booking.Id == intent.BookingId);
    }
}
