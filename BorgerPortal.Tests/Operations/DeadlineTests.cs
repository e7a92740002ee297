using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>What becomes of a citizen's deadlines, seen through the operations.</summary>
public sealed class DeadlineTests
{
    private static readonly DateOnly Today = new(2027, 3, 1);

    [Fact]
    public async Task CreateBooking_SeveralDeadlinesOfTheType_MeetsThemAll()
    {
        await using var scene = await SetAsync(NewDeadline(bookBy: 3, holdBy: 7), NewDeadline(bookBy: 5, holdBy: 30));

        var booking = await scene.AssertBookedAsync();

        Assert.Equal([booking.Id, booking.Id], await MetByAsync(scene));
        Assert.Empty((await StatusAsync(scene)).Deadlines);
    }

    [Fact]
    public async Task CreateBooking_FitsOneDeadlineAndIsTooLateForAnother_MeetsNone()
    {
        await using var scene = await SetAsync(NewDeadline(bookBy: 3, holdBy: 6), NewDeadline(bookBy: 5, holdBy: 30));

        await scene.AssertRefusedAsync([8288]);

        Assert.Equal(2, (await StatusAsync(scene)).Deadlines.Count);
    }

    [Fact]
    public async Task CreateBooking_OneDeadlineIsMetAndAStricterOneIsIssuedLater_IsTooLateForThatOne()
    {
        await using var scene = await SetAsync(NewDeadline(bookBy: 5, holdBy: 30));
        var booking = await scene.AssertBookedAsync();
        await IssueAsync(scene, NewDeadline(bookBy: 3, holdBy: 6, position: 1));
        var later = scene.Start.AddDays(1);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, later, [scene.Worker]);

        await scene.AssertRefusedAsync([8288], scene.Request with { StartTime = later });

        Assert.Equal([booking.Id, null], await MetByAsync(scene));
        Assert.Equal(Today.AddDays(6), (await StatusAsync(scene)).Deadlines.Single().HoldBy);
    }

    [Fact]
    public async Task GetCitizenStatus_BookingThatMetTheDeadlineIsCancelled_ListsItAgain()
    {
        await using var scene = await SetAsync(NewDeadline(bookBy: 5, holdBy: 30));
        var booking = await scene.AssertBookedAsync();
        Assert.Empty((await StatusAsync(scene)).Deadlines);

        await scene.Portal.SaveAsync(context => context.Bookings.Single(row => row.Id == booking.Id).State = BookingState.Cancelled);

        Assert.Single((await StatusAsync(scene)).Deadlines);
        scene.Portal.Clock.Advance(TimeSpan.FromDays(6));
        Assert.True((await StatusAsync(scene)).ImmediateBookingRequired);
    }

    [Fact]
    public async Task GetCitizenStatus_MeetingHasBeenHeld_ListsItsDeadlineNoMore()
    {
        await using var scene = await SetAsync(NewDeadline(bookBy: 5, holdBy: 30));
        await scene.AssertBookedAsync();

        scene.Portal.Clock.Advance(TimeSpan.FromDays(8));

        var status = await StatusAsync(scene);
        Assert.Equal((0, false), (status.Deadlines.Count, status.ImmediateBookingRequired));
    }

    [Fact]
    public async Task CreateBooking_ExemptFromTheDuty_NeitherMeetsNorMissesADeadline()
    {
        await using var scene = await SetAsync(NewDeadline(bookBy: -5, holdBy: 6));
        await scene.Portal.SaveAsync(context => context.Citizens.Single(citizen => citizen.Id == scene.Citizen.Id)
            .Absences.Add(new Absence { Type = Absence.ExemptFromSelfBooking, From = Today, To = Today }));
        Assert.Empty((await StatusAsync(scene)).Deadlines);

        var booking = await scene.AssertBookedAsync();

        Assert.False(booking.ImmediateBooking);
        Assert.Equal([null], await MetByAsync(scene));
        scene.Portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await StatusAsync(scene)).ImmediateBookingRequired);
    }

    [Fact]
    public async Task CreateBooking_OverdueDeadlineAndAnOpenOne_MeetsTheOverdueOneThoughItIsLateAndIsTooLateForTheOther()
    {
        await using var scene = await SetAsync(NewDeadline(bookBy: -1, holdBy: 2), NewDeadline(bookBy: 3, holdBy: 6));
        await scene.AssertRefusedAsync([8288]);

        await scene.Portal.SaveAsync(context => context.Deadlines.Single(deadline => deadline.Position == 1).HoldBy = Today.AddDays(7));

        var booking = await scene.AssertBookedAsync();
        Assert.True(booking.ImmediateBooking);
        Assert.Equal([booking.Id, booking.Id], await MetByAsync(scene));
    }

    private static Task<BookingScene> SetAsync(params Deadline[] deadlines) => BookingScene.SetAsync(citizen: citizen =>
    {
        foreach (var (position, deadline) in deadlines.Index())
        {
            deadline.Position = position;
            citizen.Deadlines.Add(deadline);
        }
    });

    private static async Task IssueAsync(BookingScene scene, Deadline deadline) =>
        await scene.Portal.SaveAsync(context => context.Citizens.Single(citizen => citizen.Id == scene.Citizen.Id).Deadlines.Add(deadline));

    private static Task<List<Guid?>> MetByAsync(BookingScene scene) =>
        scene.Portal.ReadAsync(context => context.Deadlines.OrderBy(deadline => deadline.Position).Select(deadline => deadline.MetBy).ToListAsync());

    private static async Task<CitizenStatus> StatusAsync(BookingScene scene) => (await scene.Portal.Get<GetCitizenStatus>().ExecuteAsync(
        new GetCitizenStatusRequest(CitizenReference.ById(scene.Citizen.Id)), TestContext.Current.CancellationToken)).Value;

    private static Deadline NewDeadline(int bookBy, int holdBy, int position = 0) =>
        new() { InterviewType = 12, BookBy = Today.AddDays(bookBy), HoldBy = Today.AddDays(holdBy), Position = position };
}
