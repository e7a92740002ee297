using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

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
public sealed class GetBookings(CitizenFiles files, IDbContextFactory<BookingDbContext> contexts, TimeProvider clock)
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

        if (await files.FindIdAsync(request.Citizen, cancellationToken) is not { } citizenId)
        {
            return Errors.CitizenLookupFailed;
        }

        var startOfToday = DanishTime.StartOfDay(moment.Today);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var bookings = await context.Bookings.AsNoTracking()
            .Where(booking => booking.CitizenId == citizenId && booking.State != BookingState.Cancelled)
            .Where(booking => booking.Details.Start >= startOfToday || booking.State == BookingState.Pending || booking.State == BookingState.Changing)
            .OrderBy(booking => booking.Details.Start).ThenBy(booking => booking.Id)
            .ToListAsync(cancellationToken);
        return new CurrentBookings([.. bookings.Select(BookingView.ForCitizen)]);
    }
}
