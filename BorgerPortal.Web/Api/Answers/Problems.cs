using System.Diagnostics;
using System.Text.Json.Serialization.Metadata;
using BorgerPortal.Domain;
using BorgerPortal.Web.Api.Wire;
using Microsoft.Net.Http.Headers;

namespace BorgerPortal.Web.Api.Answers;

/// <summary>The answer to a call that an operation refused: every broken rule, the leading one first (RFC 9457).</summary>
internal sealed class ErrorProblem(IReadOnlyList<Error> errors) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        if (errors[0].Code == Errors.BookingSystemUnreachable)
        {
            Problems.AskToComeBack(context.Response);
        }

        var problem = Fejlsvar.Of(errors, OperationName.Of(context), AcceptedLanguage.Of(context.Request), context.Request.PathBase, Problems.TraceIdOf(context));
        return Problems.WriteAsync(context, problem.Status, problem, WireJson.Written.Fejlsvar);
    }
}

/// <summary>The answer to a call that reached no operation, or whose operation could not be carried out: no fejlkode.</summary>
internal sealed class StatusProblem(int status) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            Problems.AskToComeBack(context.Response);
        }

        var problem = Statussvar.Of(status, OperationName.Of(context), AcceptedLanguage.Of(context.Request), Problems.TraceIdOf(context));
        return Problems.WriteAsync(context, status, problem, WireJson.Written.Statussvar);
    }
}

internal static class Problems
{
    private const string SecondsToWait = "10";

    public static void AskToComeBack(HttpResponse response) => response.Headers[HeaderNames.RetryAfter] = SecondsToWait;

    public static string TraceIdOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static Task WriteAsync<T>(HttpContext context, int status, T problem, JsonTypeInfo<T> type)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(problem, type, "application/problem+json", context.RequestAborted);
    }
}
