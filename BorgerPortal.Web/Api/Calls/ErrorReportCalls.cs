using BorgerPortal.Domain.Operations;
using BorgerPortal.Web.Api.Answers;
using BorgerPortal.Web.Api.Reading;

namespace BorgerPortal.Web.Api.Calls;

/// <summary>What a citizen reports.</summary>
internal static class ErrorReportCalls
{
    public static async Task<IResult> CreateAsync(ChangeCall call, CreateErrorReport operation, CancellationToken cancellationToken)
    {
        var request = call.Complete(new CreateErrorReportRequest(
            call.Citizen,
            call.Body.UniqueId("moedetilbudId"),
            call.Body.UniqueId("indkaldelseId"),
            call.Body.Integer("fejlkode"),
            call.Body.Text("fejltekst"),
            call.Body.Integer("fejlOphav"),
            call.Body.Instant("fejlTidspunkt")));
        var result = await operation.ExecuteAsync(request, call.Caller, cancellationToken);
        return result.ToNoContent();
    }
}
