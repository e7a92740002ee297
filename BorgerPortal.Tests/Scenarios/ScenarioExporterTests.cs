using System.Text.Json.Nodes;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Scenarios;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

public abstract class ScenarioExporterTests
{
    public sealed class OnSqlite : ScenarioExporterTests;

    public sealed class OnPostgreSql : ScenarioExporterTests;

    [Fact]
    public async Task Export_BookingWithoutWhatItsOfferHas_StaysWithoutIt()
    {
        await using var source = await TestPortal.StartAsync();
        await source.LoadAsync();
        await source.SaveAsync(context =>
        {
            var option = context.Options.Single();
            (option.PhoneNumber, option.PrintComment, option.Description, option.DigitalContact) = ("12345678", "Ny", "Ny", "https://video.example.dk");
            var booking = context.Bookings.Single();
            booking.Details = booking.Details with { RebookingDeadline = null, Location = null, End = null, ShouldCitizenCall = null };
        });

        await using var target = await TestPortal.StartAsync();
        Assert.Empty((await target.ImportAsync(await source.ExportAsync())).Faults);

        Assert.Equal(await DetailsAsync(source), await DetailsAsync(target));
    }

    [Fact]
    public async Task Export_BookingOfAnotherPlanner_IsLeftOutAndTheDeadlineThatItMetIsClosed()
    {
        await using var source = await TestPortal.StartAsync();
        await source.LoadAsync(file => file.Row("borgere")["fravaer"] = new JsonArray());
        await source.SaveAsync(context => context.Bookings.Single().CaseWorkerId = null);

        await using var target = await TestPortal.StartAsync();
        var outcome = await target.ImportAsync(await source.ExportAsync());

        Assert.Equal(0, outcome.Counts!.Bookings);
        Assert.True((await target.ReadAsync(context => context.Deadlines.SingleAsync())).AdministrativelyClosed);
    }

    [Fact]
    public async Task Import_OfferThatIsAnotherJobcentres_IsAFault()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync();

        var outcome = await portal.ImportAsync(file =>
        {
            file.Copy("jobcentre", row => row["kode"] = "10102");
            file.Copy("sagsbehandlere", row => row["jobcenter"] = "10102");
            file.Row("moedetilbud")["jobcenter"] = "10102";
        });

        Assert.Contains(outcome.Faults, fault => fault.Path == "$.moedetilbud[0].jobcenter");
    }

    [Fact]
    public async Task Export_MoreThanAChunkOfEverything_ThenImport_GivesTheSameData()
    {
        await using var source = await TestPortal.StartAsync();
        Assert.Empty((await source.ImportAsync(LargeScenario.Of(4_500))).Faults);
        var exported = await source.ExportAsync();

        await using var target = await TestPortal.StartAsync();
        var outcome = await target.ImportAsync(exported);

        Assert.Equal(new ImportCounts(1, 10, 4_500, 1, 4_500, 4_500), outcome.Counts);
        Assert.Equal(await ScenarioRows.TextAsync(source), await ScenarioRows.TextAsync(target));
    }

    [Fact]
    public async Task Import_SameKeyFarApart_IsAFault()
    {
        await using var portal = await TestPortal.StartAsync();
        var file = JsonNode.Parse(LargeScenario.Of(4_500))!;
        foreach (var (collection, index) in new[] { ("borgere", 4_400), ("moedetider", 4_410), ("indkaldelser", 4_420) })
        {
            file[collection]![index] = file[collection]![3]!.DeepClone();
        }

        // Nothing is written, and no row is called unknown because one before it was not written.
        var faults = (await portal.ImportAsync(file.ToJsonString())).Faults;
        Assert.Equal(
            ["$.borgere[4400].personnummer", "$.moedetider[4410].starttidspunkt", "$.indkaldelser[4420].indkaldelseId", "$.indkaldelser[4400].personnummer"],
            faults.Select(fault => fault.Path));
        Assert.Equal(0, await portal.ReadAsync(context => context.Citizens.CountAsync()));
    }

    [Fact]
    public async Task Import_SeatTakenFarApart_IsAFaultAndNothingIsWritten()
    {
        await using var portal = await TestPortal.StartAsync();
        var file = JsonNode.Parse(LargeScenario.Of(4_500))!;
        file["indkaldelser"]![4_400]!["starttidspunkt"] = file["indkaldelser"]![0]!["starttidspunkt"]!.DeepClone();
        file["indkaldelser"]![4_400]!["sagsbehandler"] = file["indkaldelser"]![0]!["sagsbehandler"]!.DeepClone();

        var fault = Assert.Single((await portal.ImportAsync(file.ToJsonString())).Faults);

        Assert.Equal(("$.indkaldelser[4400].starttidspunkt", "The caseworker's time is taken already."), (fault.Path, fault.Message));
        Assert.Equal(0, await portal.ReadAsync(context => context.JobCentres.CountAsync()));
    }

    [Fact]
    public async Task Import_SeatsTakenInSeveralPartsAndAStranger_AreAllTold()
    {
        await using var portal = await TestPortal.StartAsync();
        var file = JsonNode.Parse(LargeScenario.Of(4_500))!;
        var bookings = file["indkaldelser"]!;
        foreach (var taken in new[] { 100, 4_400 })
        {
            (bookings[taken]!["starttidspunkt"], bookings[taken]!["sagsbehandler"]) =
                (bookings[taken - 1]!["starttidspunkt"]!.DeepClone(), bookings[taken - 1]!["sagsbehandler"]!.DeepClone());
        }

        bookings[2_100]!["sagsbehandler"] = "RID-9999";

        var faults = (await portal.ImportAsync(file.ToJsonString())).Faults;

        Assert.Equal(
            [
                ("$.indkaldelser[100].starttidspunkt", "The caseworker's time is taken by $.indkaldelser[99].starttidspunkt."),
                ("$.indkaldelser[2100].sagsbehandler", "Jobcentre 10101 has no such caseworker."),
                ("$.indkaldelser[4400].starttidspunkt", "The caseworker's time is taken by $.indkaldelser[4399].starttidspunkt."),
            ],
            faults.Select(fault => (fault.Path, fault.Message)));
        Assert.Equal(0, await portal.ReadAsync(context => context.JobCentres.CountAsync()));
    }

    [Fact]
    public async Task Import_FaultInACollectionBefore_HidesTheSeatThatIsTaken()
    {
        await using var portal = await TestPortal.StartAsync();

        var outcome = await portal.ImportAsync(file =>
        {
            file.Row("borgere")["efternavn"] = "";
            file.Copy("borgere", row => row["personnummer"] = "0201505321");
            file.Copy("indkaldelser", row => (row["indkaldelseId"], row["personnummer"]) = (Scenario.BookingIdOf(2), "0201505321"));
        });

        Assert.All(outcome.Faults, fault => Assert.EndsWith(".efternavn", fault.Path, StringComparison.Ordinal));
        Assert.NotEmpty(outcome.Faults);
    }

    [Fact]
    public async Task Import_CollectionsInAnyOrder_AreLoaded()
    {
        await using var portal = await TestPortal.StartAsync();
        var file = JsonNode.Parse(Scenario.Documented)!.AsObject();
        var backwards = new JsonObject(file.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        Assert.Empty((await portal.ImportAsync("\uFEFF" + backwards.ToJsonString())).Faults);

        Assert.Equal(1, await portal.ReadAsync(context => context.Bookings.CountAsync()));
    }

    private static async Task<BookingDetails> DetailsAsync(TestPortal portal) =>
        (await portal.ReadAsync(context => context.Bookings.AsNoTracking().Select(booking => booking.Details).SingleAsync())) with { Participants = [] };
}
