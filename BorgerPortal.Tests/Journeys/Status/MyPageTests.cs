using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
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
            "Jobsamtale Book senest mandag den 8. marts 2027 Mødet skal holdes senest lørdag den 20. marts 2027",
            page.ByTestId("frist-7").Read());
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
        Assert.Equal("Anden samtale mandag den 8. marts 2027 kl. 10.00 Personligt fremmøde", meeting.Read());
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
