using BorgerPortal.Domain;
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
        return result is { IsError: false, Value: { PendingSince: { } since } pending }
            ? new PendingAnswer(AddressOf(http, pending.BookingId), Afventer.Of(pending.BookingId, since))
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

    public static async Task<IResult> RescheduleAsync(
        ChangeCall call, HttpRequest http, RescheduleBooking operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new RescheduleBookingRequest(
            call.Citizen,
            call.RouteGuid("indkaldelseId"),
            call.Body.Instant("moedeStarttidspunkt"),
            call.Body.Integer("samtaleformType"),
            call.Body.Text("sagsbehandlerEksterntId")));
        return ToAnswer(http, await operation.ExecuteAsync(request, call.Caller, cancellationToken));
    }

    public static async Task<IResult> CancelAsync(
        ChangeCall call, HttpRequest http, CancelBooking operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new CancelBookingRequest(call.Citizen, call.RouteGuid("indkaldelseId")));
        return ToAnswer(http, await operation.ExecuteAsync(request, call.Caller, cancellationToken));
    }

    public static async Task<IResult> AcceptAsync(
        ChangeCall call, HttpRequest http, AcceptBooking operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new AcceptBookingRequest(call.Citizen, call.RouteGuid("indkaldelseId")));
        return ToAnswer(http, await operation.ExecuteAsync(request, call.Caller, cancellationToken));
    }

    private static IResult ToAnswer(HttpRequest http, Result<BookingChange> result) =>
        result is { IsError: false, Value: { PendingSince: { } since } pending }
            ? new PendingAnswer(AddressOf(http, pending.BookingId), Afventer.Of(pending.BookingId, since))
            : result.ToNoContent();

    // A path and no host: the Host header is the caller's to write, and a repeat by another name must get the same answer.
    private static string AddressOf(HttpRequest http, Guid bookingId) => $"{http.PathBase}{ApiEndpoints.BasePath}/indkaldelser/{bookingId}";
}
