using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking.Remote.Answers;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Domain.ExternalBooking.Remote;

/// <summary>
/// A planner that is a system of its own, as the domain sees it: every answer is held against the contract before
/// anybody reads it, whatever line it came by.
/// </summary>
public sealed class RemotePlanner(IPlannerConnection connection, BrokenElementReports reports, ILogger<RemotePlanner> logger)
    : IExternalBookingSystem, IReservations
{
    public ISeatPlanner? Seats => null;

    public IReservations Reservations => this;

    /// <summary>The same planner, whose broken offers are told of elsewhere.</summary>
    internal RemotePlanner With(BrokenElementReports others) => new(connection, others, logger);

    public async Task<Result<IReadOnlyList<InterviewOption>>> GetOptionsAsync(
        CitizenProfile citizen, Moment moment, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(() => connection.GetOptionsAsync(citizen, cancellationToken), cancellationToken);
        if (answer is not PlannerAnswer<OptionsAnswer>.Done(var given))
        {
            return ErrorOf(answer);
        }

        if (AnswerCheck.Sift(given) is not { } sifted)
        {
            return Errors.BookingSystemBrokeContract;
        }

        await reports.FileAsync(citizen.JobCentreCode, sifted.Broken, moment, cancellationToken);
        return sifted is { Sound.Count: 0, Broken.Count: > 0 }
            ? Errors.BookingSystemBrokeContract
            : Result<IReadOnlyList<InterviewOption>>.Of(sifted.Sound);
    }

    public async Task<Result<TimeslotListing>> GetTimeslotsAsync(TimeslotQuery query, Moment moment, CancellationToken cancellationToken)
    {
        // The times do not tell whose their offer is, nor whether it gives a choice of caseworker.
        var options = await GetOptionsAsync(query.Citizen, moment, cancellationToken);
        if (options.IsError)
        {
            return Result<TimeslotListing>.Failed(options.Errors);
        }

        if (OptionOf(options.Value, query.OptionId, query.Moving) is not { } option)
        {
            return Errors.UnknownInterviewOption;
        }

        if (query.SupervisorIdentifier is not null && !option.AllowChoiceOfSupervisor)
        {
            return TimeslotListing.Empty;
        }

        var times = await ReadTimesAsync(query, moment, cancellationToken);
        return times.IsError || option.AllowChoiceOfSupervisor ? times : WithoutNames(times.Value);
    }

    public async Task<Result<BookingGround>> ReadGroundAsync(GroundQuery query, Moment moment, CancellationToken cancellationToken)
    {
        var options = await GetOptionsAsync(query.Citizen, moment, cancellationToken);
        if (options.IsError)
        {
            return Result<BookingGround>.Failed(options.Errors);
        }

        if (OptionOf(options.Value, query.OptionId, query.Moving) is not { } option)
        {
            return Errors.UnknownInterviewOption;
        }

        // The one time that is asked for, whoever holds it: what it can be booked as, and who is on it.
        var times = await ReadTimesAsync(
            new TimeslotQuery(query.Citizen, query.OptionId, query.Start, query.Start.AddMinutes(1), ContactType: null, SupervisorIdentifier: null, query.Moving),
            moment,
            cancellationToken);
        if (times.IsError && times.Leading!.Code != Errors.NoFreeTimes)
        {
            return Result<BookingGround>.Failed(times.Errors);
        }

        var listing = times.IsError ? TimeslotListing.Empty : times.Value;
        var timeslot = listing.Timeslots.FirstOrDefault(candidate => candidate.Start == query.Start);
        return new BookingGround(option, timeslot?.ContactTypes, StandingOf(query.SupervisorIdentifier, option, options.Value, listing));
    }

    public async Task<Result<SupervisorChoice>> GetSupervisorsAsync(
        CitizenProfile citizen, Booking booking, Moment moment, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(() => connection.GetSupervisorsAsync(booking.Id, citizen, cancellationToken), cancellationToken);
        if (answer is not PlannerAnswer<SupervisorsAnswer>.Done(var given))
        {
            return ErrorOf(answer);
        }

        if (AnswerCheck.Sift(given, booking.OptionId) is not { } sifted)
        {
            return Errors.BookingSystemBrokeContract;
        }

        await reports.FileAsync(booking.JobCentreCode, sifted.Broken, moment, cancellationToken);
        return sifted is { Sound: { MayChoose: true, Supervisors.Count: 0 }, Broken.Count: > 0 }
            ? Errors.BookingSystemBrokeContract
            : sifted.Sound;
    }

    public async Task<Result<ImmediateListing>> GetImmediateTimeslotsAsync(ImmediateQuery query, Moment moment, CancellationToken cancellationToken)
    {
        // Whose an offer is, the times do not tell.
        var options = await GetOptionsAsync(query.Citizen, moment, cancellationToken);
        if (options.IsError)
        {
            return Result<ImmediateListing>.Failed(options.Errors);
        }

        var answer = await AskAsync(() => connection.GetImmediateTimeslotsAsync(query, cancellationToken), cancellationToken);
        if (answer is not PlannerAnswer<ImmediateTimeslotsAnswer>.Done(var given))
        {
            return ErrorOf(answer);
        }

        if (AnswerCheck.Sift(given) is not { } sifted)
        {
            return Errors.BookingSystemBrokeContract;
        }

        await reports.FileAsync(query.Citizen.JobCentreCode, sifted.Broken, moment, cancellationToken);
        if (sifted is { Sound.Timeslots.Count: 0, Broken.Count: > 0 })
        {
            return Errors.BookingSystemBrokeContract;
        }

        var own = options.Value.ToDictionary(option => option.Id);
        return sifted.Sound.Timeslots.All(time => own.ContainsKey(time.OptionId))
            ? ImmediateTimes.Of(sifted.Sound.Supervisors, sifted.Sound.Timeslots.Select(time => new ImmediateTimeslot(own[time.OptionId], time.Timeslot)), query, moment)
            : Errors.NotThisCitizens;
    }

    public Task<bool> MayKnowOptionAsync(Guid optionId, CancellationToken cancellationToken) => Task.FromResult(true);

    public async Task<PlannerAnswer<Reservation>> ReserveAsync(ReserveCall call, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(() => connection.ReserveAsync(call, cancellationToken), cancellationToken);
        return answer.Then<Reservation>(given => AnswerCheck.Broken(given.Booking, call) is { Count: > 0 } broken
            ? BrokenContract<Reservation>(broken)
            : new PlannerAnswer<Reservation>.Done(new Reservation(given.Booking!.ToDetails(), given.HeldUntil)));
    }

    public Task<PlannerAnswer<Confirmed>> ConfirmAsync(SeatCall call, CancellationToken cancellationToken) =>
        AskAsync(() => connection.ConfirmAsync(call, cancellationToken), cancellationToken);

    public Task<PlannerAnswer<Confirmed>> RebookAsync(SeatCall call, CancellationToken cancellationToken) =>
        AskAsync(() => connection.RebookAsync(call, cancellationToken), cancellationToken);

    public Task<PlannerAnswer<Confirmed>> CancelAsync(SeatCall call, CancellationToken cancellationToken) =>
        AskAsync(() => connection.CancelAsync(call, cancellationToken), cancellationToken);

    public Task<PlannerAnswer<Confirmed>> AcceptAsync(SeatCall call, CancellationToken cancellationToken) =>
        AskAsync(() => connection.AcceptAsync(call, cancellationToken), cancellationToken);

    public Task<PlannerAnswer<Confirmed>> ReportAsync(ErrorReportCall call, CancellationToken cancellationToken) =>
        AskAsync(() => connection.ReportAsync(call, cancellationToken), cancellationToken);

    public Task<PlannerAnswer<Released>> ReleaseAsync(SeatCall call, CancellationToken cancellationToken) =>
        AskAsync(() => connection.ReleaseAsync(call, cancellationToken), cancellationToken);

    public async Task<PlannerAnswer<SeatStanding>> GetAsync(Guid bookingId, CitizenProfile citizen, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(() => connection.GetAsync(bookingId, citizen, cancellationToken), cancellationToken);
        return answer.Then<SeatStanding>(given => given.Booking is null
            ? given.State is SeatState.Booked
                ? BrokenContract<SeatStanding>(["indkaldelse"])
                : new PlannerAnswer<SeatStanding>.Done(new SeatStanding(given.State, null))
            : AnswerCheck.Broken(given.Booking) is { Count: > 0 } broken
                ? BrokenContract<SeatStanding>(broken)
                : new PlannerAnswer<SeatStanding>.Done(new SeatStanding(given.State, given.Booking.ToDetails(), given.Reservation is not null)));
    }

    private async Task<Result<TimeslotListing>> ReadTimesAsync(TimeslotQuery query, Moment moment, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(() => connection.GetTimeslotsAsync(query, cancellationToken), cancellationToken);
        if (answer is not PlannerAnswer<TimeslotsAnswer>.Done(var given))
        {
            return ErrorOf(answer);
        }

        if (AnswerCheck.Sift(given, query.OptionId) is not { } sifted)
        {
            return Errors.BookingSystemBrokeContract;
        }

        await reports.FileAsync(query.Citizen.JobCentreCode, sifted.Broken, moment, cancellationToken);
        return sifted is { Sound.Timeslots.Count: 0, Broken.Count: > 0 }
            ? Errors.BookingSystemBrokeContract
            : Within(sifted.Sound, query, moment);
    }

    /// <summary>A booking moves within its own offer, also where that is not meant for the citizen any more: then it is known by what it made of the booking.</summary>
    private static InterviewOption? OptionOf(IReadOnlyList<InterviewOption> options, Guid optionId, Booking? moving) =>
        options.FirstOrDefault(candidate => candidate.Id == optionId) ?? (moving is null ? null : new InterviewOption
        {
            Id = optionId,
            InterviewType = moving.Details.InterviewType,
            InterviewFormType = moving.Details.InterviewFormType,
            ContactTypes = [moving.Details.ContactType],
            DurationMinutes = moving.Details.DurationMinutes ?? 0,
            AllowChoiceOfSupervisor = moving.CaseWorkerChoice,
            Title = moving.Details.Title,
            Supervisors = [],
        });

    /// <summary>Caseworkers whom the citizen may not choose appear by number, the name hidden.</summary>
    private static TimeslotListing WithoutNames(TimeslotListing listing) => listing with
    {
        Supervisors = [.. listing.Supervisors.Select(supervisor => supervisor with { Supervisor = Supervisor.Hidden })],
    };

    /// <summary>The portal answers for what it shows, whatever the planner sends along: no past or full times, none that were not asked for.</summary>
    private static TimeslotListing Within(TimeslotListing listing, TimeslotQuery query, Moment moment)
    {
        var named = listing.Supervisors
            .Where(supervisor => query.SupervisorIdentifier is null || supervisor.Supervisor.Identifier == query.SupervisorIdentifier)
            .Select(supervisor => supervisor.Id)
            .ToHashSet();
        return listing with
        {
            Timeslots =
            [
                .. listing.Timeslots
                    .Where(timeslot => timeslot.Start >= moment.Now && timeslot.Start >= query.From && timeslot.Start < query.To)
                    .Where(timeslot => timeslot.AvailableSeats is null or > 0)
                    .Where(timeslot => query.ContactType is not { } contactType || timeslot.ContactTypes.Contains(contactType))
                    .Select(timeslot => timeslot with { SupervisorIds = [.. timeslot.SupervisorIds.Where(named.Contains)] })
                    .Where(timeslot => timeslot.SupervisorIds.Count > 0),
            ],
        };
    }

    private static SupervisorStanding StandingOf(
        string? identifier, InterviewOption option, IReadOnlyList<InterviewOption> options, TimeslotListing listing)
    {
        if (identifier is null)
        {
            return SupervisorStanding.NotAskedFor;
        }

        bool Is(Supervisor supervisor) => supervisor.Identifier == identifier;
        if (option.AllowChoiceOfSupervisor && (option.Supervisors.Any(Is) || listing.Supervisors.Any(named => Is(named.Supervisor))))
        {
            return SupervisorStanding.OnOption;
        }

        return options.Any(other => other.Supervisors.Any(Is)) || listing.Supervisors.Any(named => Is(named.Supervisor))
            ? SupervisorStanding.NotOnOption
            : SupervisorStanding.Unknown;
    }

    private static ErrorCode ErrorOf<T>(PlannerAnswer<T> answer) => answer switch
    {
        PlannerAnswer<T>.Refused refused => refused.Code,
        PlannerAnswer<T>.Unknown unknown => unknown.Code,
        _ => throw new InvalidOperationException("What was done is no error."),
    };

    private PlannerAnswer<T> BrokenContract<T>(IReadOnlyList<string> elements)
    {
        logger.LogWarning("A planner's answer breaks the contract at {Elements}.", string.Join(", ", elements));
        return new PlannerAnswer<T>.Unknown(Errors.BookingSystemBrokeContract, elements);
    }

    /// <summary>A line that fails in a way that nobody foresaw leaves the outcome unknown: it is never a refusal.</summary>
    private async Task<PlannerAnswer<T>> AskAsync<T>(Func<Task<PlannerAnswer<T>>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "The line to a planner failed.");
            return new PlannerAnswer<T>.Unknown(Errors.BookingSystemFault);
        }
    }
}
