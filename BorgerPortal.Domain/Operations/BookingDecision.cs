using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>What was decided, and all that follows from it.</summary>
internal sealed record BookingDecision(Guid? OptionId)
{
    public CitizenFile? File { get; init; }

    public Booking? Booking { get; private init; }

    private IReadOnlyList<Error> Refusal { get; init; } = [];

    private IReadOnlyList<Write> Writes { get; init; } = [];

    private IReadOnlyList<Write> Reports { get; init; } = [];

    /// <summary>What a planner of its own is to be asked, once the decision is written; null where nothing is left to ask.</summary>
    public BookingAsk? Ask { get; private init; }

    public IReservations? Planner { get; private init; }

    private CurrentBooking? Pending { get; init; }

    public Result<CreateBookingResult> Result =>
        Pending is not null ? new CreateBookingResult(Pending.Id, Pending.CreatedAt)
        : Booking is null ? Result<CreateBookingResult>.Failed(Refusal)
        : new CreateBookingResult(Booking.Id);

    public BookingDecision Refuse(ErrorCode code) => Refuse([new Error(code)]);

    public BookingDecision Refuse(IReadOnlyList<Error> errors) => this with
    {
        Refusal = errors,
        Booking = null,
        Ask = null,
        Writes = [],
    };

    public BookingDecision Grant(Booking booking, Guid noticeId, IReadOnlyList<Write> seat, BookingFacts facts) => this with
    {
        Booking = booking,
        Writes =
        [
            new ExpectCitizen(booking.CitizenId, facts.File.Citizen.Version),
            .. seat,
            new InsertBooking(booking),
            .. ExclusiveKind.Covers(booking.Details.InterviewType)
                ? [new TakeExclusiveKind(booking.CitizenId, booking.Details.InterviewType, facts.StartDate, booking.Id, facts.Moment.Today)]
                : Array.Empty<Write>(),
            .. DeadlinesMet.By(booking, facts.File, facts.Moment).Select(deadline => new MeetDeadline(deadline.Id, booking.Id)),
            QueueNotice.Of(noticeId, NoticeKind.Confirmation, booking, facts.Moment.Now),
        ],
    };

    /// <summary>Tells the caseworkers that the offer is broken.</summary>
    public BookingDecision Report(IReadOnlyList<Error> unsound, BookingFacts facts) => this with
    {
        Reports = BookingReports.Of(unsound, facts.File.Citizen.JobCentreCode, facts.Option.Id, facts.Moment),
    };

    /// <summary>A planner of its own is to be asked: what it is asked is written down first.</summary>
    public BookingDecision Begin(IReservations planner, BookingAsk ask, BookingFacts facts) => this with
    {
        Booking = ask.Booking,
        Planner = planner,
        Ask = ask,
        Writes = ask.Begin(facts),
    };

    /// <summary>The citizen's booking on this offer is not settled yet: that is the answer.</summary>
    public BookingDecision Await(CurrentBooking pending) => this with { Pending = pending };

    /// <summary>
    /// A refusal writes its error reports, the audit entry and the answer of the request id; a grant everything else too.
    /// What begins with a planner of its own is audited when it ends.
    /// </summary>
    public WritePlan ToPlan(Caller caller, Moment moment) => Ask is not null
        ? new([.. Writes, .. RequestLedger.KeepPending(caller.Request, moment, Ask.Booking.Id)])
        : new(
        [
            .. Pending is null ? Array.Empty<Write>() : [new ExpectPending(Pending.Id)],
            .. Writes,
            .. Reports,
            new WriteAudit(new AuditEntry
            {
                At = moment.Now,
                ActorKind = caller.Kind,
                Actor = caller.Name,
                CitizenId = File?.Citizen.Id,
                JobCentreCode = File?.Citizen.JobCentreCode,
                Operation = OperationNames.CreateBooking,
                OptionId = OptionId,
                BookingId = Booking?.Id ?? Pending?.Id,
                Codes = [.. Refusal.Select(error => error.Code.Number)],
            }),
            .. Pending is null
                ? RequestLedger.Keep(caller.Request, moment, Booking?.Id, Refusal)
                : RequestLedger.KeepPending(caller.Request, Moment.At(Pending.CreatedAt), Pending.Id),
        ]);
}
