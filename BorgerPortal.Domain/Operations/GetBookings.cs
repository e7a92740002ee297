using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>What GetIndkaldelser asks.</summary>
public sealed record GetBookingsRequest(CitizenReference Citizen) : OperationRequest(Citizen);

public sealed class GetBookingsValidator : OperationRequestValidator<GetBookingsRequest>;

/// <summary>The citizen's current bookings, earliest first.</summary>
public sealed record CurrentBookings(IReadOnlyList<BookingView> Bookings);

/// <summary>
/// GetIndkaldelser: the bookings of today (also earlier today) and later, summoned and self-booked.
/// Errors: 1014, 8111.
/// </summary>
public sealed class GetBookings(CitizenFiles files, IBookingReader reader, ReadAudit audit, TimeProvider clock)
{
    private static readonly GetBookingsValidator Validator = new();

    public async Task<Result<CurrentBookings>> ExecuteAsync(GetBookingsRequest request, CancellationToken cancellationToken)
    {
        var look = audit.Begin(OperationNames.GetBookings, request);
        return await look.EndAsync(OperationRows.Hold(OperationNames.GetBookings, await AnswerAsync(request, look, cancellationToken)));
    }

    private async Task<Result<CurrentBookings>> AnswerAsync(GetBookingsRequest request, Look look, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        if (Validator.Check(request) is { Count: > 0 } faults)
        {
            return Result<CurrentBookings>.Failed(faults);
        }

        if (await FindAsync(request.Citizen, moment, cancellationToken) is not { } found)
        {
            return Errors.CitizenLookupFailed;
        }

        look.About(found.CitizenId);
        return new CurrentBookings([.. found.Bookings.Select(BookingView.ForCitizen)]);
    }

    /// <summary>The bookings, for an operation that tells of them beside something else; null where nobody is known.</summary>
    internal async Task<BookingsOfCitizen?> FindAsync(CitizenReference citizen, Moment moment, CancellationToken cancellationToken) =>
        await reader.ReadAsync(new ReadBookings(files.KeyOf(citizen), DanishTime.StartOfDay(moment.Today)), cancellationToken);
}
