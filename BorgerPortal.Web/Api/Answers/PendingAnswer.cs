using BorgerPortal.Web.Api.Wire;

namespace BorgerPortal.Web.Api.Answers;

/// <summary>202: what was asked for is not settled yet; the address tells how it stands.</summary>
internal sealed class PendingAnswer(string location, Afventer pending) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.Location = location;
        return TypedResults.Json(pending, WireJson.Written.Afventer, statusCode: StatusCodes.Status202Accepted).ExecuteAsync(httpContext);
    }
}
