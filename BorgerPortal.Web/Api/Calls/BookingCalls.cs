using BorgerPortal.Domain.Operations;
using BorgerPortal.Web.Api.Answers;
using BorgerPortal.Web.Api.Reading;
using BorgerPortal.Web.Api.Wire;

namespace BorgerPortal.Web.Api.Calls;

/// <summary>The citizen's bookings.</summary>
internal static class BookingCalls
{
    public static async Task<IResult> CreateAsync(
        ChangeCall call, HttpRequest http, CreateBooking operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new CreateBookingRequest(
            call.Citizen,
            call.RouteGuid("moedetilbudId"),
            call.Body.Instant("moedeStarttidspunkt"),
            call.Body.Integer("samtaleformType"),
            call.Body.Text("sagsbehandlerEksterntId")));
        var result = await operation.ExecuteAsync(request, call.Caller, cancellationToken);
        return result is { IsError: false, Value: { PendingSince: not null } pending }
            ? new PendingAnswer(AddressOf(http, pending.BookingId), Afventer.Of(pending))
            : result.ToCreated(created => AddressOf(http, created.BookingId));
    }

    public static async Task<IResult> GetAllAsync(ApiCall call, GetBookings operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new GetBookingsRequest(call.Citizen));
        var result = await operation.ExecuteAsync(request, cancellationToken);
        return result.ToAnswer(Indkaldelsesliste.Of, WireJson.Written.Indkaldelsesliste);
    }

    public static async Task<IResult> GetAsync(ApiCall call, GetBooking operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new GetBookingRequest(call.Citizen, call.RouteGuid("indkaldelseId")));
        var result = await operation.ExecuteAsync(request, cancellationToken);
        return result.ToAnswer(Indkaldelse.Of, WireJson.Written.Indkaldelse);
    }

    // A path and no host: the Host header is the caller's to write, and a repeat by another name must get the same answer.
    private static string AddressOf(HttpRequest http, Guid bookingId) => $"{http.PathBase}{ApiEndpoints.BasePath}/indkaldelser/{bookingId}";
}
