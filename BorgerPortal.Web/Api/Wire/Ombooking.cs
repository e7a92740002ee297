using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;

namespace BorgerPortal.Web.Api.Wire;

/// <summary>Among whom the citizen may choose; no list where there is no choice.</summary>
internal sealed record Ombookingssagsbehandlere(bool BorgerKanVaelgeSagsbehandler, IReadOnlyList<Sagsbehandler>? Sagsbehandlere)
{
    public static Ombookingssagsbehandlere Of(SupervisorChoice choice) =>
        new(choice.MayChoose, choice.MayChoose ? [.. choice.Supervisors.Select(Sagsbehandler.Of)] : null);
}

internal sealed record Ombookingsmoedetider(
    IReadOnlyList<BookbarSagsbehandler> BookbareSagsbehandlere, IReadOnlyList<Moedetid> Moedetider, int SamtaleType)
{
    public static Ombookingsmoedetider Of(RescheduleTimeslots answer) => new(
        [.. answer.Listing.Supervisors.Select(BookbarSagsbehandler.Of)],
        [.. answer.Listing.Timeslots.Select(Moedetid.Of)],
        answer.InterviewType);
}
