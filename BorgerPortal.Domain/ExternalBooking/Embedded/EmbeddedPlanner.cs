using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking.Embedded;

/// <summary>
/// The planner inside the product: what a jobcentre without one of its own uses. It shares the portal's database, so a
/// seat is taken in the same commit as the booking is written.
/// </summary>
public sealed class EmbeddedPlanner(IBookingReader reader) : IExternalBookingSystem
{
    public ISeatPlanner Seats { get; } = new SeatPlanner();

    public IReservations? Reservations => null;

    public async Task<Result<IReadOnlyList<InterviewOption>>> GetOptionsAsync(
        CitizenProfile citizen, Moment moment, CancellationToken cancellationToken)
    {
        var rows = await reader.ReadAsync(new ReadOptions(citizen.JobCentreCode, citizen.Id, moment.Today, moment.Now), cancellationToken);
        return rows.Options.FindAll(open => OptionRules.IsForContactGroup(open.Option, citizen)).ConvertAll(open => Tell(
            open.Option, rows.Serving[open.Option.Id], open.FirstFree));
    }

    public async Task<Result<TimeslotListing>> GetTimeslotsAsync(TimeslotQuery query, Moment moment, CancellationToken cancellationToken)
    {
        var from = query.From > moment.Now ? query.From : moment.Now;
        var rows = await reader.ReadAsync(new ReadTimeslots(query.OptionId, query.Citizen.Id, from, query.To, query.Moving?.Id ?? Guid.Empty), cancellationToken);
        if (rows.Option is not { } option || !IsOpenTo(query.Citizen, query.Moving, option, rows.NamesCitizen, moment))
        {
            return query.Moving is null ? Errors.UnknownInterviewOption : TimeslotListing.Empty;
        }

        if (rows.Times.Count == 0)
        {
            return TimeslotListing.Empty;
        }

        var (workers, calendar) = await ReadCalendarAsync(rows.Times, option.BlockLength, query.Moving, cancellationToken);
        var numbers = new CaseWorkerNumbers();
        var timeslots = new TimeslotLister(option, workers, calendar, rows.OwnStarts, query, numbers, moment).List(rows.Times);
        return new TimeslotListing(numbers.All, timeslots);
    }

    public async Task<Result<SupervisorChoice>> GetSupervisorsAsync(
        CitizenProfile citizen, Booking booking, Moment moment, CancellationToken cancellationToken)
    {
        if (booking.OptionId is not { } id)
        {
            return SupervisorChoice.None;
        }

        var (option, serving) = await reader.ReadAsync(new ReadServing(id), cancellationToken);
        return option is { GivesChoice: true }
            ? new SupervisorChoice(MayChoose: true, serving.ConvertAll(worker => worker.ToSupervisor()))
            : SupervisorChoice.None;
    }

    public async Task<Result<ImmediateListing>> GetImmediateTimeslotsAsync(ImmediateQuery query, Moment moment, CancellationToken cancellationToken)
    {
        var citizen = query.Citizen;
        var found = await reader.ReadAsync(new ReadOptions(citizen.JobCentreCode, citizen.Id, moment.Today, moment.Now), cancellationToken);
        var options = found.Options
            .ConvertAll(open => open.Option)
            .FindAll(option => OptionRules.IsForContactGroup(option, citizen) && query.InterviewTypes.Contains(option.InterviewType));
        var numbers = new CaseWorkerNumbers();
        var timeslots = new List<ImmediateTimeslot>();
        foreach (var some in options.Chunk(ReadTimesOfOptions.MostAtOnce))
        {
            var times = await reader.ReadAsync(
                new ReadTimesOfOptions([.. some.Select(option => option.Id)], citizen.Id, moment.Now, query.To), cancellationToken);
            var (workers, calendar) = await ReadCalendarAsync(
                [.. times.Values.SelectMany(own => own.Times).OrderBy(time => time.Start)], some.Max(option => option.BlockLength), moving: null, cancellationToken);
            foreach (var option in some.Where(option => times.ContainsKey(option.Id)))
            {
                var told = Tell(option, found.Serving[option.Id], firstFree: null);
                var wanted = new TimeslotQuery(citizen, option.Id, moment.Now, query.To, ContactType: null, SupervisorIdentifier: null);
                timeslots.AddRange(new TimeslotLister(option, workers, calendar, times[option.Id].OwnStarts, wanted, numbers, moment)
                    .List(times[option.Id].Times)
                    .Select(timeslot => new ImmediateTimeslot(told, timeslot)));
            }
        }

        return new ImmediateListing(numbers.All, [.. timeslots.OrderBy(time => time.Timeslot.Start)]);
    }

    public async Task<bool> MayKnowOptionAsync(Guid optionId, CancellationToken cancellationToken) =>
        (await reader.ReadAsync(new ReadServing(optionId), cancellationToken)).Option is not null;

    /// <summary>Who is on some times, and what is taken of their time.</summary>
    private async Task<(List<CaseWorker> Workers, Calendar Calendar)> ReadCalendarAsync(
        List<TimeslotRow> times, TimeSpan length, Booking? moving, CancellationToken cancellationToken)
    {
        List<CaseWorker> workers = [];
        List<Block> taken = [];
        foreach (var ids in times.SelectMany(time => time.CaseWorkerIds).Distinct().Chunk(ReadCalendars.MostAtOnce))
        {
            var calendars = new ReadCalendars(ids, times[0].Start, times[^1].Start + length, moving?.Id ?? Guid.Empty);
            var read = await reader.ReadAsync(calendars, cancellationToken);
            workers.AddRange(read.CaseWorkers);
            taken.AddRange(read.Taken);
        }

        return (workers, new Calendar(taken));
    }

    public async Task<Result<BookingGround>> ReadGroundAsync(GroundQuery query, Moment moment, CancellationToken cancellationToken)
    {
        var rows = query.Ahead ?? await reader.ReadAsync(
            GroundOf(new CitizenKey(query.Citizen.Id, []), query.OptionId, query.Start, query.SupervisorIdentifier, query.Moving?.Id), cancellationToken);
        return rows.Option is { } option && IsOpenTo(query.Citizen, query.Moving, option, rows.NamesCitizen, moment)
            ? GroundOf(option, rows, query)
            : query.Moving is null ? Errors.UnknownInterviewOption : Errors.TimeNoLongerAvailable;
    }

    /// <summary>The question that <see cref="ReadGroundAsync"/> asks, for those who ask more with it.</summary>
    internal static ReadGround GroundOf(CitizenKey citizen, Guid optionId, DateTimeOffset start, string? supervisorIdentifier, Guid? moving = null)
    {
        var date = start.DanishDate();
        return new ReadGround(
            optionId, citizen, start, DanishTime.StartOfDay(date), DanishTime.StartOfDay(date.AddDays(1)), supervisorIdentifier, moving ?? Guid.Empty);
    }

    private static EmbeddedGround GroundOf(PlannedOption option, GroundRows rows, GroundQuery query)
    {
        // Instants are kept less finely than they are asked for: one that is cut off is another time.
        var timeslot = rows.Timeslot?.Start == query.Start ? rows.Timeslot : null;
        var free = timeslot is null ? [] : rows.CaseWorkers.FindAll(worker => !worker.IsTaken);
        var fewest = free.Count == 0 ? 0 : free.Min(worker => worker.Meetings);
        return new EmbeddedGround(
            Tell(option, rows.Serving, firstFree: null),
            StandingOf(query.SupervisorIdentifier, option, rows),
            option,
            timeslot,
            query.Start,
            free.ConvertAll(worker => worker.CaseWorker),
            free.FindAll(worker => worker.Meetings == fewest).ConvertAll(worker => worker.CaseWorker),
            query.SupervisorIdentifier);
    }

    /// <summary>A booking moves within its own offer as long as that is offered to anybody: whom it is meant for today is no matter.</summary>
    private static bool IsOpenTo(CitizenProfile citizen, Booking? moving, PlannedOption option, bool namesCitizen, Moment moment) =>
        (moving is null ? OptionRules.All : OptionRules.OfferedToAnybody)
            .FirstBroken(new OptionFacts(citizen, option, namesCitizen, moment)) is null;

    private static SupervisorStanding StandingOf(string? identifier, PlannedOption option, GroundRows rows)
    {
        if (identifier is null)
        {
            return SupervisorStanding.NotAskedFor;
        }

        if (rows.Serving.Exists(worker => worker.Identifier == identifier))
        {
            return option.GivesChoice ? SupervisorStanding.OnOption : SupervisorStanding.NotOnOption;
        }

        return rows.KnowsSupervisor ? SupervisorStanding.NotOnOption : SupervisorStanding.Unknown;
    }

    /// <summary>An offer as the planner tells of it.</summary>
    internal static InterviewOption Tell(PlannedOption option, IEnumerable<CaseWorker> supervisors, DateTimeOffset? firstFree) => new()
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
