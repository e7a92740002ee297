using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Daily;

/// <summary>Closes for good the open deadlines of those whom an absence closes them for (56, 57, 75).</summary>
public sealed class DeadlineCloser(IDbContextFactory<BookingDbContext> contexts, IBookingWriter writer, TimeProvider clock)
{
    /// <summary>Absences that are looked at together, whether or not they close anything.</summary>
    private const int AbsencesAtOnce = 5_000;

    private const int CitizensAtOnce = 100;

    /// <param name="since">The first day that has not been looked at.</param>
    /// <param name="until">The last.</param>
    /// <param name="holdAsync">Called before each part; throws where the job is no longer this portal's.</param>
    /// <param name="cancellationToken">Ends it between two parts.</param>
    /// <returns>How many were closed.</returns>
    internal async Task<int> CloseAsync(DateOnly since, DateOnly until, Func<Task> holdAsync, CancellationToken cancellationToken)
    {
        var closed = 0;
        var last = await LastAbsenceAsync(cancellationToken);
        for (var after = 0L; after < last; after += AbsencesAtOnce)
        {
            List<OpenDeadline> open;
            do
            {
                await holdAsync();
                open = await FindAsync(after, since, until, cancellationToken);
                foreach (var some in open.GroupBy(deadline => deadline.CitizenId).Chunk(CitizensAtOnce))
                {
                    closed += (await Task.WhenAll(some.Select(CloseAsync))).Sum();
                }
            }
            while (open.Count > 0);
        }

        return closed;
    }

    private async Task<long> LastAbsenceAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Absences.MaxAsync(absence => (long?)absence.Id, cancellationToken) ?? 0;
    }

    /// <summary>The open deadlines of those whose absence was current on one of the days, and not before the deadline was there.</summary>
    private async Task<List<OpenDeadline>> FindAsync(long after, DateOnly since, DateOnly until, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found =
            from absence in context.Absences
            where absence.Id > after && absence.Id <= after + AbsencesAtOnce && Absence.ClosingDeadlines.Contains(absence.Type)
                && absence.From <= until && (absence.To == null || absence.To >= since)
            join deadline in context.Deadlines on absence.CitizenId equals deadline.CitizenId
            where !deadline.AdministrativelyClosed
                && (deadline.IssuedOn == null || absence.To == null || absence.To >= deadline.IssuedOn)
                && !context.Bookings.Any(booking => booking.Id == deadline.MetBy && booking.State != BookingState.Cancelled)
            join citizen in context.Citizens on deadline.CitizenId equals citizen.Id
            select new OpenDeadline(deadline.Id, citizen.Id, citizen.JobCentreCode, citizen.Version);
        return await found.Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>A citizen who does something at this very moment is looked at again: what they do counts first.</summary>
    private async Task<int> CloseAsync(IGrouping<long, OpenDeadline> deadlines)
    {
        var citizen = deadlines.First();
        var refusal = await writer.ApplyAsync(new WritePlan(
        [
            new ExpectCitizen(citizen.CitizenId, citizen.Version),
            .. deadlines.Select(deadline => new CloseDeadline(deadline.Id)),
            new WriteAudit(new AuditEntry
            {
                At = clock.GetUtcNow(),
                ActorKind = ActorKind.System,
                CitizenId = citizen.CitizenId,
                JobCentreCode = citizen.JobCentreCode,
                Operation = AuditNames.CloseDeadline,
                Codes = [],
            }),
        ]));
        return refusal is null ? deadlines.Count() : 0;
    }

    private sealed record OpenDeadline(long Id, long CitizenId, string JobCentreCode, long Version);
}
