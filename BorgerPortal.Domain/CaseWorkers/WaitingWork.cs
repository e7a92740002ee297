using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.CaseWorkers;

/// <summary>How much waits at a jobcentre.</summary>
/// <param name="ErrorReports">Reports of errors that nobody has handled.</param>
/// <param name="Receipts">Receipts of missing times that nobody has handled.</param>
/// <param name="Unknown">Bookings and changes of which the booking system has not said for certain what became of them.</param>
/// <param name="DeadlinesSoon">Open deadlines that must be booked for within <see cref="WaitingWork.SoonDays"/> days from today.</param>
/// <param name="MeetingsToday">Meetings of today that stand.</param>
public sealed record Waiting(int ErrorReports, int Receipts, int Unknown, int DeadlinesSoon, int MeetingsToday);

/// <summary>What waits for a jobcentre's caseworkers, counted by one query each. No citizen is named.</summary>
public sealed class WaitingWork(IDbContextFactory<BookingDbContext> contexts, TimeProvider clock)
{
    public const int SoonDays = 7;

    public async Task<Waiting> CountAsync(string jobCentreCode, CancellationToken cancellationToken)
    {
        var today = Moment.Read(clock).Today;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new Waiting(
            await context.ErrorReports.CountAsync(report => report.JobCentreCode == jobCentreCode && report.HandledAt == null, cancellationToken),
            await ReceiptsOf(context, jobCentreCode).CountAsync(cancellationToken),
            await UnknownOf(context, jobCentreCode).CountAsync(cancellationToken),
            await DeadlinesOf(context, jobCentreCode, today).SumAsync(cancellationToken),
            await MeetingsOf(context, jobCentreCode, today).SumAsync(cancellationToken));
    }

    private static IQueryable<EvidenceReceipt> ReceiptsOf(BookingDbContext context, string jobCentreCode) => context.EvidenceReceipts
        .Where(receipt => receipt.JobCentreCode == jobCentreCode
            && context.WorkHandlings.Where(step => step.ReceiptId == receipt.Id).OrderByDescending(step => step.Number)
                .Select(step => (bool?)step.IsHandled).FirstOrDefault() != true);

    // One that is only to be told of a release has come to nothing for certain. By the index of the unsettled ones, which are few.
    private static IQueryable<BookingIntent> UnknownOf(BookingDbContext context, string jobCentreCode) => context.BookingIntents
        .Where(intent => intent.Step != IntentStep.Settled && intent.NextTryAt > DateTimeOffset.UnixEpoch)
        .Where(intent => intent.JobCentreCode == jobCentreCode && intent.Step < IntentStep.Releasing);

    // Citizen by citizen: a jobcentre's are found by an index, its deadlines only by theirs. What met a deadline is looked up: a
    // join could walk through all that has met any.
    private static IQueryable<int> DeadlinesOf(BookingDbContext context, string jobCentreCode, DateOnly today)
    {
        var last = today.AddDays(SoonDays);
        return context.Citizens
            .Where(citizen => citizen.JobCentreCode == jobCentreCode && !citizen.Dead)
            .Select(citizen => context.Deadlines.Count(deadline =>
                deadline.CitizenId == citizen.Id && deadline.BookBy >= today && deadline.BookBy <= last && !deadline.AdministrativelyClosed
                && (context.Bookings.Where(booking => booking.Id == deadline.MetBy).Select(booking => (BookingState?)booking.State).FirstOrDefault() ?? BookingState.Cancelled)
                    == BookingState.Cancelled
                && !context.Absences.Any(absence => absence.CitizenId == citizen.Id && Absence.ClosingDeadlines.Contains(absence.Type)
                    && absence.From <= today && (absence.To == null || absence.To >= today))));
    }

    // Those that stand are counted, not looked for: by the index of all that stand PostgreSQL might go through every jobcentre's.
    private static IQueryable<int> MeetingsOf(BookingDbContext context, string jobCentreCode, DateOnly today)
    {
        var (from, to) = (DanishTime.StartOfDay(today), DanishTime.StartOfDay(today.AddDays(1)));
        return context.Bookings
            .Where(booking => booking.JobCentreCode == jobCentreCode && booking.Details.Start >= from && booking.Details.Start < to)
            .Select(booking => booking.State == BookingState.Cancelled ? 0 : 1);
    }
}
