using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>A booking that the import adds.</summary>
internal sealed record NewBooking(ScenarioBooking Row, Citizen Citizen, CaseWorker CaseWorker, BookingDetails Details)
{
    public bool IsCancelled => Row.State == BookingState.Cancelled;
}

/// <summary>
/// Loads bookings. One that is there already is left as it is. A new one takes its seat: of a group time by the counter,
/// else of its caseworker's time; a cancelled one takes none.
/// </summary>
internal sealed class BookingLoader(ImportWork work)
{
    private readonly HashSet<(long CitizenId, Guid OptionId, DateTimeOffset Start)> _storedSeats =
    [
        .. work.Rows.Bookings.Values
            .Where(row => row.State != BookingState.Cancelled && row.OptionId is not null)
            .Select(row => (row.CitizenId, row.OptionId!.Value, row.Start)),
    ];

    private readonly HashSet<(Personnummer Citizen, Guid OptionId, DateTimeOffset Start)> _newSeats = [];

    public void Load(IReadOnlyList<ScenarioBooking> rows)
    {
        foreach (var row in rows.Where(row => !work.Rows.Bookings.ContainsKey(row.Id)))
        {
            Load(row);
        }
    }

    private void Load(ScenarioBooking row)
    {
        var option = row.OptionId is { } optionId ? work.Rows.Options[optionId] : null;
        var jobCentreCode = option?.JobCentreCode ?? row.JobCentreCode!;
        var caseWorker = work.Rows.Staff.CaseWorkers[(jobCentreCode, row.CaseWorker)];
        var details = BookingAssembler.Assemble(row, option, jobCentreCode, caseWorker, work.Moment);
        var booking = new NewBooking(row, work.Rows.Citizens[row.Citizen], caseWorker, details);
        work.Bookings.Add(booking);
        work.AddLater(() => Make(booking, option, jobCentreCode));
        if (!booking.IsCancelled)
        {
            TakeSeat(booking, option);
        }
    }

    private void TakeSeat(NewBooking booking, PlannedOption? option)
    {
        var (row, details) = (booking.Row, booking.Details);
        if (option is not null && (_storedSeats.Contains((booking.Citizen.Id, option.Id, row.Start)) || !_newSeats.Add((row.Citizen, option.Id, row.Start))))
        {
            work.Faults.Add(row.Path.Member("starttidspunkt"), "The citizen has a seat at that time of the offer already.");
            return;
        }

        if (option is not null && work.Rows.Timeslots.GetValueOrDefault((option.Id, row.Start)) is { IsGroup: true } timeslot)
        {
            TakeGroupSeat(booking, timeslot);
            return;
        }

        var session = details.InterviewFormType == InterviewFormType.Group ? SharedSession(booking, option) : row.Id;
        work.Claims.AddRange(Occupancy.Pieces(row.Start, details.End ?? row.Start)
            .Select(piece => new TimeClaim(row.Path.Member("starttidspunkt"), booking.CaseWorker, piece.Start, piece.End, session)));
    }

    private void TakeGroupSeat(NewBooking booking, PlannedTimeslot timeslot)
    {
        if (timeslot.SeatsTaken >= timeslot.TotalSeats)
        {
            work.Faults.Add(booking.Row.Path.Member("starttidspunkt"), "No seat is left at that time.");
            return;
        }

        timeslot.SeatsTaken++;
    }

    /// <summary>Those who are summoned to one group meeting share its caseworker's time.</summary>
    private static Guid SharedSession(NewBooking booking, PlannedOption? option) =>
        option is null ? GroupSession.Of(booking.CaseWorker, booking.Row.Start) : GroupSession.Of(option.Id, booking.Row.Start);

    private Booking Make(NewBooking booking, PlannedOption? option, string jobCentreCode) => new()
    {
        Id = booking.Row.Id,
        CitizenId = booking.Citizen.Id,
        JobCentreCode = jobCentreCode,
        OptionId = booking.Row.OptionId,
        CaseWorkerId = booking.CaseWorker.Id,
        CaseWorkerChoice = booking.Row.CaseWorkerChoice ?? option?.GivesChoice ?? false,
        State = booking.Row.State,
        CreatedAt = booking.Row.CreatedAt ?? work.Moment.Now,
        SelfBooked = booking.Row.SelfBooked,
        Accepted = booking.Row.Accepted,
        CitizenShouldAccept = booking.Row.CitizenShouldAccept,
        ImmediateBooking = booking.Row.ImmediateBooking,
        Moves = booking.Row.Moves,
        Details = booking.Details,
    };
}
