using System.Globalization;
using System.Text.Json.Nodes;
using BorgerPortal.Tests.Support;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>Many rows of each kind: every citizen has a booking, and half of them a deadline that names it.</summary>
internal static class LargeScenario
{
    public static string Of(int count)
    {
        var start = new DateTime(2027, 4, 1, 8, 0, 0, DateTimeKind.Unspecified);
        string StartOf(int number) => start.AddMinutes(number / 10 * 15).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
        var file = JsonNode.Parse(Scenario.Documented)!;
        file.Row("moedetilbud")["moedeVarighed"] = 15;
        file["sagsbehandlere"] = new JsonArray([.. Enumerable.Range(0, 10).Select(number => (JsonNode)new JsonObject
        {
            ["eksterntId"] = $"RID-{1001 + number}", ["fornavne"] = "Mette", ["efternavn"] = $"Holm {number}", ["jobcenter"] = "10101",
        })]);
        file["borgere"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => (JsonNode)new JsonObject
        {
            ["personnummer"] = World.PersonnummerOf(number), ["fornavne"] = "Anna", ["efternavn"] = "Berg", ["jobcenter"] = "10101", ["kontaktgruppe"] = 1,
            ["frister"] = new JsonArray(number % 2 == 0 ? [] : [new JsonObject
            {
                ["friststatusType"] = 2, ["samtaleType"] = 7, ["fristdato"] = "2027-03-20", ["sidsteAfholdelsesdato"] = "2027-12-20", ["indfriesAf"] = Scenario.BookingIdOf(number + 1),
            }]),
        })]);
        file["moedetider"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => (JsonNode)new JsonObject
        {
            ["moedetilbudId"] = Scenario.OptionId, ["starttidspunkt"] = start.AddMinutes(number).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
            ["sagsbehandlere"] = new JsonArray("RID-1001"),
        })]);
        file["indkaldelser"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => (JsonNode)new JsonObject
        {
            ["indkaldelseId"] = Scenario.BookingIdOf(number + 1), ["personnummer"] = World.PersonnummerOf(number), ["moedetilbudId"] = Scenario.OptionId,
            ["starttidspunkt"] = StartOf(number), ["sagsbehandler"] = $"RID-{1001 + (number % 10)}", ["samtaleformType"] = 1,
        })]);
        return file.ToJsonString();
    }
}
