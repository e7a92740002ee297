using Microsoft.Net.Http.Headers;

namespace BorgerPortal.Web.Api.Answers;

/// <summary>
/// Every answer of the API is an operation's or a problem: never a page, never a stack trace, never an empty error. What
/// fails for no reason of the caller's is a 503 and not a 500: it says that the same call may be made again, which holds,
/// since a change is one commit or none and its request id gives the first answer to a repeat.
/// </summary>
internal sealed class ApiAnswers(RequestDelegate next, ILogger<ApiAnswers> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers[HeaderNames.CacheControl] = "no-store";
        headers[HeaderNames.XContentTypeOptions] = "nosniff";

        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to answer.
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusOf(exception);
            if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            {
                logger.LogError(exception, "{Operation} could not be carried out.", OperationName.Of(context));
            }
        }

        await CompleteAsync(context);
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType } refused => refused.StatusCode,
        BadHttpRequestException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    private static Task CompleteAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < StatusCodes.Status400BadRequest)
        {
            return Task.CompletedTask;
        }

        // The framework's answer to a method that an address does not know; OPTIONS asks for just that list.
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed && HttpMethods.IsOptions(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            response.Headers.Allow = $"{response.Headers.Allow}, {HttpMethods.Options}";
            return Task.CompletedTask;
        }

        return new StatusProblem(response.StatusCode).ExecuteAsync(context);
    }
}
