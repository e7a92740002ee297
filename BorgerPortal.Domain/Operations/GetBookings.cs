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
public sealed class GetBookings(CitizenFiles files, IBookingReader reader, TimeProvider clock)
{
    private static readonly GetBookingsValidator Validator = new();

    public async Task<Result<CurrentBookings>> ExecuteAsync(GetBookingsRequest request, CancellationToken cancellationToken) =>
        OperationRows.Hold(OperationNames.GetBookings, await AnswerAsync(request, cancellationToken));

    private async Task<Result<CurrentBookings>> AnswerAsync(GetBookingsRequest request, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        if (Validator.Check(request) is { Count: > 0 } faults)
        {
            return Result<CurrentBookings>.Failed(faults);
        }

        var asked = new ReadBookings(files.KeyOf(request.Citizen), DanishTime.StartOfDay(moment.Today));
        return await reader.ReadAsync(asked, cancellationToken) is { } bookings
            ? new CurrentBookings([.. bookings.Select(BookingView.ForCitizen)])
            : Errors.CitizenLookupFailed;
    }
}
