using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Web.Api.Reading;

/// <summary>A call that changes something: it may have a body, and an id by which a repeat is known.</summary>
internal sealed class ChangeCall : ApiCall
{
    private readonly byte[] _payload;
    private JsonBody? _body;

    private ChangeCall(HttpContext context, byte[] payload)
        : base(context)
    {
        _payload = payload;
        var id = RequestIdHeader.Read(Request.Headers, Note);
        var vault = context.RequestServices.GetRequiredService<PersonnummerVault>();
        Key = id is null ? null : new RequestKey(Client.Name, OperationName.Of(context)!, id, vault.Hash(PayloadOf(Request, payload)));
    }

    public RequestKey? Key { get; }

    public Caller Caller => new(ActorKind.Client, Client.Name, Key);

    /// <exception cref="BadHttpRequestException">The body is not said to be JSON: 415.</exception>
    public JsonBody Body => _body ??= JsonBody.Read(Request, _payload);

    public static new async ValueTask<ChangeCall?> BindAsync(HttpContext context) =>
        new(context, await BoundedBody.ReadAsync(context.Request, context.RequestAborted));

    protected override IEnumerable<string> Unreadable => [.. base.Unreadable, .. _body?.Unreadable ?? []];

    /// <summary>What makes two calls the same: the citizen, the address and the body, to the letter.</summary>
    private static byte[] PayloadOf(HttpRequest request, byte[] body) =>
    [
        .. System.Text.Encoding.UTF8.GetBytes(
            $"{PersonnummerHeader.Canonical(request.Headers)}\n{request.Path.Value!.ToUpperInvariant()}\n"),
        .. body,
    ];
}
