using System.Text.Json.Nodes;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>Where an imported booking's details come from.</summary>
public abstract class ScenarioBookingTests
{
    public sealed class OnSqlite : ScenarioBookingTests;

    public sealed class OnPostgreSql : ScenarioBookingTests;

    private static readonly DateTimeOffset Start = World.Danish(2027, 3, 6, 10);

    [Fact]
    public async Task Import_BookingWithAnOffer_TakesTheRestFromIt()
    {
        var details = await ImportAsync(_ => { });

        Assert.Equal((10101, 1), (details.OriginatorCode, details.OriginatorType));
        Assert.Equal((Start, Start.AddMinutes(45), 45), (details.Start, details.End!.Value, details.DurationMinutes!.Value));
        Assert.Equal((7, 1, 1), (details.InterviewType, details.InterviewFormType, details.ContactType));
        Assert.Equal(("Jobsamtale", "Vi taler om din jobsøgning."), (details.Title, details.Description));
        Assert.Equal((true, Start.AddHours(-24)), (details.RebookingPossible, details.RebookingDeadline!.Value));
        Assert.Equal((true, Start.AddHours(-24)), (details.CancellationPossible, details.CancellationDeadline!.Value));
        Assert.Equal((true, false, true), (details.CompulsoryAttendance, details.ReferenceInterview, details.ShowCaseWorker));
        Assert.Equal(("Mette", "Holm", "RID-1001"), (details.Supervisor.GivenName, details.Supervisor.Surname, details.Supervisor.Identifier));
        Assert.Equal("Mødelokale 2", details.Location!.Description);
    }

    [Theory]
    [InlineData(true, 1, true)]
    [InlineData(false, 1, false)]
    [InlineData(true, 2, false)]
    public async Task Import_BookingWithAnOffer_KeepsWhetherThatGaveAChoiceOfCaseworker(bool choice, int group, bool isKept)
    {
        await using var portal = await TestPortal.StartAsync();

        await portal.LoadAsync(file =>
            (file.Row("moedetilbud")["borgerKanVaelgeSagsbehandler"], file.Row("moedetilbud")["moedeGruppeType"]) = (choice, group));

        Assert.Equal(isKept, (await portal.ReadAsync(context => context.Bookings.AsNoTracking().SingleAsync())).CaseWorkerChoice);
    }

    [Fact]
    public async Task Import_Overrides_ComeBeforeTheOffer()
    {
        var details = await ImportAsync(row =>
        {
            row["indkalder"] = JsonNode.Parse("""{"organisationskode": 751, "organisationType": 2}""");
            row["sluttidspunkt"] = "@+5T11:30";
            (row["samtaleType"], row["moedeGruppeType"]) = (17, 2);
            (row["moedetitel"], row["moedebeskrivelse"]) = ("Fælles samtale", "");
            (row["ombookingMulig"], row["ombookingsfrist"]) = (true, "@+1T12:00");
            (row["aflysningMulig"], row["aflysningsfrist"]) = (false, null);
            (row["moedepligt"], row["referencesamtale"], row["visSagsbehandler"]) = (false, true, false);
            (row["aKasseDeltager"], row["flereMyndigheder"], row["bemaerkning"]) = (true, false, "Tag dit cv med");
            row["kontakt"] = JsonNode.Parse("""{"digitalKontakt": "https://video.example.dk/1", "telefonnummer": "+4512345678", "borgerSkalRinge": true}""");
            row["deltagere"] = JsonNode.Parse("""[{"navn": "Bo", "eksterntId": "A-1", "deltagerType": 2, "kontaktoplysninger": "12345678"}]""");
            row["moedeLokation"] = JsonNode.Parse("""
                {"lokationsuddybning": "Bagindgangen", "adresse": {"vejnavn": "Kystvejen", "husnummer": "17A", "etage": "ST", "sideDoer": "tv", "postnummer": "8000",
                 "bynavn": "Aarhus C", "landekode": "DK", "bygningsnavn": "Pakhuset", "vejadresseringsNavn": "Kystvejen", "bydel": "Midtbyen", "postboks": 12}}
                """);
        });

        Assert.Equal((751, 2), (details.OriginatorCode, details.OriginatorType));
        Assert.Equal((Start.AddMinutes(90), 90), (details.End!.Value, details.DurationMinutes!.Value));
        Assert.Equal((17, 2, "Fælles samtale", ""), (details.InterviewType, details.InterviewFormType, details.Title, details.Description));
        Assert.Equal((true, World.Danish(2027, 3, 2, 12)), (details.RebookingPossible, details.RebookingDeadline!.Value));
        Assert.Equal((false, (DateTimeOffset?)null), (details.CancellationPossible, details.CancellationDeadline));
        Assert.Equal((false, true, false), (details.CompulsoryAttendance, details.ReferenceInterview, details.ShowCaseWorker));
        Assert.Equal((true, false, "Tag dit cv med"), (details.UnemploymentFundParticipation!.Value, details.MoreAuthorities!.Value, details.PrintComment));
        Assert.Equal(("https://video.example.dk/1", "+4512345678", true), (details.DigitalContact, details.PhoneNumber, details.ShouldCitizenCall!.Value));
        Assert.Equal([new Participant("Bo", "A-1", 2, "12345678")], details.Participants);
        var address = details.Location!.Address!;
        Assert.Equal(("17A", "ST", "tv", "DK"), (address.StreetBuildingIdentifier, address.FloorIdentifier, address.SuiteIdentifier, address.CountryIdentificationCode));
        Assert.Equal(
            ("Pakhuset", "Kystvejen", "Midtbyen", 12),
            (address.MailDeliverySublocationIdentifier, address.StreetNameForAddressingName, address.DistrictSubdivisionIdentifier, address.PostOfficeBoxIdentifier!.Value));
    }

    [Fact]
    public async Task Import_LengthOverridden_MovesTheEnd()
    {
        var details = await ImportAsync(row => row["moedeVarighed"] = 20);

        Assert.Equal((Start.AddMinutes(20), 20), (details.End!.Value, details.DurationMinutes!.Value));
    }

    [Fact]
    public async Task Import_ContactBesideTheOthers_IsTakenAsAnOfferHasIt()
    {
        var details = await ImportAsync(row => (row["telefonnummer"], row["borgerSkalRinge"]) = ("12345678", true));

        Assert.Equal(("12345678", true), (details.PhoneNumber, details.ShouldCitizenCall!.Value));
    }

    [Fact]
    public async Task Import_DeadlineAlone_TakesThePlaceOfTheOffersHours()
    {
        // Ten hours ahead: the offer's 24 hours have passed already.
        var details = await ImportAsync(row => (row["starttidspunkt"], row["ombookingsfrist"]) = ("@0T20:00", "@0T19:00"));

        Assert.Equal((true, World.Danish(2027, 3, 1, 19)), (details.RebookingPossible, details.RebookingDeadline!.Value));
        Assert.Equal((false, (DateTimeOffset?)null), (details.CancellationPossible, details.CancellationDeadline));
    }

    [Fact]
    public async Task Import_RebookingSaidToBePossible_HasTheOffersDeadlineThoughItHasPassed()
    {
        var details = await ImportAsync(row => (row["starttidspunkt"], row["ombookingMulig"]) = ("@0T20:00", true));

        Assert.Equal((true, World.Danish(2027, 2, 28, 20)), (details.RebookingPossible, details.RebookingDeadline!.Value));
    }

    [Fact]
    public async Task Import_ImmediateBooking_CanBeNeitherMovedNorCancelled()
    {
        var details = await ImportAsync(row => (row["straksbooket"], row["selvbooket"], row["accepteret"]) = (true, true, true));

        Assert.Equal((false, false), (details.RebookingPossible, details.CancellationPossible));
        Assert.Null(details.RebookingDeadline ?? details.CancellationDeadline);
    }

    [Fact]
    public async Task Import_SummonsWithoutAnOffer_BringsItsDetailsItself()
    {
        await using var portal = await TestPortal.StartAsync();

        await portal.LoadAsync(file => file["indkaldelser"] = JsonNode.Parse("""
            [ { "personnummer": "0101505321", "indkaldelseId": "7c000000-0000-4000-8000-000000000001", "starttidspunkt": "@+5T10:00",
                "jobcenter": "10101", "sagsbehandler": "RID-1001", "samtaleformType": 2, "samtaleType": 12, "moedeGruppeType": 1,
                "moedetitel": "Samtale", "sluttidspunkt": "@+5T10:30" } ]
            """));

        var booking = await portal.ReadAsync(context => context.Bookings.SingleAsync());
        Assert.Equal((null, "10101", BookingState.Active), (booking.OptionId, booking.JobCentreCode, booking.State));
        var details = booking.Details;
        Assert.Equal((10101, 1, "Samtale", 12), (details.OriginatorCode, details.OriginatorType, details.Title, details.InterviewType));
        Assert.Equal((Start.AddMinutes(30), 30), (details.End!.Value, details.DurationMinutes!.Value));
        Assert.Equal((false, false, false, true), (details.RebookingPossible, details.CancellationPossible, details.CompulsoryAttendance, details.ShowCaseWorker));
        Assert.Equal(booking.Id, (await portal.ReadAsync(context => context.Occupancies.SingleAsync())).Session);
    }

    [Fact]
    public async Task Import_SummonsWithoutAnOfferAndWithoutDetails_NamesWhatIsMissing()
    {
        await using var portal = await TestPortal.StartAsync();

        var outcome = await portal.ImportAsync(file => file.Row("indkaldelser").AsObject().Remove("moedetilbudId"));

        Assert.Equal(
            ["jobcenter", "moedeGruppeType", "moedeVarighed", "moedetitel", "samtaleType"],
            outcome.Faults.Select(fault => fault.Path.Replace("$.indkaldelser[0].", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("bekraeftet", BookingState.Active)]
    [InlineData("afventer", BookingState.Pending)]
    [InlineData("aflyst", BookingState.Cancelled)]
    public async Task Import_State_IsKept(string state, BookingState expected)
    {
        await using var portal = await TestPortal.StartAsync();

        await portal.LoadAsync(file => file.Row("indkaldelser")["tilstand"] = state);

        Assert.Equal(expected, (await portal.ReadAsync(context => context.Bookings.SingleAsync())).State);
    }

    private static async Task<BookingDetails> ImportAsync(Action<JsonNode> change)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync(file => change(file.Row("indkaldelser")));
        return (await portal.ReadAsync(context => context.Bookings.SingleAsync())).Details;
    }
}
