using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Api;

public abstract class ReadCallsTests
{
    public sealed class OnSqlite : ReadCallsTests;

    public sealed class OnPostgreSql : ReadCallsTests;

    [Fact]
    public async Task GetBorgerstatus_OpenDeadline_TellsOfIt()
    {
        await using var scene = await ApiScene.SetAsync();
        var citizen = await scene.Server.World.AddCitizenAsync(c => c.Deadlines.Add(new Deadline
        {
            InterviewType = 7,
            BookBy = new DateOnly(2027, 2, 20),
            HoldBy = new DateOnly(2027, 3, 30),
        }));

        var answer = await scene.GetAsync("/borgerstatus", ("x-civilregistrationIdentifier", scene.Server.PersonnummerOf(citizen)));

        answer.AssertJson("""
            {
              "kanSelvbooke": true,
              "frister": [{ "friststatusType": 1, "samtaleType": 7, "fristdato": "2027-02-20", "sidsteAfholdelsesdato": "2027-03-30" }],
              "straksbookingPaakraevet": true
            }
            """);
    }

    [Fact]
    public async Task GetBorgerstatus_NoDeadline_WritesAnEmptyList()
    {
        await using var scene = await ApiScene.SetAsync();

        var answer = await scene.GetAsync("/borgerstatus");

        answer.AssertJson("""{ "kanSelvbooke": true, "frister": [], "straksbookingPaakraevet": false }""");
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task GetSelvbookingMoedetilbud_OneOffer_WritesItInDanishTime()
    {
        await using var scene = await ApiScene.SetAsync();

        var answer = await scene.GetAsync("/moedetilbud");

        answer.AssertJson($$"""
            {
              "moedetilbud": [{
                "moedetilbudId": "{{scene.Option.Id}}",
                "samtaleType": 12,
                "moedeGruppeType": 1,
                "samtaleformer": [1, 2],
                "moedeLokation": {
                  "adresse": { "vejnavn": "Værkmestergade", "husnummer": "5", "postnummer": "8000", "bynavn": "Aarhus C" }
                },
                "moedeVarighed": 45,
                "foersteMoedetid": "2027-03-08T09:00:00+01:00",
                "borgerKanVaelgeSagsbehandler": true,
                "moedetitel": "Anden samtale",
                "sagsbehandlere": [{ "fornavne": "Mette", "efternavn": "Holm RID-1", "eksterntId": "RID-1" }]
              }]
            }
            """);
        Assert.Contains("Værkmestergade", answer.Body, StringComparison.Ordinal);
        Assert.Contains("09:00:00+01:00", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetSelvbookingMoedetider_IndividualTime_NamesTheCaseworkerByNumber()
    {
        await using var scene = await ApiScene.SetAsync();

        var answer = await scene.GetAsync(
            $"/moedetilbud/{scene.Option.Id}/moedetider?startMoedetidsinterval=2027-03-08T00:00&slutMoedetidsinterval=2027-03-09T00:00:00%2B01:00"
            + "&samtaleformType=2&eksterntId=RID-1");

        answer.AssertJson("""
            {
              "bookbareSagsbehandlere": [
                { "id": 1, "sagsbehandler": { "fornavne": "Mette", "efternavn": "Holm RID-1", "eksterntId": "RID-1" } }
              ],
              "moedetider": [{
                "starttidspunkt": "2027-03-08T09:00:00+01:00",
                "samtaleformer": [1, 2],
                "ombookingMulig": true,
                "aflysningMulig": true,
                "bookbareSagsbehandlerIder": [1]
              }]
            }
            """);
    }

    [Fact]
    public async Task GetSelvbookingMoedetider_GroupTime_TellsItsSeats()
    {
        await using var scene = await ApiScene.SetAsync();
        var world = scene.Server.World;
        var worker = await world.AddCaseWorkerAsync("RID-2");
        var option = await world.AddOptionAsync([worker], o => o.InterviewFormType = InterviewFormType.Group);
        await world.AddTimeslotAsync(option, World.Danish(2027, 3, 9, 9), [worker], seats: 12);

        var answer = await scene.GetAsync(
            $"/moedetilbud/{option.Id}/moedetider?startMoedetidsinterval=2027-03-09T00:00&slutMoedetidsinterval=2027-03-10T00:00");

        var timeslot = answer.Json["moedetider"]![0]!;
        Assert.Equal((12, 12), (timeslot["maksimaltMoededeltagerantal"]!.GetValue<int>(), timeslot["antalLedigePladser"]!.GetValue<int>()));
        Assert.Equal("skjult", answer.Json["bookbareSagsbehandlere"]![0]!["sagsbehandler"]!["eksterntId"]!.GetValue<string>());
    }

    [Fact]
    public async Task GetIndkaldelser_OneBooking_WritesEveryElement()
    {
        await using var scene = await ApiScene.SetAsync();
        await scene.BookAsync();
        var id = (await scene.ReadBookingAsync()).Id;
        var expected = $$"""
            {
              "indkaldelseId": "{{id}}",
              "indkalder": { "organisationskode": 10101, "organisationType": 1 },
              "borgerSkalAcceptere": false,
              "accepteret": true,
              "ombookingMulig": true,
              "ombookingsfrist": "2027-03-07T09:00:00+01:00",
              "aflysningMulig": true,
              "aflysningsfrist": "2027-03-07T09:00:00+01:00",
              "selvbooket": true,
              "moedepligt": false,
              "starttidspunkt": "2027-03-08T09:00:00+01:00",
              "sluttidspunkt": "2027-03-08T09:45:00+01:00",
              "samtaleType": 12,
              "moedeGruppeType": 1,
              "moedetitel": "Anden samtale",
              "referencesamtale": false,
              "sagsbehandler": { "fornavne": "Mette", "efternavn": "Holm RID-1", "eksterntId": "RID-1" },
              "moedeLokation": {
                "adresse": { "vejnavn": "Værkmestergade", "husnummer": "5", "postnummer": "8000", "bynavn": "Aarhus C" }
              },
              "kontakt": { "borgerSkalRinge": false },
              "samtaleformType": 1,
              "visSagsbehandler": true,
              "deltagere": [],
              "straksbooket": false,
              "tilstand": "bekraeftet",
              "moedetilbudId": "{{scene.Option.Id}}",
              "jobcenter": "10101"
            }
            """;

        (await scene.GetAsync("/indkaldelser")).AssertJson($$"""{ "indkaldelser": [{{expected}}] }""");
        (await scene.GetAsync($"/indkaldelser/{id}")).AssertJson(expected);
    }

    [Fact]
    public async Task GetIndkaldelser_None_WritesAnEmptyList()
    {
        await using var scene = await ApiScene.SetAsync();

        (await scene.GetAsync("/indkaldelser")).AssertJson("""{ "indkaldelser": [] }""");
    }

    [Fact]
    public async Task GetKodelister_WithoutPersonnummer_WritesEveryList()
    {
        await using var scene = await ApiScene.SetAsync();

        var answer = await scene.GetAsync("/kodelister", ("x-civilregistrationIdentifier", null));

        Assert.Equal(200, answer.Status);
        Assert.Equal(CodeList.All.Select(list => list.Name), answer.Json.AsObject().Select(list => list.Key));
        Assert.Equal(
            """{"id":4,"dansk":"Opfølgningssamtale","engelsk":"Follow-up meeting"}""",
            answer.Json["samtaleType"]![0]!.ToJsonString(WireOptions.Relaxed));
    }
}
