using System.Text.Json.Nodes;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>A seat and a caseworker's time are taken once, also by an import.</summary>
public abstract class ScenarioSeatTests
{
    public sealed class OnSqlite : ScenarioSeatTests;

    public sealed class OnPostgreSql : ScenarioSeatTests;

    private const string Bo = "0201505321";
    private const string Taken = "The caseworker's time is taken by $.indkaldelser[0].starttidspunkt.";

    [Theory]
    [InlineData("@+5T10:00")]
    [InlineData("@+5T10:44")]
    [InlineData("@+5T09:16")]
    public async Task Import_TwoBookingsOfOneCaseWorkerThatOverlap_AreAFault(string start)
    {
        await using var portal = await TestPortal.StartAsync();

        var outcome = await portal.ImportAsync(file => AddBooking(file, 2, start));

        var fault = Assert.Single(outcome.Faults);
        Assert.Equal(("$.indkaldelser[1].starttidspunkt", Taken), (fault.Path, fault.Message));
        Assert.Equal(0, await portal.ReadAsync(context => context.Bookings.CountAsync()));
    }

    [Theory]
    [InlineData("@+5T10:45")]
    [InlineData("@+5T09:15")]
    public async Task Import_TwoBookingsThatTouch_AreLoaded(string start)
    {
        await using var portal = await TestPortal.StartAsync();

        await portal.LoadAsync(file => AddBooking(file, 2, start));

        Assert.Equal(2, await portal.ReadAsync(context => context.Occupancies.CountAsync()));
    }

    [Fact]
    public async Task Import_BookingAtATimeThatIsTakenAlready_IsAFault()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync();

        var outcome = await portal.ImportAsync(file =>
        {
            AddBooking(file, 2, "@+5T10:30");
            file["indkaldelser"]!.AsArray().RemoveAt(0);
        });

        var fault = Assert.Single(outcome.Faults);
        Assert.Equal(("$.indkaldelser[0].starttidspunkt", "The caseworker's time is taken already."), (fault.Path, fault.Message));
    }

    [Fact]
    public async Task Import_CancelledBooking_TakesNoSeat()
    {
        await using var portal = await TestPortal.StartAsync();

        await portal.LoadAsync(file => AddBooking(file, 2, "@+5T10:00")["tilstand"] = "aflyst");

        Assert.Single(await portal.ReadAsync(context => context.Occupancies.ToListAsync()));
        Assert.Equal(BookingState.Cancelled, (await portal.ReadAsync(context => context.Bookings.OrderBy(b => b.Id).LastAsync())).State);
    }

    [Fact]
    public async Task Import_EndThatDiffersFromTheOffers_TakesTimeUntilThen()
    {
        await using var portal = await TestPortal.StartAsync();

        await portal.LoadAsync(file => file.Row("indkaldelser")["sluttidspunkt"] = "@+6T16:00");

        // A block is kept in pieces of at most a day.
        Assert.Equal(
            [(World.Danish(2027, 3, 6, 10), World.Danish(2027, 3, 7, 10)), (World.Danish(2027, 3, 7, 10), World.Danish(2027, 3, 7, 16))],
            (await portal.ReadAsync(context => context.Occupancies.OrderBy(o => o.Start).ToListAsync())).Select(o => (o.Start, o.End)));
    }

    [Fact]
    public async Task Import_SameCitizenAtTheSameTimeOfAnOfferTwice_IsAFault()
    {
        await using var portal = await TestPortal.StartAsync();

        var outcome = await portal.ImportAsync(file =>
        {
            file.Copy("sagsbehandlere", row => row["eksterntId"] = "RID-1002");
            file.Copy("indkaldelser", row => (row["indkaldelseId"], row["sagsbehandler"]) = (Scenario.BookingIdOf(2), "RID-1002"));
        });

        var fault = Assert.Single(outcome.Faults);
        Assert.Equal(("$.indkaldelser[1].starttidspunkt", "The citizen has a seat at that time of the offer already."), (fault.Path, fault.Message));
    }

    [Fact]
    public async Task Import_GroupTime_TakesItsCaseWorkersFromItsMaking()
    {
        await using var portal = await TestPortal.StartAsync();

        await portal.LoadAsync(file =>
        {
            file.Copy("sagsbehandlere", row => row["eksterntId"] = "RID-1002");
            (file.Row("moedetider")["maksimaltMoededeltagerantal"], file.Row("moedetider")["sagsbehandlere"]) = (5, new JsonArray("RID-1001", "RID-1002"));
            AddBooking(file, 2, "@+3T09:00");
            AddBooking(file, 3, "@+3T09:00", Scenario.Anna);
        });

        var timeslot = await portal.ReadAsync(context => context.Timeslots.SingleAsync());
        Assert.Equal((5, 2), (timeslot.TotalSeats!.Value, timeslot.SeatsTaken));
        var pieces = await portal.ReadAsync(context => context.Occupancies.Where(o => o.Session == timeslot.Session).ToListAsync());
        Assert.Equal(2, pieces.Select(piece => piece.CaseWorkerId).Distinct().Count());
        Assert.All(pieces, piece => Assert.Equal((timeslot.Start, timeslot.Start.AddMinutes(45)), (piece.Start, piece.End)));
        Assert.Equal(3, await portal.ReadAsync(context => context.Occupancies.CountAsync()));
    }

    [Theory]
    [InlineData("@+5T09:30", "$.indkaldelser[0].starttidspunkt", "The caseworker's time is taken already.")]
    [InlineData("@+3T09:30", "$.moedetider[1].sagsbehandlere[0]", "The caseworker's time is taken by $.moedetider[0].sagsbehandlere[0].")]
    public async Task Import_GroupTimeThatCollides_IsAFault(string start, string path, string message)
    {
        await using var portal = await TestPortal.StartAsync();

        var outcome = await portal.ImportAsync(file =>
        {
            file.Row("moedetider")["maksimaltMoededeltagerantal"] = 5;
            if (start.StartsWith("@+5", StringComparison.Ordinal))
            {
                file.Row("moedetider")["starttidspunkt"] = start;
            }
            else
            {
                file.Copy("moedetider", row => row["starttidspunkt"] = start);
            }
        });

        var fault = Assert.Single(outcome.Faults);
        Assert.Equal((path, message), (fault.Path, fault.Message));
    }

    [Fact]
    public async Task Import_MoreBookingsThanSeats_AreAFault()
    {
        await using var portal = await TestPortal.StartAsync();

        var outcome = await portal.ImportAsync(file =>
        {
            file.Row("moedetider")["maksimaltMoededeltagerantal"] = 1;
            AddBooking(file, 2, "@+3T09:00");
            AddBooking(file, 3, "@+3T09:00", Scenario.Anna);
        });

        var fault = Assert.Single(outcome.Faults);
        Assert.Equal(("$.indkaldelser[2].starttidspunkt", "No seat is left at that time."), (fault.Path, fault.Message));
    }

    [Fact]
    public async Task Import_GroupBookingWithACaseWorkerWhoDoesNotHoldIt_IsAFault()
    {
        await using var portal = await TestPortal.StartAsync();

        var outcome = await portal.ImportAsync(file =>
        {
            file.Copy("sagsbehandlere", row => row["eksterntId"] = "RID-1002");
            file.Row("moedetider")["maksimaltMoededeltagerantal"] = 5;
            AddBooking(file, 2, "@+3T09:00")["sagsbehandler"] = "RID-1002";
        });

        Assert.Equal("$.indkaldelser[1].sagsbehandler", Assert.Single(outcome.Faults).Path);
    }

    [Fact]
    public async Task Import_GroupMeetingWithoutATime_IsOneSessionThatALaterTimeJoins()
    {
        await using var portal = await TestPortal.StartAsync();
        void SummonTwo(JsonNode file)
        {
            file.Row("moedetilbud")["moedeGruppeType"] = 2;
            AddBooking(file, 2, "@+5T10:00");
        }

        await portal.LoadAsync(SummonTwo);
        Assert.Single(await portal.ReadAsync(context => context.Occupancies.ToListAsync()));

        await portal.LoadAsync(file =>
        {
            SummonTwo(file);
            (file.Row("moedetider")["starttidspunkt"], file.Row("moedetider")["maksimaltMoededeltagerantal"]) = ("@+5T10:00", 2);
        });

        var timeslot = await portal.ReadAsync(context => context.Timeslots.SingleAsync(t => t.TotalSeats != null));
        Assert.Equal(2, timeslot.SeatsTaken);
        Assert.Equal(timeslot.Session, (await portal.ReadAsync(context => context.Occupancies.SingleAsync())).Session);
    }

    [Fact]
    public async Task Import_GroupTimeAgainWithOthersAndAnotherLength_TakesWhatItNowNeeds()
    {
        await using var portal = await TestPortal.StartAsync();
        static void Group(JsonNode file) => file.Row("moedetider")["maksimaltMoededeltagerantal"] = 5;
        await portal.LoadAsync(Group);

        await portal.LoadAsync(file =>
        {
            Group(file);
            file.Copy("sagsbehandlere", row => row["eksterntId"] = "RID-1002");
            file.Row("moedetider")["sagsbehandlere"] = new JsonArray("RID-1002");
            file.Row("moedetilbud")["moedeVarighed"] = 90;
        });

        var timeslot = await portal.ReadAsync(context => context.Timeslots.SingleAsync());
        var worker = await portal.ReadAsync(context => context.CaseWorkers.SingleAsync(w => w.Identifier == "RID-1002"));
        var piece = await portal.ReadAsync(context => context.Occupancies.SingleAsync(o => o.Session == timeslot.Session));
        Assert.Equal((worker.Id, timeslot.Start, timeslot.Start.AddMinutes(90)), (piece.CaseWorkerId, piece.Start, piece.End));
        Assert.Equal(worker.Id, (await portal.ReadAsync(context => context.TimeslotCaseWorkers.SingleAsync())).CaseWorkerId);
    }

    [Theory]
    [InlineData(5, null, "The time is there already as a group time, and must keep its seats.")]
    [InlineData(null, 5, "The time is there already as an individual one, and cannot get seats.")]
    [InlineData(5, 0, "More seats than this are taken already.")]
    public async Task Import_SeatsThatCannotChangeSo_AreAFault(int? before, int? after, string message)
    {
        await using var portal = await TestPortal.StartAsync();
        void With(JsonNode file, int? seats)
        {
            file.Row("moedetider")["maksimaltMoededeltagerantal"] = seats;
            if (before is not null)
            {
                AddBooking(file, 2, "@+3T09:00");
            }
        }

        await portal.LoadAsync(file => With(file, before));

        var fault = Assert.Single((await portal.ImportAsync(file => With(file, after))).Faults);
        Assert.Equal(("$.moedetider[0].maksimaltMoededeltagerantal", message), (fault.Path, fault.Message));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    public async Task Import_OfferWithoutALength_TakesAMinute(int minutes)
    {
        await using var portal = await TestPortal.StartAsync();

        await portal.LoadAsync(file => file.Row("moedetilbud")["moedeVarighed"] = minutes);

        var piece = await portal.ReadAsync(context => context.Occupancies.SingleAsync());
        Assert.Equal(TimeSpan.FromMinutes(1), piece.End - piece.Start);
    }

    private static JsonNode AddBooking(JsonNode file, int number, string start, string citizen = Bo)
    {
        if (citizen == Bo && file["borgere"]!.AsArray().Count == 1)
        {
            file.Copy("borgere", row => row["personnummer"] = Bo);
        }

        return file.Copy("indkaldelser", row =>
        {
            row["indkaldelseId"] = Scenario.BookingIdOf(number);
            row["personnummer"] = citizen;
            row["starttidspunkt"] = start;
        });
    }
}
