using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Tests.Contention;

/// <summary>What came of a rush. It is reckoned from the answers and from the rows, not from what guards them.</summary>
/// <param name="Expected">How many seats there were.</param>
/// <param name="Sold">How many callers were told that they have one.</param>
/// <param name="OtherwiseRefused">How many were refused with anything but the awaited code alone.</param>
/// <param name="Bookings">Rows of bookings.</param>
/// <param name="DoublySold">Bookings for which a caseworker's time or a group had no room.</param>
/// <param name="SeatsTaken">Pieces of caseworkers' time that belong to a booking, and group seats counted.</param>
/// <param name="DeadlinesMet">Deadlines that name a booking which is there.</param>
/// <param name="Notices">Notices that name a booking which is there.</param>
/// <param name="Granted">Audit entries of a success.</param>
/// <param name="Refused">Audit entries of a refusal.</param>
internal sealed record RushReport(
    int Expected,
    int Sold,
    int OtherwiseRefused,
    int Bookings,
    int DoublySold,
    int SeatsTaken,
    int DeadlinesMet,
    int Notices,
    int Granted,
    int Refused)
{
    public bool IsSound(int callers) =>
        (Sold, Bookings, SeatsTaken, DeadlinesMet, Notices, Granted) == (Expected, Expected, Expected, Expected, Expected, Expected)
        && (OtherwiseRefused, DoublySold, Refused) == (0, 0, callers - Expected);

    public static Task<RushReport> ReadAsync(
        TestPortal portal, IReadOnlyList<Result<CreateBookingResult>> answers, int expected, ErrorCode refusal) =>
        portal.ReadAsync(async context =>
        {
            var bookings = await context.Bookings.AsNoTracking().Where(booking => booking.State == BookingState.Active).ToListAsync();
            var ids = bookings.Select(booking => booking.Id).ToHashSet();
            var timeslots = await context.Timeslots.AsNoTracking().ToListAsync();
            var sessions = await context.Occupancies.Select(occupancy => occupancy.Session).ToListAsync();
            var met = await context.Deadlines.Select(deadline => deadline.MetBy).ToListAsync();
            var notices = await context.OutboxNotices.Select(notice => notice.BookingId).ToListAsync();
            var audits = await context.AuditEntries.AsNoTracking().ToListAsync();
            return new RushReport(
                Expected: expected,
                Sold: answers.Count(answer => !answer.IsError && ids.Contains(answer.Value.BookingId)),
                OtherwiseRefused: answers.Count(answer => answer.IsError && (answer.Errors.Count > 1 || answer.Leading!.Code != refusal)),
                Bookings: bookings.Count,
                DoublySold: CountOverlaps(bookings) + CountOverfull(timeslots, bookings),
                SeatsTaken: sessions.Count(ids.Contains) + timeslots.Sum(timeslot => timeslot.SeatsTaken),
                DeadlinesMet: met.Count(id => id is not null && ids.Contains(id.Value)),
                Notices: notices.Count(ids.Contains),
                Granted: audits.Count(audit => audit.Codes.Count == 0),
                Refused: audits.Count(audit => audit.Codes is [var code] && code == refusal.Number));
        });

    /// <summary>Individual meetings that begin before an earlier one of the same caseworker has ended.</summary>
    private static int CountOverlaps(IEnumerable<Booking> bookings) => bookings
        .Where(booking => booking.Details.InterviewFormType == InterviewFormType.Individual)
        .GroupBy(booking => booking.CaseWorkerId)
        .Sum(own =>
        {
            var (overlaps, busyUntil) = (0, DateTimeOffset.MinValue);
            foreach (var details in own.Select(booking => booking.Details).OrderBy(details => details.Start))
            {
                overlaps += details.Start < busyUntil ? 1 : 0;
                busyUntil = details.End > busyUntil ? details.End.Value : busyUntil;
            }

            return overlaps;
        });

    private static int CountOverfull(IEnumerable<PlannedTimeslot> timeslots, List<Booking> bookings) => timeslots
        .Where(timeslot => timeslot.IsGroup)
        .Sum(timeslot => Math.Max(0, bookings.Count(booking => IsOf(booking, timeslot)) - timeslot.TotalSeats!.Value));

    private static bool IsOf(Booking booking, PlannedTimeslot timeslot) =>
        booking.OptionId == timeslot.OptionId && booking.Details.Start == timeslot.Start;
}
