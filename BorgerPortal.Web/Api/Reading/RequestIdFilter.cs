using System.Collections.Concurrent;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Web.Api.Answers;

namespace BorgerPortal.Web.Api.Reading;

/// <summary>
/// The request-id rules that are no operation's: 409 while the same id is being carried out in this process, 422 where it
/// was used for something else. A repeat of a finished call is the operation's own affair: it gives its first answer again.
/// </summary>
internal sealed class RequestIdFilter(RequestsInFlight inFlight) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.Arguments.OfType<ChangeCall>().Single().Key is not { } key)
        {
            return await next(context);
        }

        if (!inFlight.TryEnter(key))
        {
            return new StatusProblem(StatusCodes.Status409Conflict);
        }

        try
        {
            return await next(context);
        }
        catch (RequestIdReusedException)
        {
            return new StatusProblem(StatusCodes.Status422UnprocessableEntity);
        }
        finally
        {
            inFlight.Leave(key);
        }
    }
}

/// <summary>The request ids that are being carried out now. Between processes the database decides.</summary>
internal sealed class RequestsInFlight
{
    private readonly ConcurrentDictionary<(string Client, string Operation, string Id), bool> _ids = new();

    public bool TryEnter(RequestKey key) => _ids.TryAdd(NameOf(key), true);

    public void Leave(RequestKey key) => _ids.TryRemove(NameOf(key), out _);

    private static (string Client, string Operation, string Id) NameOf(RequestKey key) => (key.Client, key.Operation, key.Id);
}
