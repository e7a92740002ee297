using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>Reads rows by many keys at once: a query for each thousand of them, not one for each.</summary>
internal sealed class BulkReads(BookingDbContext context, CancellationToken cancellationToken)
{
    private const int KeysInOneQuery = 1000;

    public Task<List<Citizen>> CitizensAsync(List<byte[]> lookups) => ReadAsync(lookups, keys => context.Citizens
        .Include(citizen => citizen.Absences)
        .Include(citizen => citizen.Deadlines)
        .AsSplitQuery()
        .Where(citizen => keys.Contains(citizen.PersonnummerLookup)));

    public Task<List<PlannedOption>> OptionsAsync(List<Guid> ids) =>
        ReadAsync(ids, keys => context.Options.Where(option => keys.Contains(option.Id)));

    public Task<List<PlannedOptionCaseWorker>> OptionCaseWorkersAsync(List<Guid> optionIds) =>
        ReadAsync(optionIds, keys => context.OptionCaseWorkers.Where(link => keys.Contains(link.OptionId)));

    public Task<List<PlannedOptionCitizen>> OptionCitizensAsync(List<Guid> optionIds) =>
        ReadAsync(optionIds, keys => context.OptionCitizens.Where(link => keys.Contains(link.OptionId)));

    public Task<List<PlannedTimeslot>> TimeslotsAsync(List<Guid> optionIds, DateTimeOffset first, DateTimeOffset last) =>
        ReadAsync(optionIds, keys => TimeslotsOf(keys, first, last));

    public Task<List<PlannedTimeslotCaseWorker>> TimeslotCaseWorkersAsync(List<Guid> optionIds, DateTimeOffset first, DateTimeOffset last) =>
        ReadAsync(optionIds, keys =>
            from timeslot in TimeslotsOf(keys, first, last)
            join link in context.TimeslotCaseWorkers on timeslot.Id equals link.TimeslotId
            select link);

    public async Task<IEnumerable<BookingRow>> BookingsAsync(List<Guid> ids, List<long> citizenIds)
    {
        var named = await ReadAsync(ids, keys => Rows(context.Bookings.Where(booking => keys.Contains(booking.Id))));
        var others = await ReadAsync(citizenIds, keys => Rows(context.Bookings
            .Where(booking => keys.Contains(booking.CitizenId) && booking.State != BookingState.Cancelled)));
        return named.Concat(others);
    }

    public async Task<IEnumerable<(Guid OptionId, DateTimeOffset Start)>> StartsOfBookingsAsync(
        List<Guid> optionIds, DateTimeOffset first, DateTimeOffset last)
    {
        var rows = await ReadAsync(optionIds.ConvertAll(id => (Guid?)id), keys => Rows(context.Bookings.Where(booking =>
            keys.Contains(booking.OptionId) && booking.State != BookingState.Cancelled
            && booking.Details.Start >= first && booking.Details.Start <= last)));
        return rows.Select(row => (row.OptionId!.Value, row.Start));
    }

    public Task<List<ExclusiveKind>> ExclusiveKindsAsync(List<long> citizenIds) =>
        ReadAsync(citizenIds, keys => context.ExclusiveKinds.Where(kind => keys.Contains(kind.CitizenId)));

    /// <summary>What is taken of some caseworkers' time, of the pieces that start after one instant and before another.</summary>
    public Task<List<Occupancy>> OccupanciesAsync(List<long> caseWorkerIds, DateTimeOffset after, DateTimeOffset before) =>
        ReadAsync(caseWorkerIds, keys => context.Occupancies.AsNoTracking()
            .Where(piece => keys.Contains(piece.CaseWorkerId) && piece.Start > after && piece.Start < before));

    public Task<List<Occupancy>> OccupanciesOfSessionsAsync(List<Guid> sessions) =>
        ReadAsync(sessions, keys => context.Occupancies.Where(piece => keys.Contains(piece.Session)));

    private IQueryable<PlannedTimeslot> TimeslotsOf(List<Guid> optionIds, DateTimeOffset first, DateTimeOffset last) =>
        context.Timeslots.Where(timeslot => optionIds.Contains(timeslot.OptionId) && timeslot.Start >= first && timeslot.Start <= last);

    private static IQueryable<BookingRow> Rows(IQueryable<Booking> bookings) => bookings.Select(booking => new BookingRow(
        booking.Id, booking.CitizenId, booking.OptionId, booking.Details.Start, booking.Details.InterviewType, booking.State));

    private async Task<List<TRow>> ReadAsync<TKey, TRow>(List<TKey> keys, Func<List<TKey>, IQueryable<TRow>> query)
    {
        var rows = new List<TRow>();
        foreach (var some in keys.Chunk(KeysInOneQuery))
        {
            rows.AddRange(await query([.. some]).ToListAsync(cancellationToken));
        }

        return rows;
    }
}
