using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Operations;

public abstract class CreateBookingTests
{
    public sealed class OnSqlite : CreateBookingTests;

    public sealed class OnPostgreSql : CreateBookingTests;

    private static readonly DateOnly Today = new(2027, 3, 1);

    [Fact]
    public async Task CreateBooking_FreeTime_BooksItWithAllThatBelongsToIt()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(type: 12, bookBy: 20)));
        var booking = await scene.AssertBookedAsync();

        Assert.Equal((BookingState.Active, true, true, false), (booking.State, booking.SelfBooked, booking.Accepted, booking.ImmediateBooking));
        Assert.Equal((scene.Option.Id, TestPortal.Aarhus, scene.Worker.Id), (booking.OptionId, booking.JobCentreCode, booking.CaseWorkerId));
        Assert.Equal((scene.Start, scene.Start.AddMinutes(45)), (booking.Details.Start, booking.Details.End));
        Assert.Equal((10101, 1, false), (booking.Details.OriginatorCode, booking.Details.OriginatorType, booking.Details.ReferenceInterview));
        Assert.Equal((true, scene.Start.AddHours(-24)), (booking.Details.RebookingPossible, booking.Details.RebookingDeadline));
        Assert.Equal((true, scene.Start.AddHours(-24)), (booking.Details.CancellationPossible, booking.Details.CancellationDeadline));
        Assert.Equal("RID-1", booking.Details.Supervisor.Identifier);
        Assert.Equal("Værkmestergade", booking.Details.Location!.Address!.StreetName);

        await scene.Portal.ReadAsync(async context =>
        {
            var occupancy = await context.Occupancies.SingleAsync();
            Assert.Equal((scene.Worker.Id, booking.Id), (occupancy.CaseWorkerId, occupancy.Session));
            Assert.Equal((scene.Start, scene.Start.AddMinutes(45)), (occupancy.Start, occupancy.End));
            Assert.Equal(booking.Id, (await context.Deadlines.SingleAsync()).MetBy);
            Assert.Equal(booking.Id, (await context.OutboxNotices.SingleAsync()).BookingId);
            var entry = await context.AuditEntries.SingleAsync();
            Assert.Equal((booking.Id, scene.Citizen.Id, "CreateBooking"), (entry.BookingId!.Value, entry.CitizenId!.Value, entry.Operation));
            Assert.Empty(entry.Codes);
            return true;
        });
    }

    [Fact]
    public async Task CreateBooking_ComputedDeadlineHasPassed_IsBookedWithoutTheRight()
    {
        await using var scene = await BookingScene.SetAsync(
            option => option.CancellationDeadlineHours = 2, start: World.Danish(2027, 3, 1, 13));
        var booking = await scene.AssertBookedAsync();
        Assert.Equal((false, null), (booking.Details.RebookingPossible, booking.Details.RebookingDeadline));
        Assert.Equal((true, World.Danish(2027, 3, 1, 11)), (booking.Details.CancellationPossible, booking.Details.CancellationDeadline));
    }

    [Fact]
    public async Task CreateBooking_AbsoluteDeadline_ComesBeforeHours()
    {
        var absolute = World.Danish(2027, 3, 4, 12);
        await using var scene = await BookingScene.SetAsync(option => option.RebookingDeadline = absolute);
        Assert.Equal(absolute, (await scene.AssertBookedAsync()).Details.RebookingDeadline);
    }

    [Theory]
    [InlineData(2027, 3, 26, 2027, 3, 28)]
    [InlineData(2027, 10, 29, 2027, 10, 31)]
    public async Task CreateBooking_ClocksChangeBeforeTheMeeting_DeadlineCountsHoursFromTheInstant(
        int year, int month, int day, int startYear, int startMonth, int startDay)
    {
        await using var scene = await BookingScene.SetAsync(
            now: World.Danish(year, month, day, 8), start: World.Danish(startYear, startMonth, startDay, 12));
        var booking = await scene.AssertBookedAsync();
        Assert.Equal(TimeSpan.FromHours(24), booking.Details.Start - booking.Details.RebookingDeadline);
    }

    [Fact]
    public async Task CreateBooking_BothHalfPastTwosOfOctober_AreTwoTimes()
    {
        var first = new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero);
        await using var scene = await BookingScene.SetAsync(now: World.Danish(2027, 10, 20, 8), start: first);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, first.AddHours(1), [scene.Worker]);
        Assert.Equal(first, (await scene.AssertBookedAsync()).Details.Start);
        Assert.Equal(first.AddHours(1), (await scene.AssertBookedAsync(scene.Request with { StartTime = first.AddHours(1) })).Details.Start);
    }

    [Theory]
    [InlineData(2027, 12, 31, 23, 59, 2028, 1, 1, 0, 30)]
    [InlineData(2028, 2, 28, 23, 59, 2028, 2, 29, 8, 0)]
    [InlineData(2027, 3, 1, 23, 58, 2027, 3, 1, 23, 59)]
    public async Task CreateBooking_AtTheEdgeOfADay_IsBooked(
        int year, int month, int day, int hour, int minute, int startYear, int startMonth, int startDay, int startHour, int startMinute)
    {
        await using var scene = await BookingScene.SetAsync(
            now: World.Danish(year, month, day, hour, minute),
            start: World.Danish(startYear, startMonth, startDay, startHour, startMinute));
        await scene.AssertBookedAsync();
    }

    [Fact]
    public async Task CreateBooking_WishForACaseworker_IsKept()
    {
        await using var scene = await BookingScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        var wished = scene.Request with { SupervisorIdentifier = "RID-1" };
        Assert.Equal("RID-1", (await scene.AssertBookedAsync(wished)).Details.Supervisor.Identifier);
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.AssertRefusedAsync([4819], wished with { Citizen = CitizenReference.ById(other.Id) });
    }

    [Fact]
    public async Task CreateBooking_NoWish_TakesTheCaseworkerWithTheFewestMeetingsThatDay()
    {
        await using var scene = await BookingScene.SetAsync();
        var world = scene.Portal.World;
        var idle = await world.AddCaseWorkerAsync("RID-2");
        var start = scene.Start.AddDays(1);
        await world.AddTimeslotAsync(scene.Option, start.AddHours(-2), [scene.Worker]);
        await world.AddTimeslotAsync(scene.Option, start, [scene.Worker, idle]);
        await scene.AssertBookedAsync(scene.Request with { StartTime = start.AddHours(-2) });
        var other = await world.AddCitizenAsync();
        var booking = await scene.AssertBookedAsync(scene.Request with { Citizen = CitizenReference.ById(other.Id), StartTime = start });
        Assert.Equal("RID-2", booking.Details.Supervisor.Identifier);
    }

    [Fact]
    public async Task CreateBooking_AnotherOffersMeetingOverlaps_TheTimeIsTaken()
    {
        await using var scene = await BookingScene.SetAsync();
        var world = scene.Portal.World;
        var overlapping = await world.AddOptionAsync([scene.Worker]);
        await world.AddTimeslotAsync(overlapping, scene.Start.AddMinutes(44), [scene.Worker]);
        var adjacent = await world.AddOptionAsync([scene.Worker]);
        await world.AddTimeslotAsync(adjacent, scene.Start.AddMinutes(45), [scene.Worker]);
        await scene.AssertBookedAsync();
        var other = await world.AddCitizenAsync();
        var request = scene.Request with { Citizen = CitizenReference.ById(other.Id) };
        await scene.AssertRefusedAsync([4819], request with { OptionId = overlapping.Id, StartTime = scene.Start.AddMinutes(44) });
        await scene.AssertBookedAsync(request with { OptionId = adjacent.Id, StartTime = scene.Start.AddMinutes(45) });
    }

    [Fact]
    public async Task CreateBooking_GroupTime_SellsItsSeatsAndNoMore()
    {
        await using var scene = await BookingScene.SetAsync();
        var world = scene.Portal.World;
        var group = await world.AddOptionAsync([scene.Worker], option => option.InterviewFormType = InterviewFormType.Group);
        var start = scene.Start.AddDays(1);
        await world.AddTimeslotAsync(group, start, [scene.Worker], seats: 2);
        var request = scene.Request with { OptionId = group.Id, StartTime = start };
        await scene.AssertBookedAsync(request);
        await scene.AssertRefusedAsync([4819], request);
        await scene.AssertBookedAsync(request with { Citizen = CitizenReference.ById((await world.AddCitizenAsync()).Id) });
        await scene.AssertRefusedAsync([4819], request with { Citizen = CitizenReference.ById((await world.AddCitizenAsync()).Id) });
        Assert.Equal(2, (await scene.CountAsync()).SeatsTaken);
    }

    [Fact]
    public async Task CreateBooking_OverdueDeadlineOfTheType_IsImmediateAndCannotBeChanged()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(type: 12, bookBy: -1, holdBy: 2)));
        var booking = await scene.AssertBookedAsync();
        Assert.True(booking.ImmediateBooking);
        Assert.Equal((false, null), (booking.Details.RebookingPossible, booking.Details.RebookingDeadline));
        Assert.Equal((false, null), (booking.Details.CancellationPossible, booking.Details.CancellationDeadline));
        Assert.Equal(1, (await scene.CountAsync()).DeadlinesMet);
    }

    [Fact]
    public async Task CreateBooking_OverdueDeadlineOfAnotherType_IsAnOrdinaryBooking()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(type: 9, bookBy: -1, holdBy: 2)));
        var booking = await scene.AssertBookedAsync();
        Assert.False(booking.ImmediateBooking);
        Assert.Equal(0, (await scene.CountAsync()).DeadlinesMet);
    }

    [Fact]
    public async Task CreateBooking_DeadlineThatEndsToday_IsNotOverdue()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(type: 12, bookBy: 0)));
        Assert.False((await scene.AssertBookedAsync()).ImmediateBooking);
    }

    [Fact]
    public async Task CreateBooking_SameRequestIdAgain_GivesTheSameAnswerAndBooksOnce()
    {
        await using var scene = await BookingScene.SetAsync();
        var caller = CallerWith("anmodning-1", payload: 1);
        var first = await scene.BookAsync(caller: caller);
        scene.Portal.Clock.Advance(TimeSpan.FromDays(6));
        var second = await scene.BookAsync(caller: caller);
        Assert.Equal(first.Value, second.Value);
        Assert.Equal((1, 1), ((await scene.CountAsync()).Bookings, (await scene.CountAsync()).Audited));
    }

    [Fact]
    public async Task CreateBooking_SameRequestIdAtOnce_BooksOnce()
    {
        await using var scene = await BookingScene.SetAsync();
        var caller = CallerWith("anmodning-1", payload: 1);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => scene.BookAsync(caller: caller))));
        Assert.Single(results.Select(result => result.Value.BookingId).Distinct());
        Assert.Equal(1, (await scene.CountAsync()).Bookings);
    }

    [Fact]
    public async Task CreateBooking_RefusalWithARequestId_IsGivenAgainEvenWhenTheCauseIsGone()
    {
        await using var scene = await BookingScene.SetAsync();
        var request = scene.Request with { ContactType = ContactType.Video };
        var caller = CallerWith("anmodning-1", payload: 1);
        Assert.Equal(4708, (await scene.BookAsync(request, caller)).Leading!.Code.Number);
        Assert.Equal(4708, (await scene.BookAsync(scene.Request, caller)).Leading!.Code.Number);
        Assert.Equal(0, (await scene.CountAsync()).Bookings);
    }

    [Fact]
    public async Task CreateBooking_AnswerThatIsNotFinal_IsNotKept()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.JobCentreCode = TestPortal.Unconfigured);
        await scene.BookAsync(caller: CallerWith("anmodning-1", payload: 1));
        Assert.Equal(0, await scene.Portal.ReadAsync(context => context.StoredAnswers.CountAsync()));
    }

    [Fact]
    public async Task CreateBooking_RequestIdWithAnotherPayload_IsAFaultOfTheCaller()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.BookAsync(caller: CallerWith("anmodning-1", payload: 1));
        await Assert.ThrowsAsync<RequestIdReusedException>(() => scene.BookAsync(caller: CallerWith("anmodning-1", payload: 2)));
    }

    [Fact]
    public async Task CreateBooking_RequestIdAfterSevenDays_IsNew()
    {
        await using var scene = await BookingScene.SetAsync(start: World.Danish(2027, 4, 1, 9));
        await scene.BookAsync(caller: CallerWith("anmodning-1", payload: 1));
        scene.Portal.Clock.Advance(StoredAnswer.Lifetime + TimeSpan.FromSeconds(1));
        var again = await scene.BookAsync(caller: CallerWith("anmodning-1", payload: 2));
        Assert.Equal(4819, again.Leading!.Code.Number);
        Assert.Equal(1, await scene.Portal.ReadAsync(context => context.StoredAnswers.CountAsync()));
    }

    private static Caller CallerWith(string requestId, byte payload) =>
        new(ActorKind.Client, "Jobnet", new RequestKey("Jobnet", "CreateBooking", requestId, [payload]));

    private static Deadline NewDeadline(int type, int bookBy, int holdBy = 30) =>
        new() { InterviewType = type, BookBy = Today.AddDays(bookBy), HoldBy = Today.AddDays(holdBy) };
}
