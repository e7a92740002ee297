using System.Net.Mime;
using System.Security.Claims;
using System.Text;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Web.Previews;
using BorgerPortal.Web.Security;

namespace BorgerPortal.Web.Journeys.Meetings;

/// <summary>Gives the citizen's own meetings as files for a calendar.</summary>
internal static class CalendarFileAddress
{
    public static void MapCalendarFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Urls.CalendarFile("{bookingId:guid}"), GetAsync).RequireAuthorization(Policies.Citizen);

    private static async Task<IResult> GetAsync(
        Guid bookingId, ClaimsPrincipal user, HttpContext context, Perspective view, CalendarFile file, CancellationToken cancellationToken)
    {
        if (user.CitizenId() is not { } citizen)
        {
            return Results.NotFound();
        }

        // Another citizen's is not to be told from one that never was.
        var booking = await view.Get<GetBooking>().ExecuteAsync(new GetBookingRequest(CitizenReference.ById(citizen), bookingId), cancellationToken);
        if (booking.IsError)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = new ContentDisposition { FileName = "moede.ics" }.ToString();
        var page = new Uri($"{context.Request.Scheme}://{context.Request.Host}{context.AddressOf(Urls.Meeting(bookingId))}");
        return Results.Text(file.Write(booking.Value, page), CalendarFile.MediaType, Encoding.UTF8);
    }
}
