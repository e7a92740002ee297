using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Time;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Time;

/// <summary>Moving and cancelling where clocks and calendars have their edges; Danish time unless an offset says otherwise.</summary>
public abstract class ChangesAtTheClocksEdgesTests
{
    public sealed class OnSqlite : ChangesAtTheClocksEdgesTests;

    public sealed class OnPostgreSql : ChangesAtTheClocksEdgesTests;

    private const string FirstHalfPastTwo = "2027-10-31T02:30+02:00";
    private const string SecondHalfPastTwo = "2027-10-31T02:30+01:00";

    [Theory]
    [InlineData("2027-03-27T12:00", "2027-03-28T12:00", "2027-03-27T11:00:00+01:00")]
    [InlineData("2027-10-30T12:00", "2027-10-31T12:00", "2027-10-30T13:00:00+02:00")]
    [InlineData(FirstHalfPastTwo, SecondHalfPastTwo, "2027-10-30T03:30:00+02:00")]
    [InlineData("2027-12-31T23:59", "2028-01-01T00:30", "2027-12-31T00:30:00+01:00")]
    [InlineData("2028-02-29T23:59", "2028-03-01T09:00", "2028-02-29T09:00:00+01:00")]
    public async Task RescheduleBooking_DeadlineInHours_CountsBackFromTheNewInstant(string start, string later, string deadline)
    {
        await using var scene = await SetAsync("2027-03-01T08:00", start, later);

        Assert.Empty((await scene.MoveAsync()).Errors);

        var details = (await scene.ReadAsync()).Details;
        Assert.Equal((At(later), deadline), (details.Start, details.RebookingDeadline!.Value.ToWire()));
    }

    [Theory]
    [InlineData("2027-10-31T02:45+02:00", FirstHalfPastTwo, 4767)]
    [InlineData("2027-10-31T02:15+01:00", SecondHalfPastTwo, null)]
    [InlineData("2027-03-01T23:59", "2027-03-01T23:58", 4767)]
    [InlineData("2027-03-02T00:00", "2027-03-01T23:59", 4783)]
    [InlineData("2027-07-02T00:05", "2027-07-01T23:59", 4783)]
    [InlineData("2028-01-01T00:00", "2027-12-31T23:59", 4783)]
    [InlineData("2028-03-01T00:00", "2028-02-29T23:59", 4783)]
    public async Task RescheduleBooking_JustBeforeAndJustAfter_TodayIsTheDanishDay(string now, string later, int? code)
    {
        await using var scene = await SetAsync(now, "2028-03-20T09:00", later);
        var result = await scene.MoveAsync();
        Assert.Equal(code is null ? [] : [code.Value], result.Errors.Select(error => error.Code.Number));
    }

    [Theory]
    [InlineData("2027-07-01T23:59", "2027-07-01", true)]
    [InlineData("2027-07-02T00:00", "2027-07-01", false)]
    [InlineData(SecondHalfPastTwo, "2027-10-31", true)]
    [InlineData("2027-12-31T23:59", "2027-12-31", true)]
    [InlineData("2028-01-01T00:00", "2027-12-31", false)]
    [InlineData("2028-02-29T23:59", "2028-02-29", true)]
    [InlineData("2028-03-01T00:00", "2028-02-29", false)]
    public async Task RescheduleBooking_LastDayForTheMeeting_EndsAtTheDanishMidnight(string later, string holdBy, bool isMoved)
    {
        var date = DateOnly.ParseExact(holdBy, "O", System.Globalization.CultureInfo.InvariantCulture);
        await using var scene = await SetAsync(
            "2027-03-01T08:00", "2027-03-20T09:00", later,
            citizen => citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = date, HoldBy = date }));
        var result = await scene.MoveAsync();
        Assert.Equal(isMoved ? [] : [8288], result.Errors.Select(error => error.Code.Number));
    }

    [Theory]
    [InlineData("2027-03-28T12:00", "2027-03-27T11:00:00", null)]
    [InlineData("2027-03-28T12:00", "2027-03-27T11:00:01", 1014)]
    [InlineData("2027-03-28T12:00", "2027-03-28T00:00:00", 8132)]
    [InlineData("2027-10-31T12:00", "2027-10-30T13:00:00", null)]
    [InlineData("2027-10-31T12:00", "2027-10-30T13:00:01", 1014)]
    [InlineData("2028-01-01T00:00", "2027-12-31T00:00:01", 1014)]
    [InlineData("2028-01-01T23:59", "2028-01-01T00:00:00", 8132)]
    [InlineData("2028-03-01T09:00", "2028-02-29T09:00:01", 1014)]
    public async Task RescheduleBooking_AfterTheDeadline_SaysSoByTheDanishDate(string start, string now, int? code)
    {
        await using var scene = await SetAsync("2027-03-01T08:00", start, "2028-03-20T09:00");
        scene.Portal.Clock.SetUtcNow(At(now));
        var result = await scene.MoveAsync();
        Assert.Equal(code is null ? [] : [code.Value], result.Errors.Select(error => error.Code.Number));
        if (code is not null)
        {
            Assert.Equal(code == 1014 ? "DeadlinePassedToday" : null, result.Leading!.Reason);
        }
    }

    [Theory]
    [InlineData("2027-03-28T12:00", "2027-03-27T11:00:00", null)]
    [InlineData("2027-03-28T12:00", "2027-03-27T11:00:01", 4820)]
    [InlineData(SecondHalfPastTwo, "2027-10-30T03:30:00", null)]
    [InlineData(SecondHalfPastTwo, "2027-10-30T03:30:01", 4820)]
    [InlineData("2028-02-29T23:59", "2028-02-28T23:59:00", null)]
    [InlineData("2028-02-29T23:59", "2028-02-28T23:59:01", 4820)]
    [InlineData("2028-01-01T00:00", "2028-01-01T00:00:01", 4650)]
    public async Task CancelBooking_DeadlineInHours_IsAnInstant(string start, string now, int? code)
    {
        await using var scene = await SetAsync("2027-03-01T08:00", start, "2028-03-20T09:00");
        scene.Portal.Clock.SetUtcNow(At(now));
        Assert.Equal(code, (await scene.Scene.CancelAsync(scene.Booking.Id)).Leading?.Code.Number);
    }

    [Theory]
    [InlineData("2027-07-01T23:59", "2027-07-02T00:00")]
    [InlineData("2027-10-31T23:59", "2027-11-01T00:00")]
    [InlineData("2027-12-31T00:00", "2028-01-01T00:00")]
    [InlineData("2028-02-29T00:00", "2028-03-01T00:00")]
    public async Task GetRescheduleCaseWorkers_MeetingOfToday_IsAnsweredUntilTheDanishMidnight(string start, string midnight)
    {
        await using var scene = await SetAsync("2027-03-01T08:00", start, "2028-03-20T09:00");
        Task<int?> CodeAsync() => AskAsync(scene);
        scene.Portal.Clock.SetUtcNow(At(midnight).AddSeconds(-1));
        Assert.Null(await CodeAsync());
        scene.Portal.Clock.SetUtcNow(At(midnight));
        Assert.Equal(4783, await CodeAsync());
    }

    private static async Task<int?> AskAsync(MoveScene scene) => (await scene.Portal.Get<GetRescheduleCaseWorkers>().ExecuteAsync(
        new(CitizenReference.ById(scene.Scene.Citizen.Id), scene.Booking.Id), TestContext.Current.CancellationToken)).Leading?.Code.Number;

    private static Task<MoveScene> SetAsync(string now, string start, string later, Action<Citizen>? citizen = null) =>
        MoveScene.SetAsync(citizen: citizen, now: At(now), start: At(start), later: At(later));

    private static DateTimeOffset At(string text) => DanishTime.Parse(text.Length > 19 ? text.Insert(16, ":00") : text)
        ?? throw new ArgumentException("No dateTime.", nameof(text));
}
