using System.Globalization;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Time;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Time;

/// <summary>
/// The operations where clocks and calendars have their edges: midnight in winter and in summer (when the date in UTC is
/// another one), new year, 29 February, and the Sundays of 23 and of 25 hours. Danish time unless an offset says otherwise.
/// </summary>
public abstract class OperationsAtTheClocksEdgesTests
{
    public sealed class OnSqlite : OperationsAtTheClocksEdgesTests;

    public sealed class OnPostgreSql : OperationsAtTheClocksEdgesTests;

    private const string FirstHalfPastTwo = "2027-10-31T02:30+02:00";
    private const string SecondHalfPastTwo = "2027-10-31T02:30+01:00";

    [Theory]
    [InlineData("2027-03-01T00:00", "2027-03-01", false)]
    [InlineData("2027-03-01T00:00", "2027-02-28", true)]
    [InlineData("2027-03-01T23:59", "2027-03-01", false)]
    [InlineData("2027-07-02T00:00", "2027-07-01", true)]
    [InlineData("2027-07-01T23:59", "2027-07-01", false)]
    [InlineData("2027-03-28T03:00", "2027-03-28", false)]
    [InlineData("2027-03-28T00:00", "2027-03-27", true)]
    [InlineData(SecondHalfPastTwo, "2027-10-31", false)]
    [InlineData("2027-10-31T23:59", "2027-10-31", false)]
    [InlineData("2027-11-01T00:00", "2027-10-31", true)]
    [InlineData("2027-12-31T23:59", "2027-12-31", false)]
    [InlineData("2028-01-01T00:00", "2027-12-31", true)]
    [InlineData("2028-02-29T23:59", "2028-02-29", false)]
    [InlineData("2028-03-01T00:00", "2028-02-29", true)]
    public async Task GetCitizenStatus_LastDayForBooking_IsOverdueFromTheNextDanishMidnight(string now, string bookBy, bool isOverdue)
    {
        await using var scene = await SetAsync(now, citizen: citizen => citizen.Deadlines.Add(NewDeadline(Date(bookBy), Date(bookBy).AddDays(30))));

        var status = (await scene.Portal.Get<GetCitizenStatus>().ExecuteAsync(new(Reference(scene)), TestContext.Current.CancellationToken)).Value;

        Assert.Equal(isOverdue, status.ImmediateBookingRequired);
    }

    [Theory]
    [InlineData("2027-12-31T23:59", true)]
    [InlineData("2028-01-01T00:00", false)]
    [InlineData("2027-12-30T23:59", false)]
    [InlineData("2027-12-31T00:00", true)]
    public Task GetSelfbookInterviewOptions_ValidOnTheLastDayOfTheYear_IsSeenThatDay(string now, bool isSeen) =>
        AssertOfferAsync(now, "2027-12-31", isSeen);

    [Theory]
    [InlineData("2028-02-28T23:59", false)]
    [InlineData("2028-02-29T00:00", true)]
    [InlineData("2028-02-29T23:59", true)]
    [InlineData("2028-03-01T00:00", false)]
    public Task GetSelfbookInterviewOptions_ValidOnTheLeapDay_IsSeenThatDay(string now, bool isSeen) => AssertOfferAsync(now, "2028-02-29", isSeen);

    [Theory]
    [InlineData("2027-06-30T23:59", false)]
    [InlineData("2027-07-01T00:00", true)]
    [InlineData("2027-07-01T23:59", true)]
    [InlineData("2027-07-02T00:00", false)]
    public Task GetSelfbookInterviewOptions_ValidOneSummerDay_IsSeenThatDanishDay(string now, bool isSeen) => AssertOfferAsync(now, "2027-07-01", isSeen);

    [Fact]
    public async Task GetSelfbookInterviewOptions_FirstTimeIsAtHalfPastTwo_IsTheOneThatIsStillToCome()
    {
        await using var scene = await SetAsync("2027-10-31T02:15+02:00", FirstHalfPastTwo);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, At(SecondHalfPastTwo), [scene.Worker]);

        Assert.Equal(At(FirstHalfPastTwo), await FirstTimeAsync(scene));
        scene.Portal.Clock.SetUtcNow(At("2027-10-31T02:15+01:00"));
        Assert.Equal(At(SecondHalfPastTwo), await FirstTimeAsync(scene));
    }

    [Theory]
    [InlineData("2027-10-20T08:00", FirstHalfPastTwo, SecondHalfPastTwo)]
    [InlineData("2027-03-20T08:00", "2027-03-28T01:30", "2027-03-28T03:30")]
    [InlineData("2027-12-20T08:00", "2027-12-31T23:59", "2028-01-01T00:59")]
    [InlineData("2028-02-20T08:00", "2028-02-29T23:30", "2028-03-01T00:30")]
    public async Task GetSelfbookTimeslots_AnHourApartAcrossAnEdge_AreTwoTimesAndTheIntervalParts(string now, string first, string second)
    {
        await using var scene = await SetAsync(now, first);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, At(second), [scene.Worker]);

        Assert.Equal(TimeSpan.FromHours(1), At(second) - At(first));
        Assert.Equal([At(first), At(second)], await TimesAsync(scene, At(first), At(second).AddMinutes(1)));
        Assert.Equal([At(first)], await TimesAsync(scene, At(first), At(second)));
        Assert.Equal([At(second)], await TimesAsync(scene, At(first).AddMinutes(1), At(second).AddMinutes(1)));
    }

    [Theory]
    [InlineData("2027-03-28", 23)]
    [InlineData("2027-10-31", 25)]
    [InlineData("2028-02-29", 24)]
    public async Task GetSelfbookTimeslots_WholeDay_HoldsItsFirstAndLastMinute(string day, int hours)
    {
        var (from, to) = (At(day + "T00:00"), At(Date(day).AddDays(1).ToString("O", CultureInfo.InvariantCulture) + "T00:00"));
        await using var scene = await SetAsync(Date(day).AddDays(-3).ToString("O", CultureInfo.InvariantCulture) + "T08:00", day + "T00:00");
        foreach (var start in new[] { to.AddMinutes(-1), to })
        {
            await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [scene.Worker]);
        }

        Assert.Equal(TimeSpan.FromHours(hours), to - from);
        Assert.Equal([from, to.AddMinutes(-1)], await TimesAsync(scene, from, to));
    }

    [Theory]
    [InlineData("2027-03-28T12:00", "2027-03-27T11:00:00+01:00")]
    [InlineData("2027-10-31T12:00", "2027-10-30T13:00:00+02:00")]
    [InlineData("2027-03-28T03:30", "2027-03-27T02:30:00+01:00")]
    [InlineData(SecondHalfPastTwo, "2027-10-30T03:30:00+02:00")]
    [InlineData("2028-01-01T00:30", "2027-12-31T00:30:00+01:00")]
    [InlineData("2028-03-01T09:00", "2028-02-29T09:00:00+01:00")]
    public async Task CreateBooking_DeadlineInHours_CountsBackFromTheInstant(string start, string deadline)
    {
        await using var scene = await SetAsync("2027-03-01T08:00", start);
        Assert.Equal(deadline, (await scene.AssertBookedAsync()).Details.RebookingDeadline?.ToWire());
    }

    [Theory]
    [InlineData("2027-10-31T02:45+02:00", FirstHalfPastTwo, 4819)]
    [InlineData("2027-10-31T02:15+01:00", SecondHalfPastTwo, null)]
    [InlineData("2027-03-01T23:59", "2027-03-01T23:58", 4819)]
    [InlineData("2027-03-01T23:58", "2027-03-01T23:59", null)]
    [InlineData("2027-03-02T00:00", "2027-03-01T23:59", 4783)]
    [InlineData("2027-07-02T00:05", "2027-07-01T23:59", 4783)]
    [InlineData("2027-07-02T00:05", "2027-07-02T00:00", 4819)]
    [InlineData("2027-11-01T00:00", "2027-10-31T23:59", 4783)]
    [InlineData("2028-01-01T00:00", "2027-12-31T23:59", 4783)]
    [InlineData("2028-03-01T00:00", "2028-02-29T23:59", 4783)]
    public async Task CreateBooking_JustBeforeAndJustAfter_TodayIsTheDanishDay(string now, string start, int? code)
    {
        await using var scene = await SetAsync(now, start);
        if (code is { } refusal)
        {
            await scene.AssertRefusedAsync([refusal]);
        }
        else
        {
            Assert.Equal(At(start), (await scene.AssertBookedAsync()).Details.Start);
        }
    }

    [Theory]
    [InlineData("2027-07-01T23:59", "2027-07-01", true)]
    [InlineData("2027-07-02T00:00", "2027-07-01", false)]
    [InlineData(SecondHalfPastTwo, "2027-10-31", true)]
    [InlineData("2027-11-01T00:00", "2027-10-31", false)]
    [InlineData("2027-12-31T23:59", "2027-12-31", true)]
    [InlineData("2028-01-01T00:00", "2027-12-31", false)]
    [InlineData("2028-02-29T23:59", "2028-02-29", true)]
    [InlineData("2028-03-01T00:00", "2028-02-29", false)]
    public async Task CreateBooking_LastDayForTheMeeting_EndsAtTheDanishMidnight(string start, string holdBy, bool isBooked)
    {
        await using var scene = await SetAsync("2027-03-01T08:00", start, citizen => citizen.Deadlines.Add(NewDeadline(Date(holdBy), Date(holdBy))));
        if (isBooked)
        {
            await scene.AssertBookedAsync();
            Assert.Equal(1, (await scene.CountAsync()).DeadlinesMet);
        }
        else
        {
            await scene.AssertRefusedAsync([8288]);
        }
    }

    [Theory]
    [InlineData("2027-07-01T00:00", "2027-07-01T23:59", "2027-07-02T00:00")]
    [InlineData("2027-03-28T01:30", "2027-03-28T23:59", "2027-03-29T00:00")]
    [InlineData(FirstHalfPastTwo, "2027-10-31T23:59", "2027-11-01T00:00")]
    [InlineData(SecondHalfPastTwo, "2027-10-31T23:59", "2027-11-01T00:00")]
    [InlineData("2027-12-31T23:59", "2027-12-31T23:59", "2028-01-01T00:00")]
    [InlineData("2028-02-29T00:00", "2028-02-29T23:59", "2028-03-01T00:00")]
    public async Task GetBookings_MeetingOfToday_IsListedUntilTheDanishMidnight(string start, string last, string midnight)
    {
        await using var scene = await SetAsync("2027-03-01T08:00", start);
        var booking = await scene.AssertBookedAsync();

        scene.Portal.Clock.SetUtcNow(At(last));
        Assert.Equal([At(start)], (await BookingsAsync(scene)).Select(listed => listed.Details.Start));
        scene.Portal.Clock.SetUtcNow(At(midnight));
        Assert.Empty(await BookingsAsync(scene));
        var one = await scene.Portal.Get<GetBooking>().ExecuteAsync(new(Reference(scene), booking.Id), TestContext.Current.CancellationToken);
        Assert.Equal(At(start), one.Value.Details.Start);
    }

    private static Task<BookingScene> SetAsync(string now, string? start = null, Action<Citizen>? citizen = null) =>
        BookingScene.SetAsync(citizen: citizen, now: At(now), start: start is null ? null : At(start));

    private static async Task AssertOfferAsync(string now, string validOn, bool isSeen)
    {
        await using var scene = await BookingScene.SetAsync(option => option.ValidFrom = option.ValidTo = Date(validOn), now: At(now));
        var answer = await scene.Portal.Get<GetSelfbookInterviewOptions>().ExecuteAsync(new(Reference(scene)), TestContext.Current.CancellationToken);
        Assert.Equal(isSeen, answer.Value.Options.Count == 1);
    }

    private static async Task<DateTimeOffset?> FirstTimeAsync(BookingScene scene) => (await scene.Portal.Get<GetSelfbookInterviewOptions>()
        .ExecuteAsync(new(Reference(scene)), TestContext.Current.CancellationToken)).Value.Options.Single().FirstTimeslot;

    private static async Task<IEnumerable<DateTimeOffset>> TimesAsync(BookingScene scene, DateTimeOffset from, DateTimeOffset to) =>
        (await scene.Portal.Get<GetSelfbookTimeslots>().ExecuteAsync(
            new(Reference(scene), scene.Option.Id, from, to), TestContext.Current.CancellationToken)).Value.Timeslots.Select(timeslot => timeslot.Start);

    private static async Task<IReadOnlyList<BookingView>> BookingsAsync(BookingScene scene) => (await scene.Portal.Get<GetBookings>()
        .ExecuteAsync(new(Reference(scene)), TestContext.Current.CancellationToken)).Value.Bookings;

    private static CitizenReference Reference(BookingScene scene) => CitizenReference.ById(scene.Citizen.Id);

    private static DateTimeOffset At(string text) => DanishTime.Parse(text.Length > 16 ? text.Insert(16, ":00") : text)
        ?? throw new ArgumentException("No dateTime.", nameof(text));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static Deadline NewDeadline(DateOnly bookBy, DateOnly holdBy) => new() { InterviewType = 12, BookBy = bookBy, HoldBy = holdBy };
}
