using BorgerPortal.Domain.Time;

namespace BorgerPortal.Web.Api.Wire;

/// <summary>A change whose outcome is not known yet (202): the reference, and when the citizen asked, as evidence that it was in time.</summary>
internal sealed record Afventer(string Tilstand, Guid Reference, string Tidspunkt)
{
    public static Afventer Of(Guid bookingId, DateTimeOffset since) => new("afventer", bookingId, since.ToWire());
}
