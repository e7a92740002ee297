using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>A booking that was moved, cancelled or accepted, or whose change is not settled yet.</summary>
/// <param name="BookingId">IndkaldelseId.</param>
/// <param name="PendingSince">When it was asked for, UTC, where the booking system's answer is not known yet; null where it is done.</param>
public sealed record BookingChange(Guid BookingId, DateTimeOffset? PendingSince = null);

/// <summary>What was decided of a change, and all that follows from it.</summary>
/// <param name="Operation">The operation's wire name.</param>
/// <param name="BookingId">The booking that is asked about; null where none was named.</param>
internal sealed record ChangeDecision(string Operation, Guid? BookingId)
{
    public CitizenFile? File { get; init; }

    /// <summary>The citizen's own booking, as it was.</summary>
    public Booking? Booking { get; init; }

    private IReadOnlyList<Error> Refusal { get; init; } = [];

    private IReadOnlyList<Write> Writes { get; init; } = [];

    private IReadOnlyList<Write> Reports { get; init; } = [];

    /// <summary>What a planner of its own is to be asked, once the decision is written; null where nothing is left to ask.</summary>
    public ChangeAsk? Ask { get; private init; }

    public IReservations? Planner { get; private init; }

    private DateTimeOffset? PendingSince { get; init; }

    public Result<BookingChange> Result =>
        Refusal.Count > 0 ? Result<BookingChange>.Failed(Refusal) : new BookingChange(Booking!.Id, PendingSince);

    public ChangeDecision Refuse(ErrorCode code) => Refuse([new Error(code)]);

    public ChangeDecision Refuse(IReadOnlyList<Error> errors, IReadOnlyList<Write>? reports = null) =>
        this with { Refusal = errors, Writes = [], Reports = reports ?? [] };

    /// <summary>The change, whole; nothing where there is nothing left to do.</summary>
    public ChangeDecision Grant(params IReadOnlyList<Write> writes) => this with
    {
        Writes = writes.Count == 0 ? [] : [new ExpectCitizen(File!.Citizen.Id, File.Citizen.Version), .. writes],
    };

    /// <summary>Another change of the booking is not settled yet: the caller is to ask again, so the answer is not kept.</summary>
    public ChangeDecision Await(Moment moment) => Grant() with { PendingSince = moment.Now };

    /// <summary>A planner of its own is to be asked: what it is asked is written down first.</summary>
    public ChangeDecision Begin(IReservations planner, ChangeAsk ask) => Grant(ask.Begin()) with { Planner = planner, Ask = ask };

    /// <summary>
    /// A refusal writes its error reports, the audit entry and the answer of the request id; a grant everything else too.
    /// What begins with a planner of its own is audited when it ends.
    /// </summary>
    public WritePlan ToPlan(Caller caller, Moment moment) => Ask is not null
        ? new([.. Writes, .. RequestLedger.KeepPending(caller.Request, moment, Ask.Booking.Id)])
        : new(
        [
            .. Writes,
            .. Reports,
            new WriteAudit(new()
            {
                At = moment.Now,
                ActorKind = caller.Kind,
                Actor = caller.Name,
                CitizenId = File?.Citizen.Id,
                JobCentreCode = Booking?.JobCentreCode ?? File?.Citizen.JobCentreCode,
                Operation = Operation,
                OptionId = Booking?.OptionId,
                BookingId = BookingId,
                Codes = [.. Refusal.Select(error => error.Code.Number)],
            }),
            .. PendingSince is not null ? [] : RequestLedger.Keep(caller.Request, moment, Refusal.Count == 0 ? BookingId : null, Refusal),
        ]);
}
