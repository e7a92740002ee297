using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.ExternalBooking.Embedded;

/// <summary>The embedded planner's queries, compiled once: they run at every look at the times.</summary>
internal static class PlannerQueries
{
    public static readonly Func<BookingDbContext, Guid, Task<PlannedOption?>> Option = CompiledOnce.ForEachModel(() => EF.CompileAsyncQuery(
        (BookingDbContext context, Guid id) => context.Options.AsNoTracking().FirstOrDefault(option => option.Id == id)));

    public static readonly Func<BookingDbContext, Guid, long, Task<bool>> NamesCitizen = CompiledOnce.ForEachModel(() => EF.CompileAsyncQuery(
        (BookingDbContext context, Guid optionId, long citizenId) =>
            context.OptionCitizens.Any(link => link.OptionId == optionId && link.CitizenId == citizenId)));

    /// <summary>The times of an offer in an interval, one row for each caseworker on them, in order.</summary>
    public static readonly Func<BookingDbContext, Guid, DateTimeOffset, DateTimeOffset, IAsyncEnumerable<TimeslotRow>> TimeslotRows =
        CompiledOnce.ForEachModel(() => EF.CompileAsyncQuery((BookingDbContext context, Guid optionId, DateTimeOffset earliest, DateTimeOffset latest) =>
            from timeslot in context.Timeslots.AsNoTracking()
            where timeslot.OptionId == optionId && timeslot.Start >= earliest && timeslot.Start < latest
            join link in context.TimeslotCaseWorkers on timeslot.Id equals link.TimeslotId
            orderby timeslot.Start, link.Position
            select new TimeslotRow(timeslot.Id, timeslot.Start, timeslot.ContactTypes, timeslot.TotalSeats, timeslot.SeatsTaken, link.CaseWorkerId)));

    /// <summary>What is taken of the time of every caseworker who serves an offer's times in an interval.</summary>
    public static readonly Func<BookingDbContext, long[], DateTimeOffset, DateTimeOffset, IAsyncEnumerable<Occupancy>> Taken =
        CompiledOnce.ForEachModel(() => EF.CompileAsyncQuery<BookingDbContext, long[], DateTimeOffset, DateTimeOffset, Occupancy>((BookingDbContext context, long[] caseWorkers, DateTimeOffset after, DateTimeOffset before) =>
            from taken in context.Occupancies.AsNoTracking()
            where caseWorkers.Contains(taken.CaseWorkerId) && taken.Start > after && taken.Start < before
            orderby taken.Start
            select taken));

    public static readonly Func<BookingDbContext, long[], IAsyncEnumerable<CaseWorker>> CaseWorkers = CompiledOnce.ForEachModel(() => EF.CompileAsyncQuery(
        (BookingDbContext context, long[] ids) => context.CaseWorkers.AsNoTracking().Where(worker => ids.Contains(worker.Id))));

    /// <summary>The starts at which a citizen has a seat of an offer already.</summary>
    public static readonly Func<BookingDbContext, long, Guid, IAsyncEnumerable<DateTimeOffset>> StartsOfCitizen = CompiledOnce.ForEachModel(() => EF.CompileAsyncQuery(
        (BookingDbContext context, long citizenId, Guid optionId) => context.Bookings
            .Where(booking => booking.CitizenId == citizenId && booking.OptionId == optionId && booking.State != BookingState.Cancelled)
            .Select(booking => booking.Details.Start)));
}

/// <summary>One caseworker on one time.</summary>
internal sealed record TimeslotRow(
    long Id, DateTimeOffset Start, IReadOnlyList<int> ContactTypes, int? TotalSeats, int SeatsTaken, long CaseWorkerId);
