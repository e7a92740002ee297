using System.Globalization;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking.Embedded;

/// <summary>Assembles a booking from its offer and plans the rows that take its seat.</summary>
internal sealed class SeatPlanner : ISeatPlanner
{
    public Result<SeatPlan> PlanSeat(BookingGround ground, Guid bookingId, int contactType, Moment moment)
    {
        var embedded = (EmbeddedGround)ground;
        var (planned, timeslot, start) = (embedded.Planned, embedded.Timeslot, embedded.Start);
        if (timeslot is null || start < moment.Now || ChooseCaseWorker(embedded, bookingId) is not { } caseWorker)
        {
            return Errors.TimeNoLongerAvailable;
        }

        var check = new ExpectOption(planned.Id, planned.Version);
        IEnumerable<Write> seat = timeslot.IsGroup
            ? [new TakeGroupSeat(timeslot.Id)]
            : Occupancy.Pieces(start, start + planned.BlockLength)
                .Select(piece => new OccupyCaseWorker(caseWorker.Id, piece.Start, piece.End, bookingId));

        return new SeatPlan(Assemble(planned, start, contactType, caseWorker, moment), caseWorker.Id, [check, .. seat]);
    }

    public Result<SeatPlan> PlanMove(BookingGround ground, Booking booking, int contactType, Moment moment)
    {
        var embedded = (EmbeddedGround)ground;
        var (planned, timeslot, start) = (embedded.Planned, embedded.Timeslot, embedded.Start);
        if (timeslot is null || start < moment.Now || ChooseForMove(embedded, booking) is not { } caseWorker)
        {
            return Errors.TimeNoLongerAvailable;
        }

        var writes = new List<Write> { new ExpectOption(planned.Id, planned.Version) };
        if (timeslot.IsGroup)
        {
            writes.AddRange(MoveSeat(booking, timeslot));
            writes.Add(new FreeCaseWorker(booking.Id));
        }
        else
        {
            var pieces = Occupancy.Pieces(start, start + planned.BlockLength).ToList();
            writes.AddRange(pieces.Select(piece => new OccupyCaseWorker(caseWorker.Id, piece.Start, piece.End, booking.Id)));
            writes.Add(new FreeFormerTime(booking.Id, pieces.Count));
            writes.AddRange(FreeSeat(booking));
        }

        return new SeatPlan(Assemble(planned, start, contactType, caseWorker, moment), caseWorker.Id, writes);
    }

    public IReadOnlyList<Write> PlanRelease(Booking booking) => [new FreeCaseWorker(booking.Id), .. FreeSeat(booking)];

    /// <summary>Earlier times first, whichever way the booking moves: two that change places do not wait for each other for ever.</summary>
    private static IEnumerable<Write> MoveSeat(Booking booking, PlannedTimeslot timeslot)
    {
        if (IsSeatOf(booking, timeslot))
        {
            return [];
        }

        Write taken = new TakeGroupSeat(timeslot.Id);
        return timeslot.Start < booking.Details.Start ? [taken, .. FreeSeat(booking)] : [.. FreeSeat(booking), taken];
    }

    private static IEnumerable<Write> FreeSeat(Booking booking) =>
        booking is { OptionId: { } option, Details.InterviewFormType: InterviewFormType.Group }
            ? [new FreeGroupSeat(option, booking.Details.Start)]
            : [];

    private static bool IsSeatOf(Booking booking, PlannedTimeslot timeslot) =>
        booking.Details.InterviewFormType == InterviewFormType.Group
        && (booking.OptionId, booking.Details.Start) == (timeslot.OptionId, timeslot.Start);

    /// <summary>
    /// Where nobody is wished for, the caseworker stays: for certain where the citizen may choose and has one who is still
    /// on the offer, else where that one is free.
    /// </summary>
    private static CaseWorker? ChooseForMove(EmbeddedGround ground, Booking booking)
    {
        var now = booking.Details.Supervisor.Identifier;
        if (ground.Timeslot is { IsGroup: true } group && IsSeatOf(booking, group))
        {
            return ground.Free.FirstOrDefault(worker => worker.Identifier == now) ?? (ground.Free.Count > 0 ? ground.Free[0] : null);
        }

        if (ground.WishedFor is not null || ground.Timeslot is { IsGroup: true })
        {
            return ChooseCaseWorker(ground, booking.Id);
        }

        var same = ground.Free.FirstOrDefault(worker => worker.Identifier == now);
        return same is null && ground.Planned.GivesChoice && ground.Option.Supervisors.Any(supervisor => supervisor.Identifier == now)
            ? null
            : same ?? ChooseCaseWorker(ground, booking.Id);
    }

    /// <summary>
    /// The caseworker wished for, else the free one with the fewest meetings that day. Who is equally busy is chosen by
    /// the booking's random id, so that citizens who come at once do not all ask for the same one.
    /// </summary>
    private static CaseWorker? ChooseCaseWorker(EmbeddedGround ground, Guid bookingId)
    {
        if (ground.Timeslot is { IsGroup: true } group)
        {
            return group.SeatsTaken < group.TotalSeats && ground.Free.Count > 0 ? ground.Free[0] : null;
        }

        return ground.WishedFor is { } identifier
            ? ground.Free.FirstOrDefault(worker => worker.Identifier == identifier)
            : ground.LeastBusy.Count == 0 ? null : ground.LeastBusy[(int)((uint)bookingId.GetHashCode() % (uint)ground.LeastBusy.Count)];
    }

    /// <summary>An offer's country code may be any text, a booking's has a pattern: what does not fit is no code.</summary>
    private static InterviewLocation? OfBooking(InterviewLocation? location) =>
        location?.Address is { CountryIdentificationCode: { } code } address && !Facets.IsCountryCode(code)
            ? location with { Address = address with { CountryIdentificationCode = null } }
            : location;

    /// <summary>All that a booking takes from its offer. An import, whose bookings need no time of the offer, assembles with it too.</summary>
    public static BookingDetails Assemble(PlannedOption option, DateTimeOffset start, int contactType, CaseWorker caseWorker, Moment moment)
    {
        var rebooking = SeatDeadlines.Rebooking(option, start, moment);
        var cancellation = SeatDeadlines.Cancellation(option, start, moment);
        return new BookingDetails
        {
            OriginatorCode = int.Parse(option.JobCentreCode, CultureInfo.InvariantCulture),
            OriginatorType = 1,
            Start = start,
            End = option.DurationMinutes == 0 ? null : start.AddMinutes(option.DurationMinutes),
            DurationMinutes = option.DurationMinutes,
            InterviewType = option.InterviewType,
            InterviewFormType = option.InterviewFormType,
            ContactType = contactType,
            Title = option.Title,
            Description = option.Description,
            RebookingPossible = rebooking.Possible,
            RebookingDeadline = rebooking.Deadline,
            CancellationPossible = cancellation.Possible,
            CancellationDeadline = cancellation.Deadline,
            CompulsoryAttendance = option.CompulsoryAttendance,
            ReferenceInterview = false,
            Supervisor = caseWorker.ToSupervisor(),
            ShowCaseWorker = option.ShowCaseWorker,
            Location = OfBooking(option.Location),
            DigitalContact = option.DigitalContact,
            PhoneNumber = option.PhoneNumber,
            ShouldCitizenCall = option.ShouldCitizenCall,
            PrintComment = option.PrintComment,
        };
    }
}
