using System.Globalization;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Time;
using BorgerPortal.Web.Api.Clients;
using Microsoft.AspNetCore.Http.Features;

namespace BorgerPortal.Web.Api.Reading;

/// <summary>
/// A call as it arrived. What cannot be read is noted by its wire name and not refused here: the operation's own
/// validator decides, so that every broken field is told at once.
/// </summary>
internal class ApiCall(HttpContext context)
{
    private readonly List<string> _unreadable = [];

    protected HttpRequest Request { get; } = context.Request;

    public ApiClient Client { get; } = context.Features.GetRequiredFeature<ApiClient>();

    public CitizenReference Citizen { get; } = PersonnummerHeader.Read(context.Request.Headers);

    public static ValueTask<ApiCall?> BindAsync(HttpContext context) => ValueTask.FromResult<ApiCall?>(new ApiCall(context));

    /// <summary>Adds who asks, and what could not be read, to a request that has been put together from this call.</summary>
    public T Complete<T>(T request)
        where T : OperationRequest => (T)(request with { Unreadable = [.. Unreadable], Asker = new Caller(ActorKind.Client, Client.Name) });

    public Guid? RouteGuid(string name) => Note(name, Facets.ReadGuid(Request.RouteValues[name] as string));

    public string? QueryText(string name)
    {
        var values = Request.Query[name];
        if (values.Count > 1)
        {
            Note(name);
        }

        return values is [{ } value] ? value : null;
    }

    /// <summary>
    /// A dateTime of the query. A plus sign that was not encoded arrives as a space; there is no other space in a
    /// dateTime, so it is read as the plus that it was.
    /// </summary>
    public DateTimeOffset? QueryInstant(string name) =>
        QueryText(name) is { } text ? Note(name, DanishTime.Parse(text.Replace(' ', '+'))) : null;

    public Guid? QueryGuid(string name) => QueryText(name) is { } text ? Note(name, Facets.ReadGuid(text)) : null;

    public int? QueryInteger(string name) => QueryText(name) is { } text
        ? Note(name, int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
        : null;

    protected virtual IEnumerable<string> Unreadable => _unreadable;

    protected void Note(string name) => _unreadable.Add(name);

    private T? Note<T>(string name, T? value)
        where T : struct
    {
        if (value is null)
        {
            Note(name);
        }

        return value;
    }
}
