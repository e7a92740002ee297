using System.Text.Json.Nodes;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

public abstract class ScenarioFaultTests(EmptyPortal empty) : IClassFixture<EmptyPortal>
{
    public sealed class OnSqlite(EmptyPortal empty) : ScenarioFaultTests(empty);

    public sealed class OnPostgreSql(EmptyPortal empty) : ScenarioFaultTests(empty);

    private const string Offer = "moedetilbud";
    private const string Booking = "indkaldelser";

    /// <summary>What is done to the documented file, and where the fault must be told.</summary>
    private static readonly (string Path, string Message, Action<JsonNode> Change)[] Cases =
    [
        ("$.uventet", "Unknown member.", file => file["uventet"] = 1),
        ("$.borgere[0].alder", "Unknown member.", file => file.Row("borgere")["alder"] = 47),
        ("$.borgere[0].alder", "Unknown member.", file => file.Row("borgere")["alder"] = null),
        ("$.borgere", "Not a list.", file => file["borgere"] = 7),
        ("$.borgere[1]", "Not an object.", file => file["borgere"]!.AsArray().Add(7)),

        ("$.jobcentre[0].kode", "A jobcentre's code is five digits.", file => file.Row("jobcentre")["kode"] = "1010"),
        ("$.jobcentre[0].navn", "Required.", file => file.Row("jobcentre")["navn"] = null),
        ("$.jobcentre[1].kode", "A row before this one has the same key.", file => file.Copy("jobcentre", _ => { })),

        ("$.sagsbehandlere[0].eksterntId", "The text must have 1 to 255 characters.", file => file.Row("sagsbehandlere")["eksterntId"] = ""),
        ("$.sagsbehandlere[0].fornavne", "The text must have 1 to 50 characters.", file => file.Row("sagsbehandlere")["fornavne"] = new string('a', 51)),
        ("$.sagsbehandlere[0].mellemnavn", "The text must have 1 to 40 characters.", file => file.Row("sagsbehandlere")["mellemnavn"] = ""),
        ("$.sagsbehandlere[0].jobcenter", "No such jobcentre.", file => file.Row("sagsbehandlere")["jobcenter"] = "10109"),
        ("$.sagsbehandlere[0].roller[1]", "A role is one of laese, booke, administrere.", file => file.Row("sagsbehandlere")["roller"] = new JsonArray("laese", "alt")),
        ("$.sagsbehandlere[1].eksterntId", "A row before this one has the same key.", file => file.Copy("sagsbehandlere", row => row["fornavne"] = "Bo")),

        ("$.borgere[0].personnummer", "Not a personnummer.", file => file.Row("borgere")["personnummer"] = "3102505321"),
        ("$.borgere[0].personnummer", "Not a text.", file => file.Row("borgere")["personnummer"] = 101505321),
        ("$.borgere[0].fornavne", "The text holds the character U+0000.", file => file.Row("borgere")["fornavne"] = "Anna\0"),
        ("$.borgere[0].fornavne", "Required.", file => file.Row("borgere").AsObject().Remove("fornavne")),
        ("$.borgere[0].kontaktgruppe", "Required.", file => file.Row("borgere").AsObject().Remove("kontaktgruppe")),
        ("$.borgere[0].kontaktgruppe", "Not a whole number.", file => file.Row("borgere")["kontaktgruppe"] = 1.5),
        ("$.borgere[0].doed", "Neither true nor false.", file => file.Row("borgere")["doed"] = "nej"),
        ("$.borgere[0].email", "Not an e-mail address.", file => file.Row("borgere")["email"] = "anna@example.dk\nbcc: x@example.dk"),
        ("$.borgere[0].mobil", "A phone number is 3 to 20 digits, with or without a + before them.", file => file.Row("borgere")["mobil"] = "12 34 56 78"),
        ("$.borgere[0].jobcenter", "No such jobcentre.", file => file.Row("borgere")["jobcenter"] = "10109"),
        ("$.borgere[1].personnummer", "A row before this one has the same key.", file => file.Copy("borgere", row => row["personnummer"] = "010150-5321")),
        ("$.borgere[0].fravaer[0].type", "Required.", file => file.Row("borgere")["fravaer"]![0]!["type"] = null),
        ("$.borgere[0].fravaer[0].fra", "Not a date such as 2026-12-01 or @+3.", file => file.Row("borgere")["fravaer"]![0]!["fra"] = "2027-02-30"),
        ("$.borgere[0].fravaer[0].til", "Not a date such as 2026-12-01 or @+3.", file => file.Row("borgere")["fravaer"]![0]!["til"] = "@+3T09:00"),
        ("$.borgere[0].frister[0].fristdato", "Required.", file => file.Row("borgere")["frister"]![0]!["fristdato"] = null),
        ("$.borgere[0].frister[0].friststatusType", "The number must lie between 1 and 3.", file => file.Row("borgere")["frister"]![0]!["friststatusType"] = 4),
        ("$.borgere[0].frister[0].udstedt", "Not a date such as 2026-12-01 or @+3.", file => file.Row("borgere")["frister"]![0]!["udstedt"] = "@-3T09:00"),
        ("$.borgere[0].frister[0].indfriesAf", "Required.", file => file.Row("borgere")["frister"]![0]!["friststatusType"] = 2),
        ("$.borgere[0].frister[0].indfriesAf", "No such booking.", file => MetBy(file, Scenario.BookingIdOf(9))),
        ("$.borgere[0].frister[0].indfriesAf", "That booking is cancelled: it meets no deadline.", file =>
        {
            MetBy(file, Scenario.BookingId);
            file.Row(Booking)["tilstand"] = "aflyst";
        }),
        ("$.borgere[1].frister[0].indfriesAf", "That booking is another citizen's.", file =>
        {
            MetBy(file, Scenario.BookingId);
            file.Copy("borgere", row => row["personnummer"] = "0201505321");
        }),

        ("$.moedetilbud[0].moedetilbudId", "Not an id such as 5b1f6f0a-0001-4000-8000-000000000001.", file => file.Row(Offer)["moedetilbudId"] = "{5b1f6f0a-0001-4000-8000-000000000001}"),
        ("$.moedetilbud[1].moedetilbudId", "A row before this one has the same key.", file => file.Copy(Offer, row => row["moedetilbudId"] = Scenario.OptionId.ToUpperInvariant())),
        ("$.moedetilbud[0].jobcenter", "No such jobcentre.", file => file.Row(Offer)["jobcenter"] = "10109"),
        ("$.moedetilbud[0].moedetitel", "The text must have 1 to 100 characters.", file => file.Row(Offer)["moedetitel"] = new string('a', 101)),
        ("$.moedetilbud[0].moedebeskrivelse", "The text must have 0 to 500 characters.", file => file.Row(Offer)["moedebeskrivelse"] = new string('a', 501)),
        ("$.moedetilbud[0].bemaerkning", "The text must have 0 to 500 characters.", file => file.Row(Offer)["bemaerkning"] = new string('a', 501)),
        ("$.moedetilbud[0].digitalKontakt", "The text must have 0 to 255 characters.", file => file.Row(Offer)["digitalKontakt"] = new string('a', 256)),
        ("$.moedetilbud[0].samtaleformer", "At least one.", file => file.Row(Offer)["samtaleformer"] = new JsonArray()),
        ("$.moedetilbud[0].samtaleformer[1]", "Not a whole number.", file => file.Row(Offer)["samtaleformer"] = new JsonArray(1, "2")),
        ("$.moedetilbud[0].moedeVarighed", "Required.", file => file.Row(Offer)["moedeVarighed"] = null),
        ("$.moedetilbud[0].moedeVarighed", "The number must lie between -527040 and 527040.", file => file.Row(Offer)["moedeVarighed"] = int.MaxValue),
        ("$.moedetilbud[0].ombookingsfristTimer", "The number must lie between -8784 and 8784.", file => file.Row(Offer)["ombookingsfristTimer"] = int.MinValue),
        ("$.moedetilbud[0].foersteMoedetid", "Not a dateTime such as 2026-12-01T09:00 or @+3T09:00.", file => file.Row(Offer)["foersteMoedetid"] = "@+3"),
        ("$.moedetilbud[0].telefonnummer", "A phone number is 3 to 20 digits, with or without a + before them.", file => file.Row(Offer)["telefonnummer"] = "12"),
        ("$.moedetilbud[0].sagsbehandlere[1]", "A row before this one has the same key.", file => file.Row(Offer)["sagsbehandlere"] = new JsonArray("RID-1001", "RID-1001")),
        ("$.moedetilbud[0].sagsbehandlere[1]", "Jobcentre 10101 has no such caseworker.", file =>
        {
            file.Copy("jobcentre", row => row["kode"] = "10102");
            file.Copy("sagsbehandlere", row => (row["eksterntId"], row["jobcenter"]) = ("RID-2001", "10102"));
            file.Row(Offer)["sagsbehandlere"] = new JsonArray("RID-1001", "RID-2001");
        }),
        ("$.moedetilbud[0].borgere[0]", "No such citizen.", file => file.Row(Offer)["borgere"] = new JsonArray("0201505321")),
        ("$.moedetilbud[0].borgere[1]", "A row before this one has the same key.", file => file.Row(Offer)["borgere"] = new JsonArray(Scenario.Anna, "010150-5321")),
        ("$.moedetilbud[0].moedeLokation.lokationsuddybning", "The text must have 1 to 200 characters.", file => file.Row(Offer)["moedeLokation"]!["lokationsuddybning"] = ""),
        ("$.moedetilbud[0].moedeLokation.adresse", "Not an object.", file => file.Row(Offer)["moedeLokation"]!["adresse"] = "Værkmestergade 5"),
        ("$.moedetilbud[0].moedeLokation.adresse.vejnavn", "Required.", file => Address(file).Remove("vejnavn")),
        ("$.moedetilbud[0].moedeLokation.adresse.husnummer", "Not a house number such as 5 or 12B.", file => Address(file)["husnummer"] = "5\n"),
        ("$.moedetilbud[0].moedeLokation.adresse.etage", "Not a floor such as 2, ST or KL.", file => Address(file)["etage"] = "0"),
        ("$.moedetilbud[0].moedeLokation.adresse.sideDoer", "The text must have 1 to 4 characters.", file => Address(file)["sideDoer"] = "venstre"),
        ("$.moedetilbud[0].moedeLokation.adresse.postnummer", "A postcode is four digits.", file => Address(file)["postnummer"] = "800"),
        ("$.moedetilbud[0].moedeLokation.adresse.bynavn", "The text must have 1 to 20 characters.", file => Address(file)["bynavn"] = new string('a', 21)),
        ("$.moedetilbud[0].moedeLokation.adresse.bydel", "Unknown member.", file => Address(file)["bydel"] = "Midtbyen"),

        ("$.moedetider[0].moedetilbudId", "No such offer.", file => file.Row("moedetider")["moedetilbudId"] = Scenario.BookingId),
        ("$.moedetider[0].starttidspunkt", "Required.", file => file.Row("moedetider").AsObject().Remove("starttidspunkt")),
        ("$.moedetider[0].starttidspunkt", "Not a dateTime such as 2026-12-01T09:00 or @+3T09:00.", file => file.Row("moedetider")["starttidspunkt"] = "i morgen"),
        ("$.moedetider[0].starttidspunkt", "A meeting lies between the years 1900 and 2999.", file => file.Row("moedetider")["starttidspunkt"] = "9998-12-31T23:00"),
        ("$.moedetider[0].starttidspunkt", "This local time does not exist: the clocks skip it.", file => file.Row("moedetider")["starttidspunkt"] = "2027-03-28T02:30"),
        ("$.moedetider[0].starttidspunkt", "This local time does not exist: the clocks skip it.", file => file.Row("moedetider")["starttidspunkt"] = "@+27T02:30"),
        ("$.moedetider[1].starttidspunkt", "A row before this one has the same key.", file => file.Copy("moedetider", row => row["starttidspunkt"] = "2027-03-04T08:00:00Z")),
        ("$.moedetider[0].maksimaltMoededeltagerantal", "The number must lie between 0 and 2147483647.", file => file.Row("moedetider")["maksimaltMoededeltagerantal"] = -1),
        ("$.moedetider[0].sagsbehandlere", "Required.", file => file.Row("moedetider")["sagsbehandlere"] = null),
        ("$.moedetider[0].sagsbehandlere", "At least one.", file => file.Row("moedetider")["sagsbehandlere"] = new JsonArray()),
        ("$.moedetider[0].sagsbehandlere[0]", "Jobcentre 10101 has no such caseworker.", file => file.Row("moedetider")["sagsbehandlere"] = new JsonArray("RID-1009")),
        ("$.moedetider[0].samtaleformer", "At least one.", file => file.Row("moedetider")["samtaleformer"] = new JsonArray()),

        ("$.indkaldelser[0].personnummer", "No such citizen.", file => file.Row(Booking)["personnummer"] = "0201505321"),
        ("$.indkaldelser[0].moedetilbudId", "No such offer.", file => file.Row(Booking)["moedetilbudId"] = Scenario.BookingId),
        ("$.indkaldelser[0].indkaldelseId", "Required.", file => file.Row(Booking).AsObject().Remove("indkaldelseId")),
        ("$.indkaldelser[0].indkaldelseId", "Not an id such as 5b1f6f0a-0001-4000-8000-000000000001.", file => file.Row(Booking)["indkaldelseId"] = Guid.Empty.ToString()),
        ("$.indkaldelser[1].indkaldelseId", "A row before this one has the same key.", file => file.Copy(Booking, row => row["starttidspunkt"] = "@+6T10:00")),
        ("$.indkaldelser[0].sagsbehandler", "Required.", file => file.Row(Booking)["sagsbehandler"] = null),
        ("$.indkaldelser[0].sagsbehandler", "Jobcentre 10101 has no such caseworker.", file => file.Row(Booking)["sagsbehandler"] = "RID-1009"),
        ("$.indkaldelser[0].samtaleformType", "Required.", file => file.Row(Booking)["samtaleformType"] = null),
        ("$.indkaldelser[0].starttidspunkt", "Required.", file => file.Row(Booking)["starttidspunkt"] = null),
        ("$.indkaldelser[0].sluttidspunkt", "A meeting ends within 366 days of its start.", file => file.Row(Booking)["sluttidspunkt"] = "2999-01-01T10:00"),
        ("$.indkaldelser[0].tilstand", "Neither bekraeftet nor aflyst.", file => file.Row(Booking)["tilstand"] = "slettet"),
        ("$.indkaldelser[0].tilstand", "Neither bekraeftet nor aflyst.", file => file.Row(Booking)["tilstand"] = "afventer"),
        ("$.indkaldelser[0].flytninger", "The number must lie between 0 and 2147483647.", file => file.Row(Booking)["flytninger"] = -1),
        ("$.indkaldelser[0].sagsbehandlerNavn.efternavn", "Required.", file => file.Row(Booking)["sagsbehandlerNavn"] = JsonNode.Parse("""{"fornavne": "Bo"}""")),
        ("$.indkaldelser[0].jobcenter", "No such jobcentre.", file => file.Row(Booking)["jobcenter"] = "10109"),
        ("$.indkaldelser[0].jobcenter", "The offer is another jobcentre's.", file =>
        {
            file.Copy("jobcentre", row => row["kode"] = "10102");
            file.Row(Booking)["jobcenter"] = "10102";
        }),
        ("$.indkaldelser[0].indkalder.organisationskode", "The number must lie between 0 and 99999999.", file => file.Row(Booking)["indkalder"] = JsonNode.Parse("""{"organisationskode": -1, "organisationType": 1}""")),
        ("$.indkaldelser[0].kontakt.telefonnummer", "A phone number is 3 to 20 digits, with or without a + before them.", file => file.Row(Booking)["kontakt"] = JsonNode.Parse("""{"telefonnummer": "+"}""")),
        ("$.indkaldelser[0].deltagere[0].deltagerType", "Required.", file => file.Row(Booking)["deltagere"] = JsonNode.Parse("""[{"navn": "Bo"}]""")),
        ("$.indkaldelser[0].moedeLokation.adresse.landekode", "Not a country code of 2 or 3 letters, or 3 or 4 digits.", file => BookingAddress(file, "landekode", "Danmark")),
        ("$.indkaldelser[0].moedeLokation.adresse.postboks", "The number must lie between 1 and 9999.", file => BookingAddress(file, "postboks", 10_000)),
        ("$.indkaldelser[0].jobcenter", "Required.", file => file.Row(Booking).AsObject().Remove("moedetilbudId")),
    ];

    public static TheoryData<int> CaseNumbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public async Task Import_Fault_IsToldWithItsPathAndNothingIsLoaded(int number)
    {
        var (path, message, change) = Cases[number];

        var outcome = await empty.Portal.ImportAsync(change);

        Assert.Contains(outcome.Faults, fault => (fault.Path, fault.Message) == (path, message));
        Assert.Null(outcome.Counts);
        Assert.Equal(0, await empty.Portal.ReadAsync(context => context.JobCentres.CountAsync()));
    }

    [Fact]
    public async Task Import_ManyFaults_TellsAllOfThem()
    {
        var outcome = await empty.Portal.ImportAsync(file =>
        {
            file.Row("jobcentre")["navn"] = "";
            file.Row("borgere")["personnummer"] = "x";
            file.Row(Offer)["moedetitel"] = 5;
            file.Row("moedetider")["sagsbehandlere"] = new JsonArray("RID-1009");
        });

        Assert.Equal(
            ["$.borgere[0].personnummer", "$.indkaldelser[0].personnummer", "$.jobcentre[0].navn", "$.moedetider[0].sagsbehandlere[0]", "$.moedetilbud[0].moedetitel"],
            outcome.Faults.Select(fault => fault.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"borgere\": [,]\n}", 2, 15)]
    [InlineData("{ \"borgere\": [] } x", 1, 19)]
    [InlineData("{ \"borgere\": t0101505321 }", 1, 15)]
    public async Task Import_BrokenJson_IsAFaultWithItsPlace(string json, int line, int position)
    {
        var fault = Assert.Single((await empty.Portal.ImportAsync(json)).Faults);

        Assert.Equal(("$", $"Not JSON: broken at line {line}, position {position}."), (fault.Path, fault.Message));
    }

    [Theory]
    [InlineData("[]", "$", "Not an object.")]
    [InlineData("null", "$", "Not an object.")]
    [InlineData("{\"jobcentre\": [], \"jobcentre\": []}", "$.jobcentre", "The member stands here twice.")]
    [InlineData("{\"0101505321\": []}", "$.?", "Unknown member.")]
    [InlineData("{\"\\ud800\": []}", "$", "A member's name is no valid Unicode.")]
    [InlineData("{\"jobcentre\": [{\"kode\": \"10101\", \"navn\": \"\\ud800\"}]}", "$.jobcentre[0].navn", "The text is no valid Unicode.")]
    public async Task Import_OddJson_IsAFault(string json, string path, string message)
    {
        var fault = Assert.Single((await empty.Portal.ImportAsync(json)).Faults);

        Assert.Equal((path, message), (fault.Path, fault.Message));
    }

    [Fact]
    public async Task Import_FaultAnywhere_LeavesTheDatabaseAsItWas()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync();

        var outcome = await portal.ImportAsync(file =>
        {
            file.Row("borgere")["fornavne"] = "Bodil";
            file.Row(Offer)["moedetitel"] = "En anden titel";
            file.Copy("moedetider", row => row["starttidspunkt"] = "@+4T09:00");
            file.Copy(Booking, row => (row["indkaldelseId"], row["sagsbehandler"]) = (Scenario.BookingIdOf(2), "RID-1009"));
        });

        Assert.Equal("$.indkaldelser[1].sagsbehandler", Assert.Single(outcome.Faults).Path);
        Assert.Equal("Anna", (await portal.ReadAsync(context => context.Citizens.SingleAsync())).GivenNames);
        Assert.Equal("Jobsamtale", (await portal.ReadAsync(context => context.Options.SingleAsync())).Title);
        Assert.Equal(1, await portal.ReadAsync(context => context.Timeslots.CountAsync()));
    }

    private static JsonObject Address(JsonNode file) => file.Row(Offer)["moedeLokation"]!["adresse"]!.AsObject();

    private static void BookingAddress(JsonNode file, string name, JsonNode value)
    {
        var location = file.Row(Offer)["moedeLokation"]!.DeepClone();
        location["adresse"]![name] = value;
        file.Row(Booking)["moedeLokation"] = location;
    }

    private static void MetBy(JsonNode file, string bookingId)
    {
        var deadline = file.Row("borgere")["frister"]![0]!;
        (deadline["friststatusType"], deadline["indfriesAf"]) = (2, bookingId);
    }
}
