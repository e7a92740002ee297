using System.Globalization;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.Meetings;
using BorgerPortal.Web.Journeys.Status;
using Bunit;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Status;

[PageLanguage]
public sealed class MyPageTests
{
    [Fact]
    public async Task MyPage_OpenDeadline_SaysByWhenAndWhy()
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(new Deadline
        {
            InterviewType = InterviewType.JobInterview,
            BookBy = new DateOnly(2027, 3, 8),
            HoldBy = new DateOnly(2027, 3, 20),
        }));

        var page = scene.Open<MyPage>(Urls.MyPage);

        Assert.Equal("Min side", page.Find("h1").Read());
        Assert.Equal(
            [
                "Jobsamtale",
                "Book senest mandag den 8. marts 2027 (7 dage tilbage)",
                "Mødet skal holdes senest lørdag den 20. marts 2027",
                "Få en kvittering, hvis der ingen ledig tid er inden fristen",
            ],
            page.ByTestId("frist-7").QuerySelectorAll("h3, p, button").Select(part => part.Read()));
        page.Shows("kan din ydelse blive stoppet");
        Assert.Contains("Du kan selv booke", page.ByTestId("status-kan-selvbooke").Read(), StringComparison.Ordinal);
        Assert.Equal(Urls.ChooseMeeting, page.ByTestId("status-kan-selvbooke").QuerySelector("a")!.GetAttribute("href"));
        Assert.False(page.HasTestId("status-straksbooking"));
    }

    [Fact]
    public async Task MyPage_DeadlineHasPassed_SaysToBookNow()
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(new Deadline
        {
            InterviewType = InterviewType.JobInterview,
            BookBy = new DateOnly(2027, 2, 28),
            HoldBy = new DateOnly(2027, 3, 20),
        }));

        var page = scene.Open<MyPage>(Urls.MyPage);

        Assert.Contains("Du skal booke et møde nu.", page.ByTestId("status-straksbooking").Read(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-02-28", "Fristen er overskredet")]
    [InlineData("2027-03-01", "Fristen er i dag")]
    [InlineData("2027-03-02", "1 dag tilbage")]
    public async Task MyPage_Deadline_SaysHowLongIsLeft(string bookBy, string left)
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(new Deadline
        {
            InterviewType = InterviewType.JobInterview,
            BookBy = DateOnly.Parse(bookBy, CultureInfo.InvariantCulture),
            HoldBy = new DateOnly(2027, 3, 20),
        }));

        var page = scene.Open<MyPage>(Urls.MyPage);

        Assert.Contains($"({left})", page.ByTestId("frist-7").Read(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Absence.DeprivedOfSelfBooking, "taget retten til selv at booke")]
    [InlineData(Absence.ContactIsWithUnemploymentFund, "hos din a-kasse")]
    public async Task MyPage_AbsenceTakesTheRightAway_SaysWhy(int absence, string why)
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.Absences.Add(new Absence { Type = absence, From = new DateOnly(2027, 2, 1) }));

        var page = scene.Open<MyPage>(Urls.MyPage);

        Assert.Contains(why, page.ByTestId("status-kan-selvbooke").Read(), StringComparison.Ordinal);
        Assert.Equal("nej", page.ByTestId("status-kan-selvbooke").GetAttribute("data-vaerdi"));
    }

    [Fact]
    public async Task MyPage_JobCentreWithoutABookingSystem_SaysSo()
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.JobCentreCode = TestPortal.Unconfigured);

        var page = scene.Open<MyPage>(Urls.MyPage);

        Assert.Contains("tager ikke imod booking her", page.ByTestId("status-kan-selvbooke").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MyPage_TwoMeetings_ShowsTheNextAndLeadsToAll()
    {
        await using var scene = await PageScene.SetAsync();
        var later = scene.Booking.Start.AddDays(1);
        await scene.Booking.Portal.World.AddTimeslotAsync(scene.Booking.Option, later, [scene.Booking.Worker]);
        var first = await scene.Booking.AssertBookedAsync();
        var second = await scene.Booking.AssertBookedAsync(scene.Booking.Request with { StartTime = later });

        var page = scene.Open<MyPage>(Urls.MyPage);
        page.ByTestId($"moede-{first.Id}");
        var all = scene.Open<MyMeetings>(Urls.Meetings);

        Assert.False(page.HasTestId($"moede-{second.Id}"));
        Assert.Equal("Se alle dine møder", page.Find($"a[href='{Urls.Meetings}']").Read());
        all.ByTestId($"moede-{first.Id}");
        all.ByTestId($"moede-{second.Id}");
    }

    [Fact]
    public async Task MyPage_NoRightToBook_SaysSoAndOffersNoWay()
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.CustomerNumber = null);

        var page = scene.Open<MyPage>(Urls.MyPage);

        Assert.Contains("Du kan ikke selv booke", page.ByTestId("status-kan-selvbooke").Read(), StringComparison.Ordinal);
        Assert.Null(page.ByTestId("status-kan-selvbooke").QuerySelector("a"));
    }

    [Fact]
    public async Task MyPage_OwnMeeting_IsListedWithItsTime()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await scene.Booking.AssertBookedAsync();

        var page = scene.Open<MyPage>(Urls.MyPage);

        var meeting = page.ByTestId($"moede-{booking.Id}");
        Assert.Equal(["Anden samtale", "mandag den 8. marts 2027 kl. 10.00", "Personligt fremmøde"], meeting.Children.Select(line => line.Read()));
        Assert.Equal(Urls.Meeting(booking.Id), meeting.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task MyPage_CitizenIsGone_LeadsToLogIn()
    {
        await using var scene = await PageScene.SetAsync();
        scene.LogIn(4711);

        scene.Open<MyPage>(Urls.MyPage);

        await scene.LeadsToAsync(Urls.LogIn);
    }
}
