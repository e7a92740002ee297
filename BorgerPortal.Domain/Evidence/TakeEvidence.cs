using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain.Evidence;

/// <summary>What a citizen asks a receipt for.</summary>
/// <param name="Citizen">Who asks.</param>
/// <param name="Reference">The receipt's id, drawn once for one page: a second click asks for the same receipt.</param>
/// <param name="InterviewType">SamtaleType of the deadline that it is about; where it is left out, that of the offer, else the most urgent.</param>
/// <param name="OptionId">The offer whose times the citizen looks at, if any.</param>
public sealed record EvidenceRequest(CitizenReference Citizen, Guid Reference, int? InterviewType = null, Guid? OptionId = null);

/// <summary>What came of it: a receipt, a free time that there is after all, or (neither) nothing to prove, since the booking system answers.</summary>
/// <param name="Reference">The receipt.</param>
/// <param name="Free">The first free time that would meet the deadline.</param>
public sealed record EvidenceOutcome(Guid? Reference = null, FreeTime? Free = null);

/// <summary>A free time of an offer; an instant in UTC.</summary>
public sealed record FreeTime(Guid OptionId, string Title, DateTimeOffset Start);

/// <summary>
/// Takes a receipt: the booking system is asked anew, and what it answers is written down with the time of each question,
/// durably, before anybody is told. Nothing that a caller sends gets into it. Errors: 8111, 9018 (there is no booking system
/// to ask).
/// </summary>
public sealed class TakeEvidence(
    CitizenFiles files,
    IBookingSystems systems,
    EvidenceQuestions questions,
    EvidenceReceipts receipts,
    IBookingWriter writer,
    IOptions<RuleOptions> options,
    TimeProvider clock)
{
    /// <exception cref="BookingStoreUnavailableException">The database did not take it; there is no receipt.</exception>
    public async Task<Result<EvidenceOutcome>> ExecuteAsync(EvidenceRequest request, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        if (await files.ReadAsync(request.Citizen, moment, cancellationToken) is not { } file)
        {
            return Errors.CitizenLookupFailed;
        }

        if (systems.Find(file.Citizen.JobCentreCode) is not { } system)
        {
            return Errors.BookingSystemNotConfigured;
        }

        if (await receipts.FindAsync(request.Citizen, request.Reference, cancellationToken) is not null)
        {
            return new EvidenceOutcome(request.Reference);
        }

        return SelfBooking.Of(file, isConfigured: true, moment).IsPossible
            ? await AskAsync(request, system, file, moment, cancellationToken)
            : new EvidenceOutcome();
    }

    private async Task<EvidenceOutcome> AskAsync(
        EvidenceRequest request, IExternalBookingSystem system, CitizenFile file, Moment moment, CancellationToken cancellationToken)
    {
        List<EvidenceAnswer> answers = [.. await questions.FindFailedChangesAsync(file, cancellationToken)];
        var hasFailed = answers.Count > 0;
        var offers = await questions.AskOptionsAsync(system, file, answers, cancellationToken);
        var wanted = offers.Answer?.FirstOrDefault(option => option.Id == request.OptionId);
        var deadline = file.OpenDeadlines(moment.Today)
            .Where(deadline => (request.InterviewType ?? wanted?.InterviewType) is not { } type || deadline.InterviewType == type)
            .MinBy(deadline => (deadline.HoldBy, deadline.BookBy));
        if (offers.Answer is null || hasFailed)
        {
            return await KeepAsync(request, EvidenceKind.NoAnswer, file, deadline, answers, moment);
        }

        var to = deadline is null ? DanishTime.StartOfDay(moment.Today.AddDays(1)) : LastInstantFor(deadline, moment);
        foreach (var option in offers.Answer.Where(option => deadline is null ? option == wanted : option.InterviewType == deadline.InterviewType))
        {
            var times = await questions.AskTimesAsync(system, file, option, to, answers, cancellationToken);
            if (times.Answer is null)
            {
                return await KeepAsync(request, EvidenceKind.NoAnswer, file, deadline, answers, moment);
            }

            if (deadline is not null && times.Answer.Timeslots is [var first, ..])
            {
                return new EvidenceOutcome(Free: new FreeTime(option.Id, option.Title, first.Start));
            }
        }

        return deadline is null ? new EvidenceOutcome() : await KeepAsync(request, EvidenceKind.NoFreeTime, file, deadline, answers, moment);
    }

    /// <summary>An overdue deadline is met by a meeting of the next days, whatever its own last day.</summary>
    private DateTimeOffset LastInstantFor(Deadline deadline, Moment moment)
    {
        var soon = moment.Today.AddDays(options.Value.ImmediateBookingDays);
        return DanishTime.StartOfDay((deadline.BookBy < moment.Today && soon > deadline.HoldBy ? soon : deadline.HoldBy).AddDays(1));
    }

    private async Task<EvidenceOutcome> KeepAsync(
        EvidenceRequest request, EvidenceKind kind, CitizenFile file, Deadline? deadline, List<EvidenceAnswer> answers, Moment moment)
    {
        var receipt = new EvidenceReceipt
        {
            Id = request.Reference,
            CitizenId = file.Citizen.Id,
            JobCentreCode = file.Citizen.JobCentreCode,
            Kind = kind,
            At = moment.Now,
            InterviewType = deadline?.InterviewType,
            BookBy = deadline?.BookBy,
            HoldBy = deadline?.HoldBy,
            Answers = answers,
        };

        // Refused where a second click was quicker: then there is the receipt of the first.
        await writer.ApplyAsync(new WritePlan(
        [
            new InsertEvidence(receipt),
            new WriteAudit(new AuditEntry
            {
                At = moment.Now,
                ActorKind = ActorKind.Citizen,
                CitizenId = file.Citizen.Id,
                JobCentreCode = file.Citizen.JobCentreCode,
                Operation = AuditNames.TakeEvidence,
                OptionId = request.OptionId,
                Codes = [],
            }),
        ]));
        return new EvidenceOutcome(request.Reference);
    }
}
