using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Scenarios;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

public abstract class ScenarioImporterTests
{
    public sealed class OnSqlite : ScenarioImporterTests;

    public sealed class OnPostgreSql : ScenarioImporterTests;

    [Fact]
    public async Task Import_DocumentedFile_LoadsEverything()
    {
        await using var portal = await TestPortal.StartAsync();

        var outcome = await portal.ImportAsync(Scenario.Documented);

        Assert.Empty(outcome.Faults);
        Assert.Equal(new ImportCounts(1, 1, 1, 1, 1, 1), outcome.Counts);
        var citizen = await portal.ReadAsync(context => context.Citizens.Include(c => c.Absences).Include(c => c.Deadlines).SingleAsync());
        Assert.Equal(("Anna", "Berg", "12345678", "+4512345678"), (citizen.GivenNames, citizen.Surname, citizen.CustomerNumber, citizen.Mobile));
        var absence = Assert.Single(citizen.Absences);
        Assert.Equal((57, new DateOnly(2027, 2, 24), null), (absence.Type, absence.From, absence.To));
        var deadline = Assert.Single(citizen.Deadlines);
        Assert.Equal((7, new DateOnly(2027, 3, 11), new DateOnly(2027, 3, 25)), (deadline.InterviewType, deadline.BookBy, deadline.HoldBy));
        var option = await portal.ReadAsync(context => context.Options.SingleAsync());
        Assert.Equal(("Jobsamtale", 45, 24), (option.Title, option.DurationMinutes, option.RebookingDeadlineHours!.Value));
        Assert.Equal("Aarhus C", option.Location!.Address!.DistrictName);
        var worker = await portal.ReadAsync(context => context.CaseWorkers.SingleAsync());
        Assert.Equal(["laese", "booke", "administrere"], worker.Roles);
        var timeslot = await portal.ReadAsync(context => context.Timeslots.SingleAsync());
        Assert.Equal((World.Danish(2027, 3, 4, 9), (int?)null, (Guid?)null), (timeslot.Start, timeslot.TotalSeats, timeslot.Session));
        var booking = await portal.ReadAsync(context => context.Bookings.SingleAsync());
        Assert.Equal((BookingState.Active, citizen.Id, worker.Id, option.Id), (booking.State, booking.CitizenId, booking.CaseWorkerId!.Value, booking.OptionId!.Value));
        Assert.Equal((false, true, false, false), (booking.SelfBooked, booking.CitizenShouldAccept, booking.Accepted, booking.ImmediateBooking));
        var occupancy = await portal.ReadAsync(context => context.Occupancies.SingleAsync());
        Assert.Equal((booking.Id, World.Danish(2027, 3, 6, 10), World.Danish(2027, 3, 6, 10, 45)), (occupancy.Session, occupancy.Start, occupancy.End));
    }
}
