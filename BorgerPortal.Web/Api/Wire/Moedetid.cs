using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Web.Api.Wire;

internal sealed record Moedetidsliste(IReadOnlyList<BookbarSagsbehandler> BookbareSagsbehandlere, IReadOnlyList<Moedetid> Moedetider)
{
    public static Moedetidsliste Of(TimeslotListing listing) =>
        new([.. listing.Supervisors.Select(BookbarSagsbehandler.Of)], [.. listing.Timeslots.Select(Moedetid.Of)]);
}

/// <summary>A caseworker, and the number by which the times of the same answer name them.</summary>
internal sealed record BookbarSagsbehandler(int Id, Sagsbehandler Sagsbehandler)
{
    public static BookbarSagsbehandler Of(SupervisorToBook supervisor) => new(supervisor.Id, Wire.Sagsbehandler.Of(supervisor.Supervisor));
}

internal sealed record Moedetid(
    string Starttidspunkt,
    IReadOnlyList<int> Samtaleformer,
    bool OmbookingMulig,
    bool AflysningMulig,
    int? MaksimaltMoededeltagerantal,
    int? AntalLedigePladser,
    IReadOnlyList<int> BookbareSagsbehandlerIder)
{
    public static Moedetid Of(BookingTimeslot timeslot) => new(
        timeslot.Start.ToWire(),
        timeslot.ContactTypes,
        timeslot.RebookingPossible,
        timeslot.CancellationPossible,
        timeslot.TotalSeats,
        timeslot.AvailableSeats,
        timeslot.SupervisorIds);
}
