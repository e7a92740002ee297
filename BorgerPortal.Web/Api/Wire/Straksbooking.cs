using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Web.Api.Wire;

internal sealed record Straksbookingsliste(
    IReadOnlyList<BookbarSagsbehandler> BookbareSagsbehandlere,
    IReadOnlyList<StraksbookingMoedetid> StraksbookingMoedetider,
    IReadOnlyList<Indkaldelse> Indkaldelser)
{
    public static Straksbookingsliste Of(ImmediateBookingTimeslots answer) => new(
        [.. answer.Listing.Supervisors.Select(BookbarSagsbehandler.Of)],
        [.. answer.Listing.Timeslots.Select(StraksbookingMoedetid.Of)],
        [.. answer.Bookings.Select(Indkaldelse.Of)]);
}

/// <summary>A time and its offer in one.</summary>
internal sealed record StraksbookingMoedetid(
    string Starttidspunkt,
    IReadOnlyList<int> Samtaleformer,
    bool OmbookingMulig,
    bool AflysningMulig,
    int? MaksimaltMoededeltagerantal,
    int? AntalLedigePladser,
    IReadOnlyList<int> BookbareSagsbehandlerIder,
    Guid MoedetilbudId,
    string Moedetitel,
    string? Moedebeskrivelse,
    int MoedeVarighed,
    int SamtaleType,
    int MoedeGruppeType,
    MoedeLokation? MoedeLokation,
    bool BorgerKanVaelgeSagsbehandler)
{
    public static StraksbookingMoedetid Of(ImmediateTimeslot time)
    {
        var (option, timeslot) = (time.Option, time.Timeslot);
        return new(
            timeslot.Start.ToWire(),
            timeslot.ContactTypes,
            timeslot.RebookingPossible,
            timeslot.CancellationPossible,
            timeslot.TotalSeats,
            timeslot.AvailableSeats,
            timeslot.SupervisorIds,
            option.Id,
            option.Title,
            option.Description,
            option.DurationMinutes,
            option.InterviewType,
            option.InterviewFormType,
            MoedeLokation.Of(option.Location),
            option.AllowChoiceOfSupervisor);
    }
}
