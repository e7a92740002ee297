using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using FluentValidation;

namespace BorgerPortal.Domain.Operations;

/// <summary>What CreateFejlmelding tells.</summary>
/// <param name="Citizen">Who met the error.</param>
/// <param name="OptionId">MoedetilbudId, where the error is about an offer.</param>
/// <param name="BookingId">IndkaldelseId, where it is about a booking of the citizen's.</param>
/// <param name="Code">Fejlkode: of the error table or the list of error reports.</param>
/// <param name="Text">Fejltekst, at most 500 characters of plain text.</param>
/// <param name="Origin">FejlOphav.</param>
/// <param name="At">FejlTidspunkt, an instant.</param>
public sealed record CreateErrorReportRequest(
    CitizenReference Citizen, Guid? OptionId, Guid? BookingId, int? Code, string? Text, int? Origin, DateTimeOffset? At) : OperationRequest(Citizen);

public sealed class CreateErrorReportValidator : OperationRequestValidator<CreateErrorReportRequest>
{
    public CreateErrorReportValidator()
    {
        RuleFor(request => request.Code).NotNull().OverridePropertyName("fejlkode");
        RuleFor(request => request.Text).MaximumLength(ErrorReport.LongestText).OverridePropertyName("fejltekst");
        RuleFor(request => request.Origin).NotNull().OverridePropertyName("fejlOphav");
        RuleFor(request => request.At).NotNull().OverridePropertyName("fejlTidspunkt");
    }
}

/// <summary>The report is filed.</summary>
/// <param name="At">When, UTC.</param>
public sealed record ErrorReportReceipt(DateTimeOffset At);

/// <summary>
/// CreateFejlmelding: a citizen, or a client for them, reports an error; it goes to the caseworkers' list, and by the outbox
/// to a planner that is a system of its own. Gates: 1014, 8111. Then 99201, 99202 (not judged for a planner of its own),
/// 99203, 99204; all broken ones are returned, in order. What could be a personnummer in the text is masked.
/// </summary>
public sealed class CreateErrorReport(
    CitizenFiles files, IBookingReader reader, IBookingSystems systems, IBookingWriter writer, RequestLedger ledger, IdSource ids, TimeProvider clock)
{
    private static readonly CreateErrorReportValidator Validator = new();

    /// <param name="request">What is told.</param>
    /// <param name="caller">Who calls; a request id that has its answer already gets that one again.</param>
    /// <param name="cancellationToken">Ends the reading; once the writing has begun it is carried through.</param>
    /// <exception cref="RequestIdReusedException">The request id was used for something else.</exception>
    /// <exception cref="BookingStoreUnavailableException">The database did not take the report.</exception>
    public async Task<Result<ErrorReportReceipt>> ExecuteAsync(
        CreateErrorReportRequest request, Caller caller, CancellationToken cancellationToken) =>
        OperationRows.Hold(OperationNames.CreateErrorReport, await FileAsync(request, caller, cancellationToken));

    private async Task<Result<ErrorReportReceipt>> FileAsync(CreateErrorReportRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        while (true)
        {
            if (await ledger.FindAsync(caller.Request, moment, cancellationToken) is { } answer)
            {
                return answer.Errors.Count == 0
                    ? new ErrorReportReceipt(answer.AnsweredAt)
                    : Result<ErrorReportReceipt>.Failed(RequestLedger.ErrorsOf(answer));
            }

            var (plan, result) = await DecideAsync(request, caller, moment, cancellationToken);
            if (await writer.ApplyAsync(plan) is null)
            {
                return result;
            }
        }
    }

    private async Task<(WritePlan Plan, Result<ErrorReportReceipt> Result)> DecideAsync(
        CreateErrorReportRequest request, Caller caller, Moment moment, CancellationToken cancellationToken)
    {
        if (Validator.Check(request) is { Count: > 0 } faults)
        {
            return Refuse(faults, file: null);
        }

        if (await files.ReadAsync(request.Citizen, moment, cancellationToken) is not { } file)
        {
            return Refuse([Errors.CitizenLookupFailed], file: null);
        }

        var booking = request.BookingId is { } id ? await reader.ReadAsync(new ReadBooking(id), cancellationToken) : null;
        var own = booking?.CitizenId == file.Citizen.Id ? booking : null;
        var jobCentre = own?.JobCentreCode ?? file.Citizen.JobCentreCode;
        var system = systems.Find(jobCentre);
        Error[] broken =
        [
            .. CodeList.ErrorOrigins.Contains(request.Origin!.Value) ? Array.Empty<Error>() : [Errors.IllegalErrorOrigin],
            .. await IsUnknownAsync(request.OptionId, system, cancellationToken) ? [Errors.UnknownOptionInReport] : Array.Empty<Error>(),
            .. request.BookingId is null || own is not null ? Array.Empty<Error>() : [Errors.UnknownBookingInReport],
            .. ReportCodes.IsKnown(request.Code!.Value) ? Array.Empty<Error>() : [Errors.UnknownErrorCode],
        ];
        if (broken.Length > 0)
        {
            return Refuse(broken, file);
        }

        var report = new ErrorReport
        {
            JobCentreCode = jobCentre,
            CitizenId = file.Citizen.Id,
            OptionId = request.OptionId,
            BookingId = request.BookingId,
            Code = request.Code!.Value,
            Origin = (ErrorOrigin)request.Origin.Value,
            Text = request.Text is { } text ? PersonnummerMask.Apply(text) : null,
            At = request.At!.Value.ToUniversalTime(),
            FiledByPortal = false,
            ForwardRequest = system?.Reservations is null ? null : ids.Next().ToString("N"),
            ForwardAt = system?.Reservations is null ? null : moment.Now,
        };
        return (Plan([], file, own, [new FileErrorReport(report)]), new ErrorReportReceipt(moment.Now));

        (WritePlan Plan, Result<ErrorReportReceipt> Result) Refuse(IReadOnlyList<Error> errors, CitizenFile? file) =>
            (Plan(errors, file, booking: null, []), Result<ErrorReportReceipt>.Failed(errors));

        WritePlan Plan(IReadOnlyList<Error> errors, CitizenFile? file, Booking? booking, IReadOnlyList<Write> writes) => new(
        [
            .. writes,
            new WriteAudit(new()
            {
                At = moment.Now,
                ActorKind = caller.Kind,
                Actor = caller.Name,
                CitizenId = file?.Citizen.Id,
                JobCentreCode = booking?.JobCentreCode ?? file?.Citizen.JobCentreCode,
                Operation = OperationNames.CreateErrorReport,
                OptionId = request.OptionId,
                BookingId = request.BookingId,
                Codes = [.. errors.Select(error => error.Code.Number)],
            }),
            .. RequestLedger.Keep(caller.Request, moment, bookingId: null, errors),
        ]);
    }

    private static async Task<bool> IsUnknownAsync(Guid? optionId, IExternalBookingSystem? system, CancellationToken cancellationToken) =>
        optionId is { } id && system is not null && !await system.MayKnowOptionAsync(id, cancellationToken);
}
