using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>
/// Reads rows by many keys at once: a query for each thousand of them, not one for each. Each asks for just the rows of
/// its keys, in whatever order a file has them, so that the last thousand costs no more than the first.
/// </summary>
internal sealed class BulkReads(BookingDbContext context, CancellationToken cancellationToken)
{
    private const int KeysInOneQuery = 1000;

    public Task<List<Citizen>> CitizensAsync(List<byte[]> lookups) => ReadAsync(lookups, keys => context.Citizens
        .Include(citizen => citizen.Absences)
        .Include(citizen => citizen.Deadlines)
        .AsSplitQuery()
        .Where(citizen => keys.Contains(citizen.PersonnummerLookup)));

    public Task<List<Citizen>> CitizensAsync(List<long> ids) => ReadAsync(ids, keys => context.Citizens
        .Include(citizen => citizen.Absences)
        .Include(citizen => citizen.Deadlines)
        .AsSplitQuery()
        .Where(citizen => keys.Contains(citizen.Id)));

    public Task<List<PlannedOption>> OptionsAsync(List<Guid> ids) =>
        ReadAsync(ids, keys => context.Options.Where(option => keys.Contains(option.Id)));

    public Task<List<PlannedOptionCaseWorker>> OptionCaseWorkersAsync(List<Guid> optionIds) =>
        ReadAsync(optionIds, keys => context.OptionCaseWorkers.Where(link => keys.Contains(link.OptionId)));

    public Task<List<PlannedOptionCitizen>> OptionCitizensAsync(List<Guid> optionIds) =>
        ReadAsync(optionIds, keys => context.OptionCitizens.Where(link => keys.Contains(link.OptionId)));

    public Task<List<PlannedTimeslot>> TimeslotsAsync(List<(Guid OptionId, DateTimeOffset Start)> starts) =>
        ReadAsync(starts, context.TimeslotsAt);

    public Task<List<PlannedTimeslotCaseWorker>> TimeslotCaseWorkersAsync(List<(Guid OptionId, DateTimeOffset Start)> starts) =>
        ReadAsync(starts, keys =>
            from timeslot in context.TimeslotsAt(keys)
            join link in context.TimeslotCaseWorkers on timeslot.Id equals link.TimeslotId
            select link);

    public async Task<IEnumerable<BookingRow>> BookingsAsync(List<Guid> ids, List<long> citizenIds)
    {
        var named = await BookingsAsync(ids);
        var others = await BookingsOfAsync(citizenIds);
        return named.Concat(others);
    }

    public Task<List<BookingRow>> BookingsAsync(List<Guid> ids) =>
        ReadAsync(ids, keys => Rows(context.Bookings.Where(booking => keys.Contains(booking.Id))));

    /// <summary>The citizens' bookings that are not cancelled.</summary>
    public Task<List<BookingRow>> BookingsOfAsync(List<long> citizenIds) => ReadAsync(citizenIds, keys => Rows(context.Bookings
        .Where(booking => keys.Contains(booking.CitizenId) && booking.State != BookingState.Cancelled)));

    /// <summary>
    /// Each seat that a booking has at one of these starts. Bookings have no index by offer and start: only those are looked
    /// for whose group took somebody's time before there was a time for it, and that is seldom.
    /// </summary>
    public async Task<IEnumerable<(Guid OptionId, DateTimeOffset Start)>> SeatsBookedAsync(List<(Guid OptionId, DateTimeOffset Start)> starts)
    {
        var bySession = starts.ToDictionary(start => GroupSession.Of(start.OptionId, start.Start));
        var taken = (await OccupanciesOfSessionsAsync([.. bySession.Keys])).Select(piece => bySession[piece.Session]).ToHashSet();
        var rows = await ReadAsync(taken.Select(start => (Guid?)start.OptionId).Distinct().ToList(), keys => Rows(context.Bookings.Where(booking =>
            keys.Contains(booking.OptionId) && booking.State != BookingState.Cancelled)));
        return rows.Select(row => (row.OptionId!.Value, row.Start)).Where(taken.Contains);
    }

    public Task<List<ExclusiveKind>> ExclusiveKindsAsync(List<long> citizenIds) =>
        ReadAsync(citizenIds, keys => context.ExclusiveKinds.Where(kind => keys.Contains(kind.CitizenId)));

    /// <summary>What is taken of caseworkers' time that overlaps one of these pieces.</summary>
    public async Task<List<Occupancy>> OverlapsAsync(List<(long CaseWorkerId, DateTimeOffset Start, DateTimeOffset End)> pieces)
    {
        var found = await ReadAsync(pieces, keys => context.OccupanciesOver(keys).AsNoTracking());
        return [.. found.DistinctBy(piece => piece.Id)];
    }

    public Task<List<Occupancy>> OccupanciesOfSessionsAsync(List<Guid> sessions) =>
        ReadAsync(sessions, keys => context.Occupancies.Where(piece => keys.Contains(piece.Session)));

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
