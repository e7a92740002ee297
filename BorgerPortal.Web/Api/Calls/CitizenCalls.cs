using BorgerPortal.Domain.Operations;
using BorgerPortal.Web.Api.Answers;
using BorgerPortal.Web.Api.Reading;
using BorgerPortal.Web.Api.Wire;

namespace BorgerPortal.Web.Api.Calls;

/// <summary>What is asked about the citizen.</summary>
internal static class CitizenCalls
{
    public static async Task<IResult> GetStatusAsync(ApiCall call, GetCitizenStatus operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new GetCitizenStatusRequest(call.Citizen));
        var result = await operation.ExecuteAsync(request, cancellationToken);
        return result.ToAnswer(Borgerstatus.Of, WireJson.Written.Borgerstatus);
    }
}
