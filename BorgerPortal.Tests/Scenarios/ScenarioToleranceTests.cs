using System.Text.Json.Nodes;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>What an import takes as it stands, since real planners send it.</summary>
public abstract class ScenarioToleranceTests
{
    public sealed class OnSqlite : ScenarioToleranceTests;

    public sealed class OnPostgreSql : ScenarioToleranceTests;

    [Fact]
    public async Task Import_JobCentreWithoutBookingSystem_IsTakenWithItsOffersAndBookings()
    {
        await using var portal = await TestPortal.StartAsync();

        var outcome = await portal.ImportAsync(Scenario.Documented.Replace(TestPortal.Aarhus, TestPortal.Unconfigured, StringComparison.Ordinal));

        Assert.Empty(outcome.Faults);
        Assert.Equal(TestPortal.Unconfigured, (await portal.ReadAsync(context => context.JobCentres.SingleAsync())).Code);
        Assert.Equal(TestPortal.Unconfigured, (await portal.ReadAsync(context => context.Options.SingleAsync())).JobCentreCode);
        Assert.Equal(TestPortal.Unconfigured, (await portal.ReadAsync(context => context.Bookings.SingleAsync())).JobCentreCode);
    }

    [Fact]
    public async Task Import_OfferOfUnknownKinds_KeepsThem()
    {
        var option = await ImportAsync(row => (row["samtaleType"], row["moedeGruppeType"], row["samtaleformer"]) = (99, 9, new JsonArray(88)));

        Assert.Equal((99, 9), (option.InterviewType, option.InterviewFormType));
        Assert.Equal([88], option.ContactTypes);
    }

    [Fact]
    public async Task Import_OfferWhoseCitizenMustCallWithoutANumber_IsTaken()
    {
        var option = await ImportAsync(row => (row["borgerSkalRinge"], row["telefonnummer"]) = (true, null));

        Assert.Equal((true, null), (option.ShouldCitizenCall, option.PhoneNumber));
    }

    [Fact]
    public async Task Import_OfferWithDeadlinesInThePast_KeepsThem()
    {
        var option = await ImportAsync(row => (row["ombookingsfrist"], row["aflysningsfrist"]) = ("@-3T12:00", "@-4T12:00"));

        Assert.Equal((World.Danish(2027, 2, 26, 12), World.Danish(2027, 2, 25, 12)), (option.RebookingDeadline!.Value, option.CancellationDeadline!.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    public async Task Import_OfferOfNoLength_KeepsIt(int minutes) =>
        Assert.Equal(minutes, (await ImportAsync(row => row["moedeVarighed"] = minutes)).DurationMinutes);

    private static async Task<PlannedOption> ImportAsync(Action<JsonNode> change)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync(file =>
        {
            change(file.Row("moedetilbud"));
            file.AsObject().Remove("indkaldelser");
        });
        return await portal.ReadAsync(context => context.Options.SingleAsync());
    }
}
