using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>
/// Export and import give the same data: every row of the database is compared, and not what the exporter writes of it.
/// </summary>
public abstract class ScenarioRoundTripTests
{
    public sealed class OnSqlite : ScenarioRoundTripTests;

    public sealed class OnPostgreSql : ScenarioRoundTripTests;

    /// <summary>The columns that may have one value alone in the rich file.</summary>
    private static readonly Dictionary<string, string> OneValue = new()
    {
        ["PlannedOption.Location.Address.MailDeliverySublocationIdentifier"] = "of a booking's address alone",
        ["PlannedOption.Location.Address.StreetNameForAddressingName"] = "of a booking's address alone",
        ["PlannedOption.Location.Address.DistrictSubdivisionIdentifier"] = "of a booking's address alone",
        ["PlannedOption.Location.Address.PostOfficeBoxIdentifier"] = "of a booking's address alone",
    };

    /// <summary>Tables of what follows from the other rows: the file holds none of their columns.</summary>
    private static readonly string[] Derived = [nameof(Occupancy), nameof(ExclusiveKind)];

    [Fact]
    public async Task Export_ThenImport_GivesTheSameRows()
    {
        await using var source = await RichPortalAsync();
        await LiveAsync(source);

        // Another day: nothing in an export counts from the day of the import.
        await using var target = await TestPortal.StartAsync(source.Clock.GetUtcNow().AddDays(1));
        Assert.Empty((await target.ImportAsync(await source.ExportAsync())).Faults);

        Assert.Equal(await ScenarioRows.TextAsync(source), await ScenarioRows.TextAsync(target));
    }

    [Fact]
    public async Task Export_Demo_ThenImport_GivesTheSameRows()
    {
        await using var source = await TestPortal.StartAsync();
        var demo = await File.ReadAllTextAsync(
            Path.Combine(SolutionFolder.Path, "BorgerPortal.Web", "Demo", "scenario.json"), TestContext.Current.CancellationToken);
        Assert.Empty((await source.ImportAsync(demo)).Faults);

        await using var target = await TestPortal.StartAsync();
        Assert.Empty((await target.ImportAsync(await source.ExportAsync())).Faults);

        Assert.Equal(await ScenarioRows.TextAsync(source), await ScenarioRows.TextAsync(target));
    }

    /// <summary>A column that has the same value in all rows could be left out of an export without anybody noticing.</summary>
    [Fact]
    public async Task RichScenario_EveryColumn_HasMoreThanOneValue()
    {
        await using var portal = await RichPortalAsync();
        var rows = await ScenarioRows.ReadAsync(portal);

        var alike = rows.Where(row => !Derived.Contains(row.Table)).SelectMany(row => row.Values)
            .GroupBy(value => value.Key, value => value.Value)
            .Where(column => column.Distinct().Count() == 1)
            .Select(column => column.Key);

        Assert.Equal(OneValue.Keys.Order(StringComparer.Ordinal), alike.Order(StringComparer.Ordinal));
        Assert.Equal(
            await portal.ReadAsync(context => Task.FromResult(context.Model.GetEntityTypes().Select(type => type.ClrType.Name).Order(StringComparer.Ordinal).ToList())),
            rows.Select(row => row.Table).Distinct().Concat(ScenarioRows.NoScenario.Keys.Select(type => type.Name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Export_DeadlineThatNobodyNotedTheDayOf_IsOneThatWasAlwaysThere()
    {
        await using var source = await TestPortal.StartAsync();
        await source.LoadAsync();
        await source.SaveAsync(context => context.Deadlines.Single().IssuedOn = null);

        await using var target = await TestPortal.StartAsync();
        Assert.Empty((await target.ImportAsync(await source.ExportAsync())).Faults);

        Assert.Equal(DateOnly.MinValue, (await target.ReadAsync(context => context.Deadlines.SingleAsync())).IssuedOn);
    }

    [Fact]
    public async Task Export_CaseWorkerHasAnotherNameNow_BookingsKeepTheFormerOne()
    {
        await using var source = await TestPortal.StartAsync();
        await source.LoadAsync();
        await source.SaveAsync(context => context.CaseWorkers.Single().Surname = "Ravn");

        await using var target = await TestPortal.StartAsync();
        Assert.Empty((await target.ImportAsync(await source.ExportAsync())).Faults);

        Assert.Equal(new Supervisor("Mette", null, "Holm", "RID-1001"), (await target.ReadAsync(context => context.Bookings.SingleAsync())).Details.Supervisor);
    }

    private static async Task<TestPortal> RichPortalAsync()
    {
        var portal = await TestPortal.StartAsync();
        Assert.Empty((await portal.ImportAsync(RichScenario.Json)).Faults);
        return portal;
    }

    /// <summary>Anna's booking is cancelled, and she books another.</summary>
    private static async Task LiveAsync(TestPortal portal)
    {
        await portal.SaveAsync(context =>
        {
            var booking = context.Bookings.Single(booking => booking.Id == Guid.Parse(Scenario.BookingId));
            booking.State = BookingState.Cancelled;
            context.ExclusiveKinds.RemoveRange(context.ExclusiveKinds.Where(kind => kind.BookingId == booking.Id));
            context.Occupancies.RemoveRange(context.Occupancies.Where(piece => piece.Session == booking.Id));
        });
        var anna = await portal.ReadAsync(context => context.Citizens.OrderBy(citizen => citizen.Id).Select(citizen => citizen.Id).FirstAsync());
        var start = await portal.ReadAsync(context => context.Timeslots.OrderBy(timeslot => timeslot.Start).Select(timeslot => timeslot.Start).FirstAsync());
        var made = await portal.Get<CreateBooking>().ExecuteAsync(
            new CreateBookingRequest(CitizenReference.ById(anna), Guid.Parse(Scenario.OptionId), start, 1), Caller.Citizen, TestContext.Current.CancellationToken);
        Assert.Empty(made.Errors);
    }
}
