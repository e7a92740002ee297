using BorgerPortal.Web.Api.Answers;
using Microsoft.Net.Http.Headers;

namespace BorgerPortal.Web.Api.Clients;

/// <summary>Lets a call through when it shows the key of a client. It covers every address of the API, also those added later.</summary>
internal sealed class ApiKeyCheck(RequestDelegate next, ApiClients clients)
{
    private const string Header = "X-Api-Key";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers[Header] is [{ } key] && clients.Find(key) is { } client)
        {
            context.Features.Set(client);
            return next(context);
        }

        context.Response.Headers[HeaderNames.WWWAuthenticate] = "ApiKey";
        return new StatusProblem(StatusCodes.Status401Unauthorized).ExecuteAsync(context);
    }
}
