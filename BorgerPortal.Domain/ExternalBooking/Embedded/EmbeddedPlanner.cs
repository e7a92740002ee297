using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.ExternalBooking.Embedded;

/// <summary>
/// The planner inside the product: what a jobcentre without one of its own uses. It shares the portal's database, so a
/// seat is taken in the same commit as the booking is written.
/// </summary>
public sealed class EmbeddedPlanner(IDbContextFactory<BookingDbContext> contexts) : IExternalBookingSystem
{
    public ISeatPlanner Seats { get; } = new SeatPlanner();

    public async Task<Result<IReadOnlyList<InterviewOption>>> GetOptionsAsync(
        CitizenProfile citizen, Moment moment, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var candidates = await context.Options.AsNoTracking()
            .Where(option => option.JobCentreCode == citizen.JobCentreCode && option.Active)
            .Where(option => option.ValidFrom == null || option.ValidFrom <= moment.Today)
            .Where(option => option.ValidTo == null || option.ValidTo >= moment.Today)
            .Where(option => !option.ForNamedCitizens
                || context.OptionCitizens.Any(link => link.OptionId == option.Id && link.CitizenId == citizen.Id))
            .OrderBy(option => option.Title).ThenBy(option => option.Id)
            .ToListAsync(cancellationToken);
        var options = candidates.Where(option => IsForContactGroup(option, citizen)).ToList();
        var ids = options.Select(option => option.Id).ToList();

        var firstFree = await context.FirstFreeTimes(citizen.JobCentreCode, citizen.Id, moment.Now)
            .ToDictionaryAsync(row => row.OptionId, row => (DateTimeOffset?)row.Start, cancellationToken);
        var supervisors = await (
            from link in context.OptionCaseWorkers
            where ids.Contains(link.OptionId)
            orderby link.Position
            join worker in context.CaseWorkers.AsNoTracking() on link.CaseWorkerId equals worker.Id
            select new { link.OptionId, Worker = worker }).ToListAsync(cancellationToken);
        var byOption = supervisors.ToLookup(row => row.OptionId, row => row.Worker);

        return options.ConvertAll(option => Tell(option, byOption[option.Id], firstFree.GetValueOrDefault(option.Id)));
    }

    public async Task<Result<TimeslotListing>> GetTimeslotsAsync(TimeslotQuery query, Moment moment, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindOptionAsync(context, query.OptionId, query.Citizen, moment) is not { } option)
        {
            return Errors.UnknownInterviewOption;
        }

        var from = query.From > moment.Now ? query.From : moment.Now;
        var rows = await PlannerQueries.TimeslotRows(context, option.Id, from, query.To).CollectAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return TimeslotListing.Empty;
        }

        var ids = rows.Select(row => row.CaseWorkerId).Distinct().ToArray();
        var workers = await PlannerQueries.CaseWorkers(context, ids).CollectAsync(cancellationToken);
        var taken = await PlannerQueries
            .Taken(context, ids, rows[0].Start - Occupancy.LongestPiece, rows[^1].Start + option.BlockLength)
            .CollectAsync(cancellationToken);
        var own = await PlannerQueries.StartsOfCitizen(context, query.Citizen.Id, option.Id).CollectAsync(cancellationToken);
        return new TimeslotLister(option, workers, ToCalendar(taken), own, query, moment).List(rows);
    }

    public async Task<Result<BookingGround>> ReadGroundAsync(GroundQuery query, Moment moment, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindOptionAsync(context, query.OptionId, query.Citizen, moment) is not { } option)
        {
            return Errors.UnknownInterviewOption;
        }

        var serving = await PlannerQueries.CaseWorkersOfOption(context, option.Id).CollectAsync(cancellationToken);
        var timeslot = await PlannerQueries.Timeslot(context, option.Id, query.Start);
        if (timeslot?.Start != query.Start)
        {
            // Instants are kept less finely than they are asked for: that is another time.
            timeslot = null;
        }

        var standing = await StandingOfAsync(context, option, serving, query.SupervisorIdentifier);
        var (free, leastBusy) = await FreeCaseWorkersAsync(context, option, timeslot, cancellationToken);
        return new EmbeddedGround(
            Tell(option, serving, firstFree: null), standing, option, timeslot, query.Start, free, leastBusy, query.SupervisorIdentifier);
    }

    private static async Task<PlannedOption?> FindOptionAsync(BookingDbContext context, Guid optionId, CitizenProfile citizen, Moment moment)
    {
        var option = await PlannerQueries.Option(context, optionId);
        var isMeant = option is { Active: true }
            && option.JobCentreCode == citizen.JobCentreCode
            && (option.ValidFrom is null || option.ValidFrom <= moment.Today)
            && (option.ValidTo is null || moment.Today <= option.ValidTo)
            && IsForContactGroup(option, citizen)
            && (!option.ForNamedCitizens || await PlannerQueries.IsMeantForCitizen(context, optionId, citizen.Id));
        return isMeant ? option : null;
    }

    private static bool IsForContactGroup(PlannedOption option, CitizenProfile citizen) =>
        option.ContactGroups.Count == 0 || option.ContactGroups.Contains(citizen.ContactGroup);

    private static async Task<SupervisorStanding> StandingOfAsync(
        BookingDbContext context, PlannedOption option, List<CaseWorker> serving, string? identifier)
    {
        if (identifier is null)
        {
            return SupervisorStanding.NotAskedFor;
        }

        if (serving.Exists(worker => worker.Identifier == identifier))
        {
            return option.GivesChoice ? SupervisorStanding.OnOption : SupervisorStanding.NotOnOption;
        }

        return await PlannerQueries.KnowsCaseWorker(context, option.JobCentreCode, identifier)
            ? SupervisorStanding.NotOnOption
            : SupervisorStanding.Unknown;
    }

    private static async Task<(IReadOnlyList<CaseWorker> Free, IReadOnlyList<CaseWorker> LeastBusy)> FreeCaseWorkersAsync(
        BookingDbContext context, PlannedOption option, PlannedTimeslot? timeslot, CancellationToken cancellationToken)
    {
        if (timeslot is null)
        {
            return ([], []);
        }

        var workers = await PlannerQueries.CaseWorkersOfTimeslot(context, timeslot.Id).CollectAsync(cancellationToken);
        if (timeslot.IsGroup)
        {
            return (workers, workers);
        }

        var end = timeslot.Start + option.BlockLength;
        var (dayStart, dayEnd) = DayOf(timeslot.Start);
        var taken = await PlannerQueries
            .TakenBesideTimeslot(context, timeslot.Id, dayStart - Occupancy.LongestPiece, dayEnd > end ? dayEnd : end)
            .CollectAsync(cancellationToken);
        var calendar = ToCalendar(taken);
        var free = workers.FindAll(worker => calendar.IsFree(worker.Id, timeslot.Start, end));
        var fewest = free.Count == 0 ? 0 : free.Min(worker => calendar.Meetings(worker.Id, dayStart, dayEnd));
        return (free, free.FindAll(worker => calendar.Meetings(worker.Id, dayStart, dayEnd) == fewest));
    }

    private static (DateTimeOffset Start, DateTimeOffset End) DayOf(DateTimeOffset instant)
    {
        var date = instant.DanishDate();
        return (DanishTime.StartOfDay(date), DanishTime.StartOfDay(date.AddDays(1)));
    }

    private static Calendar ToCalendar(IEnumerable<Occupancy> taken) =>
        new(taken.Select(piece => new Block(piece.CaseWorkerId, piece.Start, piece.End, piece.Session)));

    private static InterviewOption Tell(PlannedOption option, IEnumerable<CaseWorker> supervisors, DateTimeOffset? firstFree) => new()
    {
        Id = option.Id,
        InterviewType = option.InterviewType,
        InterviewFormType = option.InterviewFormType,
        ContactTypes = option.ContactTypes,
        Location = option.Location,
        DurationMinutes = option.DurationMinutes,
        FirstTimeslot = option.IsGroup ? option.FirstTimeslot : firstFree,
        LastTimeslot = option.LastTimeslot,
        EarliestStart = option.FirstTimeslot,
        AllowChoiceOfSupervisor = option.GivesChoice,
        Title = option.Title,
        Description = option.Description,
        Supervisors = [.. supervisors.Select(worker => worker.ToSupervisor())],
    };
}
