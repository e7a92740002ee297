using BorgerPortal.Domain;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Remote;
using BorgerPortal.Domain.ExternalBooking.Remote.Answers;

namespace BorgerPortal.Tests.Support.Remote;

/// <summary>
/// A planner that is a system of its own: it has one seat at each of its times, holds it, gives it away and lets it go,
/// and remembers every release. A test makes it send other answers, refuse, or lose calls and answers.
/// </summary>
public sealed class ReservingPlanner : IPlannerConnection
{
    private readonly Dictionary<Guid, (SeatState State, BookingAnswer Booking)> _seats = [];
    private readonly Dictionary<Guid, BookingAnswer> _moves = [];
    private readonly HashSet<Guid> _released = [];

    public ReservingPlanner(DateTimeOffset start) => Timeslots = [SoundAnswers.Timeslot(start)];

    public List<OptionAnswer> Options { get; } = [SoundAnswers.Option];

    public List<SupervisorToBookAnswer> Supervisors { get; } = [SoundAnswers.SupervisorToBook];

    public List<TimeslotAnswer> Timeslots { get; }

    /// <summary>How the planner assembles a booking; sound unless a test changes it.</summary>
    public Func<BookingAnswer, BookingAnswer> Assemble { get; set; } = booking => booking;

    public Func<OptionsAnswer, OptionsAnswer> SendOptions { get; set; } = answer => answer;

    public Func<TimeslotsAnswer, TimeslotsAnswer> SendTimeslots { get; set; } = answer => answer;

    /// <summary>What goes wrong with the next calls of a kind, in order; then all goes well again.</summary>
    public Dictionary<string, Queue<PlannerFault>> Faults { get; } = [];

    /// <summary>Every writing call with its request id.</summary>
    public List<(string Call, Guid Booking, string RequestId)> Calls { get; } = [];

    /// <summary>Holds the answer to Reserve back until the test lets it go.</summary>
    public TaskCompletionSource? ReserveGate { get; set; }

    /// <summary>What happens between the planner's holding a seat and its answer's arrival.</summary>
    public Action AfterReserve { get; set; } = () => { };

    /// <summary>What happens between the planner's giving a seat away and its answer's arrival.</summary>
    public Action AfterConfirm { get; set; } = () => { };

    /// <summary>Completed when Reserve has been asked.</summary>
    public TaskCompletionSource ReserveAsked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SeatState StateOf(Guid booking) => _seats.TryGetValue(booking, out var seat) ? seat.State : SeatState.None;

    /// <summary>When the planner thinks that a booking is held; null where it has none.</summary>
    public DateTimeOffset? StartOf(Guid booking) => _seats.TryGetValue(booking, out var seat) ? seat.Booking.Start : null;

    /// <summary>Whom the citizen has accepted.</summary>
    public HashSet<Guid> Accepted { get; } = [];

    public int Held => _seats.Values.Count(seat => seat.State is SeatState.Reserved or SeatState.Booked) + _moves.Count;

    public void Fail(string call, params PlannerFault[] faults) => Faults[call] = new Queue<PlannerFault>(faults);

    /// <summary>The planner forgets a seat that it held: the minutes are over.</summary>
    public void Expire(Guid booking)
    {
        if (!_moves.Remove(booking))
        {
            _seats.Remove(booking);
        }
    }

    /// <summary>The planner has cancelled a booking by itself.</summary>
    public void Lose(Guid booking) => _seats.Remove(booking);

    /// <summary>The planner has moved a booking by itself.</summary>
    public void Move(Guid booking, DateTimeOffset start)
    {
        var (state, answer) = _seats[booking];
        _seats[booking] = (state, answer with { Start = start });
    }

    public Task<PlannerAnswer<OptionsAnswer>> GetOptionsAsync(CitizenProfile citizen, CancellationToken cancellationToken) =>
        AnswerAsync(nameof(GetOptionsAsync), () => Done(SendOptions(new OptionsAnswer(Options))));

    public Task<PlannerAnswer<TimeslotsAnswer>> GetTimeslotsAsync(TimeslotQuery query, CancellationToken cancellationToken) =>
        AnswerAsync(nameof(GetTimeslotsAsync), () => Done(SendTimeslots(new TimeslotsAnswer(
            Supervisors, [.. Timeslots.Where(timeslot => timeslot?.Start is not { } start || !IsTaken(start, query.Moving?.Id))]))));

    /// <summary>What the planner has been told of errors.</summary>
    public List<ErrorReportCall> Reports { get; } = [];

    public Func<SupervisorsAnswer, SupervisorsAnswer> SendSupervisors { get; set; } = answer => answer;

    public Func<ImmediateTimeslotsAnswer, ImmediateTimeslotsAnswer> SendImmediate { get; set; } = answer => answer;

    public Task<PlannerAnswer<SupervisorsAnswer>> GetSupervisorsAsync(Guid bookingId, CitizenProfile citizen, CancellationToken cancellationToken) =>
        AnswerAsync(nameof(GetSupervisorsAsync), () => Done(SendSupervisors(
            new SupervisorsAnswer { MayChoose = true, Supervisors = [SoundAnswers.Supervisor] })));

    public Task<PlannerAnswer<ImmediateTimeslotsAnswer>> GetImmediateTimeslotsAsync(ImmediateQuery query, CancellationToken cancellationToken) =>
        AnswerAsync(nameof(GetImmediateTimeslotsAsync), () => Done(SendImmediate(new ImmediateTimeslotsAnswer(
            Supervisors, [.. Timeslots.Select(timeslot => new ImmediateTimeslotAnswer(timeslot, SoundAnswers.Option))]))));

    public Task<PlannerAnswer<Confirmed>> ReportAsync(ErrorReportCall call, CancellationToken cancellationToken) =>
        AnswerAsync(nameof(ReportAsync), () =>
        {
            Reports.Add(call);
            return Done(new Confirmed());
        });

    public async Task<PlannerAnswer<ReservationAnswer>> ReserveAsync(ReserveCall call, CancellationToken cancellationToken)
    {
        Calls.Add(("Reserve", call.BookingId, call.RequestId));
        ReserveAsked.TrySetResult();
        if (ReserveGate is { } gate)
        {
            await gate.Task;
        }

        return await AnswerAsync(nameof(ReserveAsync), () =>
        {
            if (_released.Contains(call.BookingId) || IsTaken(call.Start, call.BookingId) || !Timeslots.Exists(timeslot => timeslot.Start == call.Start))
            {
                return new PlannerAnswer<ReservationAnswer>.Refused(Errors.TimeNoLongerAvailable);
            }

            var booking = Assemble(SoundAnswers.Booking(call));
            if (StateOf(call.BookingId) == SeatState.Booked)
            {
                _moves[call.BookingId] = booking;
            }
            else
            {
                _seats[call.BookingId] = (SeatState.Reserved, booking);
            }

            AfterReserve();
            return Done(new ReservationAnswer(booking, call.Start));
        });
    }

    public Task<PlannerAnswer<Confirmed>> ConfirmAsync(SeatCall call, CancellationToken cancellationToken) =>
        WriteAsync(nameof(ConfirmAsync), call, () =>
        {
            if (!_seats.TryGetValue(call.BookingId, out var seat) || seat.State is SeatState.Cancelled)
            {
                return new PlannerAnswer<Confirmed>.Refused(Errors.TimeNoLongerAvailable);
            }

            _seats[call.BookingId] = (SeatState.Booked, seat.Booking);
            AfterConfirm();
            return Done(new Confirmed());
        });

    public Task<PlannerAnswer<Confirmed>> RebookAsync(SeatCall call, CancellationToken cancellationToken) =>
        WriteAsync(nameof(RebookAsync), call, () =>
        {
            if (!_moves.Remove(call.BookingId, out var booking))
            {
                return new PlannerAnswer<Confirmed>.Refused(Errors.TimeNoLongerAvailable);
            }

            _seats[call.BookingId] = (SeatState.Booked, booking);
            AfterConfirm();
            return Done(new Confirmed());
        });

    public Task<PlannerAnswer<Confirmed>> CancelAsync(SeatCall call, CancellationToken cancellationToken) =>
        WriteAsync(nameof(CancelAsync), call, () =>
        {
            if (StateOf(call.BookingId) is not SeatState.Booked)
            {
                return new PlannerAnswer<Confirmed>.Refused(Errors.UnknownBooking);
            }

            _moves.Remove(call.BookingId);
            _seats[call.BookingId] = (SeatState.Cancelled, _seats[call.BookingId].Booking);
            return Done(new Confirmed());
        });

    public Task<PlannerAnswer<Confirmed>> AcceptAsync(SeatCall call, CancellationToken cancellationToken) =>
        WriteAsync(nameof(AcceptAsync), call, () =>
        {
            Accepted.Add(call.BookingId);
            return Done(new Confirmed());
        });

    public Task<PlannerAnswer<Released>> ReleaseAsync(SeatCall call, CancellationToken cancellationToken) =>
        WriteAsync(nameof(ReleaseAsync), call, () =>
        {
            // A booking that has a seat keeps it: what is let go is the seat that it was to move to.
            if (!_moves.Remove(call.BookingId) && StateOf(call.BookingId) != SeatState.Booked)
            {
                _released.Add(call.BookingId);
                _seats.Remove(call.BookingId);
            }

            return Done(new Released());
        });

    public Task<PlannerAnswer<StandingAnswer>> GetAsync(Guid bookingId, CitizenProfile citizen, CancellationToken cancellationToken) =>
        AnswerAsync(nameof(GetAsync), () => Done(_seats.TryGetValue(bookingId, out var seat)
            ? new StandingAnswer(seat.State, seat.Booking, _moves.GetValueOrDefault(bookingId))
            : new StandingAnswer(SeatState.None, null)));

    private static PlannerAnswer<T> Done<T>(T value) => new PlannerAnswer<T>.Done(value);

    private bool IsTaken(DateTimeOffset start, Guid? moving) =>
        _seats.Any(seat => seat.Key != moving && seat.Value.State is SeatState.Reserved or SeatState.Booked && seat.Value.Booking.Start == start)
        || _moves.Any(move => move.Key != moving && move.Value.Start == start);

    private Task<PlannerAnswer<T>> WriteAsync<T>(string name, SeatCall call, Func<PlannerAnswer<T>> act)
    {
        Calls.Add((name.Replace("Async", string.Empty, StringComparison.Ordinal), call.BookingId, call.RequestId));
        return AnswerAsync(name, act);
    }

    private Task<PlannerAnswer<T>> AnswerAsync<T>(string call, Func<PlannerAnswer<T>> act)
    {
        if (!Faults.TryGetValue(call, out var faults) || !faults.TryDequeue(out var fault))
        {
            return Task.FromResult(act());
        }

        if (fault.Acts)
        {
            act();
        }

        return fault switch
        {
            { Throws: true } => throw new IOException("The line broke."),
            { Refusal: { } code } => Task.FromResult<PlannerAnswer<T>>(new PlannerAnswer<T>.Refused(code)),
            _ => Task.FromResult<PlannerAnswer<T>>(new PlannerAnswer<T>.Unknown(fault.Unknown!)),
        };
    }
}
