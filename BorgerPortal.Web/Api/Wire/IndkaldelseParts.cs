using BorgerPortal.Domain.Bookings;

namespace BorgerPortal.Web.Api.Wire;

/// <summary>The authority that calls the citizen in.</summary>
internal sealed record Indkalder(int Organisationskode, int OrganisationType);

internal sealed record Kontakt(string? DigitalKontakt, string? Telefonnummer, bool? BorgerSkalRinge)
{
    /// <summary>Null where there is nothing to say.</summary>
    public static Kontakt? Of(BookingDetails details) =>
        details is { DigitalContact: null, PhoneNumber: null, ShouldCitizenCall: null }
            ? null
            : new(details.DigitalContact, details.PhoneNumber, details.ShouldCitizenCall);
}

internal sealed record Deltager(string? Navn, string? EksterntId, int DeltagerType, string? Kontaktoplysninger)
{
    public static Deltager Of(Participant participant) =>
        new(participant.Name, participant.ExternalId, participant.Type, participant.ContactDetails);
}
