using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Web.Api.Wire;

internal sealed record Indkaldelsesliste(IReadOnlyList<Indkaldelse> Indkaldelser)
{
    public static Indkaldelsesliste Of(CurrentBookings answer) => new([.. answer.Bookings.Select(Indkaldelse.Of)]);
}

/// <summary>A booking. MoedeVarighed and Bemaerkning go from planner to portal only.</summary>
internal sealed record Indkaldelse
{
    public required Guid IndkaldelseId { get; init; }

    public required Indkalder Indkalder { get; init; }

    public required bool BorgerSkalAcceptere { get; init; }

    public required bool Accepteret { get; init; }

    public required bool OmbookingMulig { get; init; }

    public string? Ombookingsfrist { get; init; }

    public required bool AflysningMulig { get; init; }

    public string? Aflysningsfrist { get; init; }

    public required bool Selvbooket { get; init; }

    public required bool Moedepligt { get; init; }

    public required string Starttidspunkt { get; init; }

    public string? Sluttidspunkt { get; init; }

    public required int SamtaleType { get; init; }

    public required int MoedeGruppeType { get; init; }

    public required string Moedetitel { get; init; }

    public string? Moedebeskrivelse { get; init; }

    public required bool Referencesamtale { get; init; }

    public required Sagsbehandler Sagsbehandler { get; init; }

    public MoedeLokation? MoedeLokation { get; init; }

    public Kontakt? Kontakt { get; init; }

    public required int SamtaleformType { get; init; }

    public required bool VisSagsbehandler { get; init; }

    public bool? AKasseDeltager { get; init; }

    public bool? FlereMyndigheder { get; init; }

    public required IReadOnlyList<Deltager> Deltagere { get; init; }

    public required bool Straksbooket { get; init; }

    public required string Tilstand { get; init; }

    public Guid? MoedetilbudId { get; init; }

    public required string Jobcenter { get; init; }

    public static Indkaldelse Of(BookingView booking)
    {
        var details = booking.Details;
        return new Indkaldelse
        {
            IndkaldelseId = booking.Id,
            Indkalder = new Indkalder(details.OriginatorCode, details.OriginatorType),
            BorgerSkalAcceptere = booking.CitizenShouldAccept,
            Accepteret = booking.Accepted,
            OmbookingMulig = details.RebookingPossible,
            Ombookingsfrist = details.RebookingDeadline?.ToWire(),
            AflysningMulig = details.CancellationPossible,
            Aflysningsfrist = details.CancellationDeadline?.ToWire(),
            Selvbooket = booking.SelfBooked,
            Moedepligt = details.CompulsoryAttendance,
            Starttidspunkt = details.Start.ToWire(),
            Sluttidspunkt = details.End?.ToWire(),
            SamtaleType = details.InterviewType,
            MoedeGruppeType = details.InterviewFormType,
            Moedetitel = details.Title,
            Moedebeskrivelse = details.Description,
            Referencesamtale = details.ReferenceInterview,
            Sagsbehandler = Sagsbehandler.Of(details.Supervisor),
            MoedeLokation = MoedeLokation.Of(details.Location),
            Kontakt = Kontakt.Of(details),
            SamtaleformType = details.ContactType,
            VisSagsbehandler = details.ShowCaseWorker,
            AKasseDeltager = details.UnemploymentFundParticipation,
            FlereMyndigheder = details.MoreAuthorities,
            Deltagere = [.. details.Participants.Select(Deltager.Of)],
            Straksbooket = booking.ImmediateBooking,
            Tilstand = TilstandOf(booking.State),
            MoedetilbudId = booking.OptionId,
            Jobcenter = booking.JobCentreCode,
        };
    }

    private static string TilstandOf(BookingState state) => state switch
    {
        BookingState.Active => "bekraeftet",
        BookingState.Pending => "afventer",
        BookingState.Cancelled => "aflyst",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A booking state without a name on the wire."),
    };
}
