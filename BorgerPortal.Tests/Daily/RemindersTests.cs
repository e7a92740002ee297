using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Daily;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Daily;

/// <summary>Who is reminded, of what and how often. The meeting is on Monday 8 March 2027 at 10.</summary>
public abstract class RemindersTests
{
    public sealed class OnSqlite : RemindersTests;

    public sealed class OnPostgreSql : RemindersTests;

    private static readonly DateTimeOffset DayBefore = World.Danish(2027, 3, 7, 8);

    [Theory]
    [InlineData(6, 8, 0)]
    [InlineData(7, 7, 0)]
    [InlineData(7, 8, 1)]
    [InlineData(8, 7, 1)] // no portal ran on the 7th
    [InlineData(8, 9, 1)]
    [InlineData(8, 11, 0)]
    public async Task RunAsync_AtAnHour_RemindsOnTheDayBeforeAndLaterWhileTheMeetingIsToCome(int day, int hour, int reminders)
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();

        scene.Portal.Clock.SetUtcNow(World.Danish(2027, 3, day, hour));
        await RunAsync(scene);

        var reminded = await RemindedAsync(scene);
        Assert.Equal(Enumerable.Repeat((booking.Id, booking.Details.Start), reminders), reminded);
    }

    [Fact]
    public async Task RunAsync_DayAfterDay_RemindsOnce()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertBookedAsync();

        for (var hours = -48; hours <= 48; hours++)
        {
            scene.Portal.Clock.SetUtcNow(DayBefore.AddHours(hours));
            await RunAsync(scene);
        }

        Assert.Single(await RemindedAsync(scene));
    }

    [Fact]
    public async Task RunAsync_RemindedAlreadyAndTheDayIsDoneAgain_RemindsOnce()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertBookedAsync();
        scene.Portal.Clock.SetUtcNow(DayBefore);
        await RunAsync(scene);

        await scene.Portal.SaveAsync(context => context.DailyRuns.RemoveRange(context.DailyRuns));
        scene.Portal.Clock.Advance(TimeSpan.FromHours(23));
        await RunAsync(scene);

        Assert.Single(await RemindedAsync(scene));
    }

    [Fact]
    public async Task RunAsync_CancelledBooking_IsNotRemindedOf()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        Assert.Empty((await scene.CancelAsync(booking.Id)).Errors);

        scene.Portal.Clock.SetUtcNow(DayBefore);
        await RunAsync(scene);

        Assert.Empty(await RemindedAsync(scene));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task CancelBooking_ReminderIsQueued_IsTakenBackUnlessItIsSent(bool isSent, int left)
    {
        await using var scene = await BookingScene.SetAsync(option => option.CancellationDeadlineHours = 1);
        var booking = await scene.AssertBookedAsync();
        scene.Portal.Clock.SetUtcNow(DayBefore);
        await RunAsync(scene);
        if (isSent)
        {
            await scene.Portal.SaveAsync(context => context.OutboxNotices.Single(notice => notice.Kind == NoticeKind.Reminder).SentAt = DayBefore);
        }

        Assert.Empty((await scene.CancelAsync(booking.Id)).Errors);

        Assert.Equal(left, (await RemindedAsync(scene)).Count);
    }

    [Fact]
    public async Task RunAsync_MeetingMovedAfterItsReminder_IsRemindedOfAtItsNewTimeToo()
    {
        await using var scene = await MoveScene.SetAsync(option => option.RebookingDeadlineHours = 1);
        scene.Portal.Clock.SetUtcNow(DayBefore);
        await RunAsync(scene.Scene);
        Assert.Equal([(scene.Booking.Id, scene.Booking.Details.Start)], await RemindedAsync(scene.Scene));

        Assert.Empty((await scene.MoveAsync()).Errors);
        Assert.Empty(await RemindedAsync(scene.Scene));
        scene.Portal.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(scene.Scene);

        Assert.Equal([(scene.Booking.Id, scene.Later)], await RemindedAsync(scene.Scene));
    }

    [Fact]
    public async Task RunAsync_BookingWhoseOutcomeIsNotKnown_IsNotRemindedOf()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        await scene.ChangeAsync(booking, own => own.State = BookingState.Pending);

        scene.Portal.Clock.SetUtcNow(DayBefore);
        await RunAsync(scene);

        Assert.Empty(await RemindedAsync(scene));
    }

    [Fact]
    public async Task RunAsync_ManyMeetingsOfSeveralJobCentres_RemindsOfEach()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertBookedAsync();
        var one = await scene.Portal.ReadAsync(context => context.Bookings.AsNoTracking().SingleAsync());
        var citizens = await scene.Portal.World.AddCitizensAsync(450);
        await scene.Portal.SaveAsync(context => context.Bookings.AddRange(citizens.Select((citizen, number) => Copy(
            one, new Guid(number, 1, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1), citizen.Id, number % 2 == 0 ? TestPortal.Aarhus : TestPortal.Odense))));

        scene.Portal.Clock.SetUtcNow(DayBefore);
        var outcome = await RunAsync(scene);

        Assert.Equal(451, outcome!.RemindersQueued);
        Assert.Equal(451, (await RemindedAsync(scene)).Distinct().Count());
    }

    private static Booking Copy(Booking one, Guid id, long citizen, string jobCentre) => new()
    {
        Id = id,
        CitizenId = citizen,
        JobCentreCode = jobCentre,
        OptionId = one.OptionId,
        CaseWorkerChoice = one.CaseWorkerChoice,
        State = one.State,
        CreatedAt = one.CreatedAt,
        SelfBooked = one.SelfBooked,
        Accepted = one.Accepted,
        CitizenShouldAccept = one.CitizenShouldAccept,
        ImmediateBooking = one.ImmediateBooking,
        Details = one.Details,
    };

    private static Task<DailyOutcome?> RunAsync(BookingScene scene) =>
        scene.Portal.Get<DailyJob>().RunAsync(TestContext.Current.CancellationToken);

    private static async Task<List<(Guid Booking, DateTimeOffset Start)>> RemindedAsync(BookingScene scene)
    {
        var notices = await scene.Portal.ReadAsync(context => context.OutboxNotices.Where(notice => notice.Kind == NoticeKind.Reminder).ToListAsync());
        return [.. notices.Select(notice => (notice.BookingId, notice.StartsAt!.Value)).Order()];
    }
}
