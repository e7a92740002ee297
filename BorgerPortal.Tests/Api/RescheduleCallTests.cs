using BorgerPortal.Domain.Citizens;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Api;

/// <summary>What is asked before a booking is moved or made at once, and what is reported, as a client calls it.</summary>
public abstract class RescheduleCallTests
{
    public sealed class OnSqlite : RescheduleCallTests;

    public sealed class OnPostgreSql : RescheduleCallTests;

    private const string Week = "startMoedetidsinterval=2027-03-08T00:00&slutMoedetidsinterval=2027-03-15T00:00";

    [Fact]
    public async Task GetOmbookingSagsbehandlere_AChoice_NamesThem()
    {
        await using var scene = await BookedAsync();
        (await scene.GetAsync(await PathAsync(scene) + "/ombooking/sagsbehandlere")).AssertJson("""
            {
              "borgerKanVaelgeSagsbehandler": true,
              "sagsbehandlere": [{ "fornavne": "Mette", "efternavn": "Holm RID-1", "eksterntId": "RID-1" }]
            }
            """);
    }

    [Fact]
    public async Task GetOmbookingSagsbehandlere_NoChoice_HasNoList()
    {
        await using var scene = await BookedAsync();
        await scene.Server.Services.SaveAsync(context => context.Options.Single().AllowChoiceOfSupervisor = false);
        (await scene.GetAsync(await PathAsync(scene) + "/ombooking/sagsbehandlere")).AssertJson("""{ "borgerKanVaelgeSagsbehandler": false }""");
    }

    [Fact]
    public async Task GetOmbookingMoedetider_OwnOffer_WritesTheTimesAndTheType()
    {
        await using var scene = await BookedAsync();
        (await scene.GetAsync($"{await PathAsync(scene)}/ombooking/moedetider?moedetilbudId={scene.Option.Id}&{Week}")).AssertJson("""
            {
              "bookbareSagsbehandlere": [{ "id": 1, "sagsbehandler": { "fornavne": "Mette", "efternavn": "Holm RID-1", "eksterntId": "RID-1" } }],
              "moedetider": [{
                "starttidspunkt": "2027-03-08T09:00:00+01:00",
                "samtaleformer": [1, 2],
                "ombookingMulig": true,
                "aflysningMulig": true,
                "bookbareSagsbehandlerIder": [1]
              }],
              "samtaleType": 12
            }
            """);
    }

    [Theory]
    [InlineData("", "moedetilbudId", "startMoedetidsinterval", "slutMoedetidsinterval")]
    [InlineData("?moedetilbudId=x&" + Week, "moedetilbudId")]
    [InlineData("?moedetilbudId=5b1f6f0a-0000-4000-8000-000000000001&" + Week + "&samtaleformType=99", "samtaleformType")]
    public async Task GetOmbookingMoedetider_BrokenQuery_IsA1014(string query, params string[] fields)
    {
        await using var scene = await BookedAsync();
        (await scene.GetAsync(await PathAsync(scene) + "/ombooking/moedetider" + query)).AssertInvalid(fields);
    }

    [Fact]
    public async Task GetStraksbookingMoedetider_Required_WritesTheTimesWithTheirOffer()
    {
        await using var scene = await ApiScene.SetAsync();
        await scene.Server.Services.SaveAsync(context => context.Citizens.Single().Deadlines.Add(
            new Deadline { InterviewType = 12, BookBy = new DateOnly(2027, 2, 20), HoldBy = new DateOnly(2027, 3, 30) }));
        (await scene.GetAsync("/straksbooking/moedetider")).AssertJson($$"""
            {
              "bookbareSagsbehandlere": [{ "id": 1, "sagsbehandler": { "fornavne": "Mette", "efternavn": "Holm RID-1", "eksterntId": "RID-1" } }],
              "straksbookingMoedetider": [{
                "starttidspunkt": "2027-03-08T09:00:00+01:00",
                "samtaleformer": [1, 2],
                "ombookingMulig": true,
                "aflysningMulig": true,
                "bookbareSagsbehandlerIder": [1],
                "moedetilbudId": "{{scene.Option.Id}}",
                "moedetitel": "Anden samtale",
                "moedeVarighed": 45,
                "samtaleType": 12,
                "moedeGruppeType": 1,
                "moedeLokation": { "adresse": { "vejnavn": "Værkmestergade", "husnummer": "5", "postnummer": "8000", "bynavn": "Aarhus C" } },
                "borgerKanVaelgeSagsbehandler": true
              }],
              "indkaldelser": []
            }
            """);
    }

    [Fact]
    public async Task GetStraksbookingMoedetider_NotRequired_IsEmpty()
    {
        await using var scene = await ApiScene.SetAsync();
        (await scene.GetAsync("/straksbooking/moedetider")).AssertJson(
            """{ "bookbareSagsbehandlere": [], "straksbookingMoedetider": [], "indkaldelser": [] }""");
    }

    [Fact]
    public async Task CreateFejlmelding_Sound_Answers204AndIsFiledWithoutAPersonnummer()
    {
        await using var scene = await BookedAsync();
        var body = $$"""
            {"moedetilbudId":"{{scene.Option.Id}}","indkaldelseId":"{{(await scene.ReadBookingAsync()).Id}}","fejlkode":1,"fejltekst":"Jeg hedder {{scene.Personnummer}}.","fejlOphav":32,"fejlTidspunkt":"2027-03-01T09:55"}
            """;

        var answer = await ReportAsync(scene, body);

        Assert.Equal((204, ""), (answer.Status, answer.Body));
        var report = await scene.Server.Services.ReadAsync(context => context.ErrorReports.SingleAsync());
        Assert.Equal(("Jeg hedder **********.", 1, World.Danish(2027, 3, 1, 9, 55)), (report.Text, report.Code, report.At));
    }

    [Theory]
    [InlineData("{}", "fejlkode", "fejlOphav", "fejlTidspunkt")]
    [InlineData("""{"fejlkode":1,"fejlOphav":32,"fejlTidspunkt":"2027-03-01T09:55","moedetilbudId":"x"}""", "moedetilbudId")]
    [InlineData("""{"fejlkode":1,"fejlOphav":32,"fejlTidspunkt":"2027-03-01T09:55","fejltekst":7}""", "fejltekst")]
    [InlineData("""{"fejlkode":1,"fejlOphav":32,"fejlTidspunkt":"2027-03-01T09:55","hvad":7}""", "hvad")]
    public async Task CreateFejlmelding_BrokenBody_IsA1014(string body, params string[] fields)
    {
        await using var scene = await ApiScene.SetAsync();
        (await ReportAsync(scene, body)).AssertInvalid(fields);
    }

    [Fact]
    public async Task CreateFejlmelding_BrokenRules_AreAllTold()
    {
        await using var scene = await ApiScene.SetAsync();
        var answer = await ReportAsync(scene, """
            {"moedetilbudId":"00000000-0000-0000-0000-000000000000","fejlkode":0,"fejlOphav":1,"fejlTidspunkt":"2027-03-01T09:55"}
            """);
        Assert.Equal(422, answer.Status);
        Assert.Equal([99201, 99202, 99204], answer.Codes);
    }

    private static async Task<ApiScene> BookedAsync()
    {
        var scene = await ApiScene.SetAsync();
        await scene.BookAsync();
        return scene;
    }

    private static async Task<string> PathAsync(ApiScene scene) => $"/indkaldelser/{(await scene.ReadBookingAsync()).Id}";

    private static Task<Answer> ReportAsync(ApiScene scene, string body) =>
        scene.CallAsync(HttpMethod.Post, ApiScene.Base + "/fejlmeldinger", ApiScene.Json(body));
}
