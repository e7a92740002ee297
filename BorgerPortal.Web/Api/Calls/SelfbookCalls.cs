using BorgerPortal.Domain.Operations;
using BorgerPortal.Web.Api.Answers;
using BorgerPortal.Web.Api.Reading;
using BorgerPortal.Web.Api.Wire;

namespace BorgerPortal.Web.Api.Calls;

/// <summary>The offers and their free times.</summary>
internal static class SelfbookCalls
{
    public static async Task<IResult> GetOptionsAsync(
        ApiCall call, GetSelfbookInterviewOptions operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new GetSelfbookInterviewOptionsRequest(call.Citizen));
        var result = await operation.ExecuteAsync(request, cancellationToken);
        return result.ToAnswer(Moedetilbudsliste.Of, WireJson.Written.Moedetilbudsliste);
    }

    public static async Task<IResult> GetTimeslotsAsync(ApiCall call, GetSelfbookTimeslots operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new GetSelfbookTimeslotsRequest(
            call.Citizen,
            call.RouteGuid("moedetilbudId"),
            call.QueryInstant("startMoedetidsinterval"),
            call.QueryInstant("slutMoedetidsinterval"),
            call.QueryInteger("samtaleformType"),
            call.QueryText("eksterntId")));
        var result = await operation.ExecuteAsync(request, cancellationToken);
        return result.ToAnswer(Moedetidsliste.Of, WireJson.Written.Moedetidsliste);
    }
}
