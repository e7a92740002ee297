using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Evidence;

/// <summary>Asks a booking system on behalf of a receipt, and notes each question with its answer.</summary>
public sealed class EvidenceQuestions(IDbContextFactory<BookingDbContext> contexts, TimeProvider clock)
{
    /// <summary>The codes that say that a booking system did not answer, or not soundly.</summary>
    public static readonly IReadOnlyList<ErrorCode> NoAnswer =
        [Errors.BookingSystemUnreachable, Errors.BookingSystemFault, Errors.BookingSystemBrokeContract];

    /// <summary>A booking that failed so recently is what the citizen takes the receipt for.</summary>
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(30);

    /// <summary>No planner is asked for more at once.</summary>
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(366);

    /// <summary>The offers that are meant for the citizen.</summary>
    internal async Task<Asked<IReadOnlyList<InterviewOption>>> AskOptionsAsync(
        IExternalBookingSystem system, CitizenFile file, List<EvidenceAnswer> answers, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        var asked = Asked<IReadOnlyList<InterviewOption>>.Of(await system.GetOptionsAsync(file.Profile, moment, cancellationToken), none: []);
        answers.Add(new EvidenceAnswer(
            OperationNames.GetSelfbookInterviewOptions, moment.Now, Found: asked.Answer?.Count, Code: asked.Failure?.Number));
        return asked;
    }

    /// <summary>The free times of an offer from now to an instant.</summary>
    internal async Task<Asked<TimeslotListing>> AskTimesAsync(
        IExternalBookingSystem system, CitizenFile file, InterviewOption option, DateTimeOffset to, List<EvidenceAnswer> answers, CancellationToken cancellationToken)
    {
        var asked = new Asked<TimeslotListing>(TimeslotListing.Empty, Failure: null);
        for (var from = clock.GetUtcNow(); from < to && asked is { Answer.Timeslots.Count: 0 }; from += LongestInterval)
        {
            var moment = Moment.Read(clock);
            var until = from + LongestInterval < to ? from + LongestInterval : to;
            var query = new TimeslotQuery(file.Profile, option.Id, from, until, ContactType: null, SupervisorIdentifier: null);
            asked = Asked<TimeslotListing>.Of(await system.GetTimeslotsAsync(query, moment, cancellationToken), none: TimeslotListing.Empty);
            answers.Add(new EvidenceAnswer(
                OperationNames.GetSelfbookTimeslots, moment.Now, option.Id, option.Title, from, until, asked.Answer?.Timeslots.Count, asked.Failure?.Number));
        }

        return asked;
    }

    /// <summary>The citizen's bookings and changes that a booking system has just failed: the audit log holds them, written by the portal itself.</summary>
    internal async Task<IReadOnlyList<EvidenceAnswer>> FindFailedChangesAsync(CitizenFile file, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Recently;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = await context.AuditEntries.AsNoTracking()
            .Where(entry => entry.CitizenId == file.Citizen.Id && entry.At >= since)
            .OrderBy(entry => entry.At)
            .ToListAsync(cancellationToken);
        return
        [
            .. from entry in entries
               where !AuditNames.IsLook(entry.Operation)
               let code = entry.Codes.FirstOrDefault(code => NoAnswer.Any(failure => failure.Number == code))
               where code != 0
               select new EvidenceAnswer(entry.Operation, entry.At, entry.OptionId, Code: code),
        ];
    }
}

/// <summary>An answer of a booking system, or why there is none.</summary>
/// <param name="Answer">Null where it did not answer.</param>
/// <param name="Failure">4769, 9303 or 9329.</param>
internal sealed record Asked<T>(T? Answer, ErrorCode? Failure)
    where T : class
{
    /// <param name="result">What came back.</param>
    /// <param name="none">What a refusal comes to that is no failure: the offer is not there, or not for this citizen.</param>
    public static Asked<T> Of(Result<T> result, T none)
    {
        if (!result.IsError)
        {
            return new Asked<T>(result.Value, Failure: null);
        }

        var code = result.Leading!.Code;
        return EvidenceQuestions.NoAnswer.Contains(code) ? new Asked<T>(null, code)
            : code == Errors.UnknownInterviewOption ? new Asked<T>(none, Failure: null)
            : new Asked<T>(null, Errors.BookingSystemFault);
    }
}
