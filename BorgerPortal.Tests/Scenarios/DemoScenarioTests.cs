using System.Globalization;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Time;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>The scenario that a demonstration starts with.</summary>
public abstract class DemoScenarioTests
{
    public sealed class OnSqlite : DemoScenarioTests;

    public sealed class OnPostgreSql : DemoScenarioTests;

    private static readonly string Json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "scenario.json"));

    public static TheoryData<string> Days =>
        ["2026-11-23", "2027-03-01", "2027-03-27", "2027-03-28", "2027-10-30", "2027-10-31", "2027-12-31", "2028-02-29"];

    public static TheoryData<Guid> Options =>
    [
        .. Enumerable.Range(1, 6).Select(number => OptionId(1, number)),
        .. Enumerable.Range(1, 3).Select(number => OptionId(2, number)),
    ];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Demo_AnyDay_LoadsAndItsTimesLieInOfficeHours(string day)
    {
        var today = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await using var portal = await TestPortal.StartAsync(DanishTime.StartOfDay(today).AddHours(10));

        Assert.Empty((await portal.ImportAsync(Json)).Faults);

        var timeslots = await portal.ReadAsync(context => context.Timeslots
            .Join(context.Options, timeslot => timeslot.OptionId, option => option.Id, (timeslot, option) => new { timeslot.Start, option.DurationMinutes })
            .ToListAsync());
        Assert.True(timeslots.Count >= 200);
        Assert.All(timeslots, timeslot =>
        {
            Assert.InRange(timeslot.Start.ToDanish().TimeOfDay, TimeSpan.FromHours(8), TimeSpan.FromHours(16));
            Assert.InRange(timeslot.Start.AddMinutes(timeslot.DurationMinutes).ToDanish().TimeOfDay, TimeSpan.FromHours(8), TimeSpan.FromHours(16));
            Assert.InRange(timeslot.Start.DanishDate().DayNumber - today.DayNumber, 1, 35);
        });
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Demo_EveryTimeOfAnOffer_CanBeBooked(Guid optionId)
    {
        // The clocks change within the five weeks.
        await using var portal = await TestPortal.StartAsync(World.Danish(2027, 3, 8, 10));
        await portal.ImportAsync(Json);
        var option = await portal.ReadAsync(context => context.Options.SingleAsync(o => o.Id == optionId));
        var timeslots = await portal.ReadAsync(context => context.Timeslots.Where(t => t.OptionId == optionId).ToListAsync());
        Assert.NotEmpty(timeslots);

        foreach (var timeslot in timeslots)
        {
            var citizen = await portal.World.AddCitizenAsync(c =>
            {
                c.JobCentreCode = option.JobCentreCode;
                c.ContactGroup = option.ContactGroups.DefaultIfEmpty(1).First();
            });
            var result = await portal.Get<CreateBooking>().ExecuteAsync(
                new CreateBookingRequest(CitizenReference.ById(citizen.Id), optionId, timeslot.Start, timeslot.ContactTypes[0]),
                Caller.Citizen,
                TestContext.Current.CancellationToken);
            Assert.Empty(result.Errors);
        }
    }

    [Theory]
    [InlineData("0101505321", true, false, 1)] // Anna: a deadline soon.
    [InlineData("1402516128", true, true, 1)] // Bo: overdue, must book at once.
    [InlineData("2303525436", true, false, 0)] // Camilla: summoned, which meets her deadline.
    [InlineData("0904537712", false, false, 0)] // David: deprived of the right to book.
    [InlineData("1505547003", false, false, 1)] // Emma: no customer number.
    [InlineData("2606556218", true, false, 0)] // Farid: nothing to do.
    [InlineData("3007566840", true, false, 2)] // Grete: several deadlines, one of them met.
    [InlineData("1108575519", true, false, 1)] // Henrik, in Odense.
    [InlineData("0512515834", true, false, 0)] // Ida: has booked.
    [InlineData("1911527345", true, false, 1)] // Jamal: of a contact group with an offer of its own.
    public async Task Demo_Citizen_IsInTheirSituation(string personnummer, bool canBook, bool mustBookAtOnce, int openDeadlines)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync(Json);

        var status = await portal.Get<GetCitizenStatus>().ExecuteAsync(
            new GetCitizenStatusRequest(CitizenReference.ByPersonnummer(personnummer)), TestContext.Current.CancellationToken);

        Assert.Equal(
            (canBook, mustBookAtOnce, openDeadlines),
            (status.Value.SelfBookingPossible, status.Value.ImmediateBookingRequired, status.Value.Deadlines.Count));
    }

    [Fact]
    public async Task Demo_BornInYearsThatNobodyIs()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync(Json);
        var vault = portal.Get<Domain.Security.PersonnummerVault>();

        var citizens = await portal.ReadAsync(context => context.Citizens.ToListAsync());

        Assert.All(citizens, citizen => Assert.InRange(vault.Decipher(citizen.PersonnummerCipher).BirthDate.Year, 2050, 2057));
    }

    private static Guid OptionId(int jobCentre, int number) => Guid.ParseExact($"5b1f6f0a-{jobCentre:D4}-4000-8000-{number:D12}", "D");
}
