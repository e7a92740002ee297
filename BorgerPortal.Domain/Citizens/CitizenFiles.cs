using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Citizens;

/// <summary>Finds citizens and reads their files.</summary>
public sealed class CitizenFiles(IDbContextFactory<BookingDbContext> contexts, PersonnummerVault vault)
{
    private static readonly Func<BookingDbContext, byte[], Task<Citizen?>> ByLookup = EF.CompileAsyncQuery(
        (BookingDbContext context, byte[] lookup) =>
            context.Citizens.AsNoTracking().FirstOrDefault(citizen => citizen.PersonnummerLookup == lookup));

    private static readonly Func<BookingDbContext, long, Task<Citizen?>> ById = EF.CompileAsyncQuery(
        (BookingDbContext context, long id) => context.Citizens.AsNoTracking().FirstOrDefault(citizen => citizen.Id == id));

    private static readonly Func<BookingDbContext, long, IAsyncEnumerable<Absence>> Absences = EF.CompileAsyncQuery<BookingDbContext, long, Absence>(
        (BookingDbContext context, long id) =>
            context.Absences.AsNoTracking().Where(absence => absence.CitizenId == id).OrderBy(absence => absence.Position));

    private static readonly Func<BookingDbContext, long, IAsyncEnumerable<DeadlineRow>> Deadlines = EF.CompileAsyncQuery(
        (BookingDbContext context, long id) =>
            from deadline in context.Deadlines.AsNoTracking()
            where deadline.CitizenId == id
            orderby deadline.Position
            join booking in context.Bookings.Where(booking => booking.State != BookingState.Cancelled)
                on deadline.MetBy equals booking.Id into met
            from booking in met.DefaultIfEmpty()
            select new DeadlineRow(deadline, booking == null ? null : booking.Details.Start));

    private static readonly Func<BookingDbContext, long, DateTimeOffset, IAsyncEnumerable<CurrentBooking>> Bookings = EF.CompileAsyncQuery(
        (BookingDbContext context, long id, DateTimeOffset from) => context.Bookings
            .Where(booking => booking.CitizenId == id && booking.State != BookingState.Cancelled && booking.Details.Start >= from)
            .OrderBy(booking => booking.Details.Start)
            .Select(booking => new CurrentBooking(
                booking.Id, booking.Details.InterviewType, booking.Details.Start, booking.OptionId, booking.State)));

    /// <summary>The citizen's file as of now; null where nobody is known by that personnummer or id.</summary>
    public async Task<CitizenFile?> ReadAsync(CitizenReference reference, Moment moment, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(context, reference) is not { } citizen)
        {
            return null;
        }

        // One connection for all four reads.
        var absences = await Absences(context, citizen.Id).CollectAsync(cancellationToken);
        var deadlines = await Deadlines(context, citizen.Id).CollectAsync(cancellationToken);
        var bookings = await Bookings(context, citizen.Id, DanishTime.StartOfDay(moment.Today)).CollectAsync(cancellationToken);
        return new CitizenFile(
            citizen, absences, deadlines.ConvertAll(row => new DeadlineState(row.Deadline, row.MeetingStart)), bookings);
    }

    /// <summary>Our own id of the citizen; null where nobody is known by that personnummer or id.</summary>
    public async Task<long?> FindIdAsync(CitizenReference reference, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await FindAsync(context, reference))?.Id;
    }

    private async Task<Citizen?> FindAsync(BookingDbContext context, CitizenReference reference)
    {
        if (reference.Id is { } id)
        {
            return await ById(context, id);
        }

        return reference.TryGetPersonnummer(out var personnummer) ? await ByLookup(context, vault.Lookup(personnummer)) : null;
    }

    private sealed record DeadlineRow(Deadline Deadline, DateTimeOffset? MeetingStart);
}
