using BorgerPortal.Domain.Operations;
using BorgerPortal.Web.Api.Answers;
using BorgerPortal.Web.Api.Reading;
using BorgerPortal.Web.Api.Wire;

namespace BorgerPortal.Web.Api.Calls;

/// <summary>What is asked before a booking is moved, or made at once.</summary>
internal static class RescheduleCalls
{
    public static async Task<IResult> GetCaseWorkersAsync(ApiCall call, GetRescheduleCaseWorkers operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new GetRescheduleCaseWorkersRequest(call.Citizen, call.RouteGuid("indkaldelseId")));
        var result = await operation.ExecuteAsync(request, cancellationToken);
        return result.ToAnswer(Ombookingssagsbehandlere.Of, WireJson.Written.Ombookingssagsbehandlere);
    }

    public static async Task<IResult> GetTimeslotsAsync(ApiCall call, GetRescheduleTimeslots operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new GetRescheduleTimeslotsRequest(
            call.Citizen,
            call.RouteGuid("indkaldelseId"),
            call.QueryGuid("moedetilbudId"),
            call.QueryInstant("startMoedetidsinterval"),
            call.QueryInstant("slutMoedetidsinterval"),
            call.QueryInteger("samtaleformType"),
            call.QueryText("eksterntId")));
        var result = await operation.ExecuteAsync(request, cancellationToken);
        return result.ToAnswer(Ombookingsmoedetider.Of, WireJson.Written.Ombookingsmoedetider);
    }

    public static async Task<IResult> GetImmediateAsync(ApiCall call, GetImmediateBookingTimeslots operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new GetImmediateBookingTimeslotsRequest(call.Citizen));
        var result = await operation.ExecuteAsync(request, cancellationToken);
        return result.ToAnswer(Straksbookingsliste.Of, WireJson.Written.Straksbookingsliste);
    }
}
