using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>
/// All that a booking is decided by and the portal keeps itself, in one reading. Whose planner the jobcentre has is known
/// only afterwards: what the embedded one says of the time is read too, and left unused where the planner is another.
/// </summary>
public sealed class BookingFirstRead(IBookingReader reader, CitizenFiles files)
{
    private static readonly CreateBookingValidator Validator = new();

    /// <param name="request">What is asked for; where its fields are not sound, only the request id is looked up.</param>
    /// <param name="key">The request id, if any.</param>
    /// <param name="moment">When the request arrived.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RequestIdReusedException">The request id was used for something else.</exception>
    internal async Task<Known> ReadAsync(
        CreateBookingRequest request, RequestKey? key, Moment moment, CancellationToken cancellationToken)
    {
        var faults = Validator.Check(request);
        var isSound = faults.Count == 0;
        var reading = new Reading();
        var answer = key is null ? null : reading.Add(new ReadStoredAnswer(key));
        var file = isSound ? reading.Add(files.FileOf(request.Citizen, moment)) : null;
        var ground = isSound
            ? reading.Add(EmbeddedPlanner.GroundOf(
                files.KeyOf(request.Citizen), request.OptionId!.Value, request.StartTime!.Value, request.SupervisorIdentifier))
            : null;
        if (reading.Questions.Count > 0)
        {
            await reader.ReadAsync(reading, cancellationToken);
        }

        return new Known(key is null ? null : RequestLedger.Judge(answer!.Answer, key, moment), faults, file?.Answer, ground?.Answer);
    }

    /// <summary>What is known.</summary>
    /// <param name="Answer">What the request id was answered with already.</param>
    /// <param name="Faults">What is wrong with the request's shape.</param>
    /// <param name="File">The citizen's; null where nobody is known.</param>
    /// <param name="Ground">What the embedded planner has of the time.</param>
    internal sealed record Known(StoredAnswer? Answer, IReadOnlyList<Error> Faults, CitizenFile? File, GroundRows? Ground);
}
