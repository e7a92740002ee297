using BorgerPortal.Domain.ExternalBooking.Remote.Answers;
using BorgerPortal.Domain.Planner;
using FluentValidation;

namespace BorgerPortal.Domain.ExternalBooking.Remote.Contract;

/// <summary>
/// An assembled booking. What the rules on it judge (a deadline that is missing, an address) is left to them.
/// </summary>
internal sealed class BookingContract : ElementContract<BookingAnswer>
{
    public BookingContract()
    {
        Required(booking => booking.Id, "indkaldelseId");
        Where(booking => booking.Id, "indkaldelseId", id => Facets.ReadGuid(id) is not null);
        Required(booking => booking.OriginatorCode, "indkalder.organisationskode");
        Where(booking => booking.OriginatorCode, "indkalder.organisationskode", code => Facets.IsOrganisationCode(code!.Value));
        Required(booking => booking.OriginatorType, "indkalder.organisationType");
        Required(booking => booking.CitizenShouldAccept, "borgerSkalAcceptere");
        Required(booking => booking.RebookingPossible, "ombookingMulig");
        Required(booking => booking.CancellationPossible, "aflysningMulig");
        Required(booking => booking.CompulsoryAttendance, "moedepligt");
        Required(booking => booking.Start, "starttidspunkt");
        Required(booking => booking.InterviewType, "samtaleType");
        Required(booking => booking.InterviewFormType, "moedeGruppeType");
        RequiredText(booking => booking.Title, "moedetitel", 1, 100);
        Text(booking => booking.Description, "moedebeskrivelse", 0, 500);
        Required(booking => booking.ReferenceInterview, "referencesamtale");
        RuleFor(booking => booking.Supervisor).NotNull().SetValidator(new SupervisorContract()!).OverridePropertyName("sagsbehandler");
        RuleFor(booking => booking.Location)
            .SetValidator(new LocationContract(new BookingAddressContract())!).OverridePropertyName("moedeLokation");
        Text(booking => booking.DigitalContact, "kontakt.digitalKontakt", 0, 255);
        Where(booking => booking.PhoneNumber, "kontakt.telefonnummer", Facets.IsPhoneNumber);
        Required(booking => booking.ContactType, "samtaleformType");
        Required(booking => booking.ShowCaseWorker, "visSagsbehandler");
        RuleForEach(booking => booking.Participants).NotNull().SetValidator(new ParticipantContract()).OverridePropertyName("deltagere");
        Text(booking => booking.PrintComment, "bemaerkning", 0, 500);
    }
}

internal sealed class ParticipantContract : ElementContract<ParticipantAnswer>
{
    public ParticipantContract()
    {
        Text(participant => participant.Name, "navn", 1, 256);
        Text(participant => participant.ExternalId, "eksterntId", 1, 256);
        Required(participant => participant.Type, "deltagerType");
        Text(participant => participant.ContactDetails, "kontaktoplysninger", 1, 3000);
    }
}
