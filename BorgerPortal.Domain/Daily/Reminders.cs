using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Daily;

/// <summary>Puts a reminder of each meeting of tomorrow into the outbox: one for a meeting and the time at which it starts.</summary>
public sealed class Reminders(IDbContextFactory<BookingDbContext> contexts, IBookingWriter writer, IdSource ids, TimeProvider clock)
{
    private const int MeetingsInOnePlan = 200;

    /// <summary>What takes back the reminder of a start that a meeting no longer has, where it is not sent; nothing where there cannot be one yet.</summary>
    internal static IEnumerable<Write> Withdraw(Booking booking, Moment moment) =>
        booking.Details.Start.DanishDate() <= moment.Today.AddDays(1) ? [new WithdrawReminder(booking.Id)] : [];

    /// <param name="day">The day that is done: the meetings of the day after it that are still to come are reminded of.</param>
    /// <param name="holdAsync">Called before each part; throws where the job is no longer this portal's.</param>
    /// <param name="cancellationToken">Ends it between two parts.</param>
    /// <returns>How many meetings there are.</returns>
    internal async Task<int> QueueAsync(DateOnly day, Func<Task> holdAsync, CancellationToken cancellationToken)
    {
        var queued = 0;
        foreach (var jobCentre in await JobCentresAsync(cancellationToken))
        {
            foreach (var meetings in (await FindAsync(jobCentre, day, cancellationToken)).Chunk(MeetingsInOnePlan))
            {
                await holdAsync();
                var now = clock.GetUtcNow();
                await writer.ApplyAsync(new WritePlan([.. meetings.Select(meeting => new QueueReminder(ids.Next(), meeting.BookingId, meeting.Start, now))]));
                queued += meetings.Length;
            }
        }

        return queued;
    }

    private async Task<List<string>> JobCentresAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.JobCentres.Select(centre => centre.Code).ToListAsync(cancellationToken);
    }

    private async Task<List<Meeting>> FindAsync(string jobCentre, DateOnly day, CancellationToken cancellationToken)
    {
        var (now, end) = (clock.GetUtcNow(), DanishTime.StartOfDay(day.AddDays(2)));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Bookings
            .Where(booking => booking.JobCentreCode == jobCentre && booking.Details.Start > now && booking.Details.Start < end)
            .Where(booking => booking.State == BookingState.Active || booking.State == BookingState.Changing)
            .Where(booking => !context.OutboxNotices.Any(notice => notice.BookingId == booking.Id && notice.StartsAt == booking.Details.Start))
            .Select(booking => new Meeting(booking.Id, booking.Details.Start))
            .ToListAsync(cancellationToken);
    }

    private sealed record Meeting(Guid BookingId, DateTimeOffset Start);
}
