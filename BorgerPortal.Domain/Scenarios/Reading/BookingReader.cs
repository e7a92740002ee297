using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Loading;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>Reads a booking. One without an offer has nowhere to take its details from, and brings them itself.</summary>
internal static class BookingReader
{
    private static readonly TextFacet State = new(text => ReadState(text) is not null, "Neither bekraeftet nor aflyst.");

    private static readonly TextFacet MayBeLeftOut = new(BookingAssembler.MayBeLeftOut.Contains, "Not an element that a booking can be without.");

    public static ScenarioBooking Read(JsonFields fields)
    {
        var alone = !fields.Has("moedetilbudId");
        var start = Lengths.Start(fields);
        var caseWorker = fields.Text("sagsbehandler", TextFacet.Identifier);
        return new ScenarioBooking
        {
            Path = fields.Path,
            Id = fields.Required<Guid>("indkaldelseId", JsonValues.Id),
            Citizen = fields.Required<Personnummer>("personnummer", JsonValues.Person),
            OptionId = fields.Optional<Guid>("moedetilbudId", JsonValues.Id),
            JobCentreCode = fields.OptionalText("jobcenter", TextFacet.JobCentreCode, required: alone),
            CaseWorker = caseWorker,
            Start = start,
            ContactType = fields.Required("samtaleformType", JsonValues.Number()),
            State = ReadState(fields.OptionalText("tilstand", State)) ?? BookingState.Active,
            CreatedAt = fields.OptionalInstant("oprettet"),
            CaseWorkerChoice = fields.Optional<bool>("borgerKanVaelgeSagsbehandler", JsonValues.Flag),
            SelfBooked = fields.Flag("selvbooket"),
            CitizenShouldAccept = fields.Flag("borgerSkalAcceptere"),
            Accepted = fields.Flag("accepteret"),
            ImmediateBooking = fields.Flag("straksbooket"),
            Moves = fields.Optional("flytninger", JsonValues.Number(min: 0)) ?? 0,
            Overrides = ReadOverrides(fields, alone, start) with { Supervisor = ReadSupervisor(fields, caseWorker) },
        };
    }

    private static BookingOverrides ReadOverrides(JsonFields fields, bool alone, DateTimeOffset start)
    {
        var end = ReadEnd(fields, start);
        var originator = fields.Object("indkalder", ReadOriginator);
        var contact = fields.Object("kontakt", ReadContact) ?? ReadContact(fields);
        return contact with
        {
            OriginatorCode = originator?.OriginatorCode,
            OriginatorType = originator?.OriginatorType,
            End = end,
            DurationMinutes = fields.Optional("moedeVarighed", Lengths.Minutes, required: alone && end is null),
            InterviewType = fields.Optional("samtaleType", JsonValues.Number(), required: alone),
            InterviewFormType = fields.Optional("moedeGruppeType", JsonValues.Number(), required: alone),
            Title = fields.OptionalText("moedetitel", TextFacet.Title, required: alone),
            Description = fields.OptionalText("moedebeskrivelse", TextFacet.Long),
            RebookingPossible = fields.Optional<bool>("ombookingMulig", JsonValues.Flag),
            RebookingDeadline = fields.OptionalInstant("ombookingsfrist"),
            CancellationPossible = fields.Optional<bool>("aflysningMulig", JsonValues.Flag),
            CancellationDeadline = fields.OptionalInstant("aflysningsfrist"),
            CompulsoryAttendance = fields.Optional<bool>("moedepligt", JsonValues.Flag),
            ReferenceInterview = fields.Optional<bool>("referencesamtale", JsonValues.Flag),
            ShowCaseWorker = fields.Optional<bool>("visSagsbehandler", JsonValues.Flag),
            Location = LocationReader.OfBooking(fields),
            UnemploymentFundParticipation = fields.Optional<bool>("aKasseDeltager", JsonValues.Flag),
            MoreAuthorities = fields.Optional<bool>("flereMyndigheder", JsonValues.Flag),
            Participants = fields.Objects("deltagere", ReadParticipant),
            PrintComment = fields.OptionalText("bemaerkning", TextFacet.Long),
            LeftOut = fields.List("udeladt", JsonValues.Text(MayBeLeftOut)),
        };
    }

    private static DateTimeOffset? ReadEnd(JsonFields fields, DateTimeOffset start)
    {
        var end = fields.OptionalInstant("sluttidspunkt");
        if (start != default && end is { } given && Math.Abs((given - start).TotalDays) > Lengths.LongestInDays)
        {
            fields.Refuse("sluttidspunkt", $"A meeting ends within {Lengths.LongestInDays} days of its start.");
        }

        return end;
    }

    private static BookingOverrides ReadOriginator(JsonFields fields) => new()
    {
        OriginatorCode = fields.Required("organisationskode", JsonValues.Number(0, 99_999_999)),
        OriginatorType = fields.Required("organisationType", JsonValues.Number()),
    };

    /// <summary>Kontakt as a booking has it, or the same three beside the others as an offer has them.</summary>
    private static BookingOverrides ReadContact(JsonFields fields) => new()
    {
        DigitalContact = fields.OptionalText("digitalKontakt", TextFacet.DigitalContact),
        PhoneNumber = fields.OptionalText("telefonnummer", TextFacet.PhoneNumber),
        ShouldCitizenCall = fields.Optional<bool>("borgerSkalRinge", JsonValues.Flag),
    };

    /// <summary>The caseworker's name as it was when the booking was made.</summary>
    private static Supervisor? ReadSupervisor(JsonFields fields, string caseWorker) => fields.Object("sagsbehandlerNavn", name => new Supervisor(
        name.Text("fornavne", TextFacet.GivenNames),
        name.OptionalText("mellemnavn", TextFacet.Surname),
        name.Text("efternavn", TextFacet.Surname),
        caseWorker));

    private static Participant ReadParticipant(JsonFields fields) => new(
        fields.OptionalText("navn", TextFacet.ParticipantName),
        fields.OptionalText("eksterntId", TextFacet.ParticipantName),
        fields.Required("deltagerType", JsonValues.Number()),
        fields.OptionalText("kontaktoplysninger", TextFacet.ContactDetails));

    private static BookingState? ReadState(string? text) => text switch
    {
        "bekraeftet" => BookingState.Active,
        "aflyst" => BookingState.Cancelled,
        _ => null,
    };
}
