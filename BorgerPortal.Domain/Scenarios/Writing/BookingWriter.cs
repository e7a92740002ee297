using System.Text.Json;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Scenarios.Writing;

/// <summary>Writes a booking with all its details, whatever its offer says by now.</summary>
internal static class BookingWriter
{
    public static void Write(Utf8JsonWriter json, Booking booking, Personnummer personnummer, CaseWorker caseWorker)
    {
        var details = booking.Details;
        json.Text("indkaldelseId", booking.Id.ToString());
        json.Text("personnummer", personnummer.Reveal());
        json.Text("moedetilbudId", booking.OptionId?.ToString());
        json.Text("jobcenter", booking.JobCentreCode);
        json.Text("sagsbehandler", caseWorker.Identifier);
        WriteFormerName(json, details.Supervisor, caseWorker);
        json.Instant("starttidspunkt", details.Start);
        json.Number("samtaleformType", details.ContactType);
        json.Text("tilstand", TextOf(booking.State));
        json.Instant("oprettet", booking.CreatedAt);
        json.Flag("borgerKanVaelgeSagsbehandler", booking.OptionId is null ? null : booking.CaseWorkerChoice);
        json.Flag("selvbooket", booking.SelfBooked);
        json.Flag("borgerSkalAcceptere", booking.CitizenShouldAccept);
        json.Flag("accepteret", booking.Accepted);
        json.Flag("straksbooket", booking.ImmediateBooking);
        json.Number("flytninger", booking.Moves == 0 ? null : booking.Moves);
        WriteDetails(json, details, mustHaveLength: booking.OptionId is null && details.End is null);
        json.Texts("udeladt", [.. AbsentFrom(details)]);
    }

    /// <summary>A booking keeps the name that its caseworker had then.</summary>
    private static void WriteFormerName(Utf8JsonWriter json, Supervisor supervisor, CaseWorker caseWorker)
    {
        if (supervisor == caseWorker.ToSupervisor())
        {
            return;
        }

        json.WriteStartObject("sagsbehandlerNavn");
        json.Text("fornavne", supervisor.GivenName);
        json.Text("mellemnavn", supervisor.MiddleName);
        json.Text("efternavn", supervisor.Surname);
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, BookingDetails details, bool mustHaveLength)
    {
        json.WriteStartObject("indkalder");
        json.Number("organisationskode", details.OriginatorCode);
        json.Number("organisationType", details.OriginatorType);
        json.WriteEndObject();
        json.Instant("sluttidspunkt", details.End);
        json.Number("moedeVarighed", details.DurationMinutes ?? (mustHaveLength ? 0 : null));
        json.Number("samtaleType", details.InterviewType);
        json.Number("moedeGruppeType", details.InterviewFormType);
        json.Text("moedetitel", details.Title);
        json.Text("moedebeskrivelse", details.Description);
        json.Flag("ombookingMulig", details.RebookingPossible);
        json.Instant("ombookingsfrist", details.RebookingDeadline);
        json.Flag("aflysningMulig", details.CancellationPossible);
        json.Instant("aflysningsfrist", details.CancellationDeadline);
        json.Flag("moedepligt", details.CompulsoryAttendance);
        json.Flag("referencesamtale", details.ReferenceInterview);
        json.Flag("visSagsbehandler", details.ShowCaseWorker);
        json.Location(details.Location);
        json.Text("digitalKontakt", details.DigitalContact);
        json.Text("telefonnummer", details.PhoneNumber);
        json.Flag("borgerSkalRinge", details.ShouldCitizenCall);
        json.Flag("aKasseDeltager", details.UnemploymentFundParticipation);
        json.Flag("flereMyndigheder", details.MoreAuthorities);
        json.Objects("deltagere", details.Participants, participant =>
        {
            json.Text("navn", participant.Name);
            json.Text("eksterntId", participant.ExternalId);
            json.Number("deltagerType", participant.Type);
            json.Text("kontaktoplysninger", participant.ContactDetails);
        });
        json.Text("bemaerkning", details.PrintComment);
    }

    /// <summary>What the booking is without: left out, it would be taken from the offer.</summary>
    private static IEnumerable<string> AbsentFrom(BookingDetails details)
    {
        (string Name, bool IsAbsent)[] elements =
        [
            ("sluttidspunkt", details.End is null),
            ("moedeVarighed", details.DurationMinutes is null),
            ("moedebeskrivelse", details.Description is null),
            ("ombookingsfrist", details.RebookingDeadline is null),
            ("aflysningsfrist", details.CancellationDeadline is null),
            ("moedeLokation", details.Location is null),
            ("digitalKontakt", details.DigitalContact is null),
            ("telefonnummer", details.PhoneNumber is null),
            ("borgerSkalRinge", details.ShouldCitizenCall is null),
            ("bemaerkning", details.PrintComment is null),
        ];
        return elements.Where(element => element.IsAbsent).Select(element => element.Name);
    }

    private static string TextOf(BookingState state) => state switch
    {
        BookingState.Active or BookingState.Changing => "bekraeftet",
        BookingState.Cancelled => "aflyst",
        _ => throw new InvalidOperationException("A booking that is pending is not exported."),
    };
}
