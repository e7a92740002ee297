using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.Book;
using BorgerPortal.Web.Journeys.Evidence;
using BorgerPortal.Web.Journeys.Status;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Evidence;

/// <summary>Where a citizen takes a receipt, and the receipt itself. Now is 1 March 2027 at 10.</summary>
[PageLanguage]
public sealed class EvidencePageTests
{
    [Fact]
    public async Task DeadlineCard_NoFreeTimeInTime_LeadsToTheReceipt()
    {
        await using var scene = await SetAsync(holdBy: 6);
        var status = scene.Open<MyPage>(Urls.MyPage);
        scene.Booking.Portal.Clock.Advance(TimeSpan.FromSeconds(7));

        status.ByTestId("tag-bevis-12").Click();
        await scene.LeadsToAsync(address => address.StartsWith("/bevis/", StringComparison.Ordinal));

        var page = Open(scene);
        Assert.Equal("Kvittering: ingen ledig tid", page.At("h1:not(:empty)").Read());
        Assert.Equal(await ReferenceAsync(scene), Guid.Parse(page.ByTestId("bevis-reference").Read()));
        Assert.Contains("Anna Berg", page.At("dl").Read(), StringComparison.Ordinal);
        page.Shows("mandag den 1. marts 2027 kl. 10.00.07");
        page.Shows("Svar: ingen ledige tider.");
        page.Shows("søndag den 7. marts 2027");
    }

    [Fact]
    public async Task DeadlineCard_FreeTimeInTime_LeadsThere()
    {
        await using var scene = await SetAsync(holdBy: 10);
        var status = scene.Open<MyPage>(Urls.MyPage);

        status.ByTestId("tag-bevis-12").Click();

        var link = status.At("[data-testid='tag-bevis-12-svar'] a");
        Assert.Equal(Urls.ChooseTime(scene.Booking.Option.Id, BookingAnswers.None with { Time = scene.Booking.Start }), link.GetAttribute("href"));
        Assert.Equal(0, await CountAsync(scene));
    }

    [Theory]
    [InlineData(4769, "vi fik ikke forbindelse (kode 4769)")]
    [InlineData(9303, "der var en fejl i bookingsystemet (kode 9303)")]
    [InlineData(9329, "Svaret kunne ikke bruges (kode 9329)")]
    public async Task ChooseMeeting_BookingSystemDoesNotAnswer_LeadsToTheReceipt(int code, string told)
    {
        await using var scene = await SetAsync(holdBy: 10);
        scene.Booking.Portal.Get<PlannerDouble>().Refusal = Errors.ByNumber[code];
        var offers = scene.Open<ChooseMeeting>(Urls.ChooseMeeting);

        offers.ByTestId("tag-bevis").Click();
        await scene.LeadsToAsync(address => address.StartsWith("/bevis/", StringComparison.Ordinal));

        var page = Open(scene);
        Assert.Equal("Kvittering: bookingsystemet svarede ikke", page.At("h1:not(:empty)").Read());
        page.Shows(told);
    }

    [Fact]
    public async Task ChooseMeeting_BookingSystemAnswersAgain_SaysSoAndMakesNoReceipt()
    {
        await using var scene = await SetAsync(holdBy: 10);
        var planner = scene.Booking.Portal.Get<PlannerDouble>();
        planner.Refusal = Errors.BookingSystemUnreachable;
        var offers = scene.Open<ChooseMeeting>(Urls.ChooseMeeting);
        var button = offers.ByTestId("tag-bevis");
        planner.Refusal = null;

        button.Click();

        offers.Shows("Der er en ledig tid inden fristen:");
        Assert.Equal(0, await CountAsync(scene));
    }

    [Fact]
    public async Task ChooseTime_NoTimeInTheMonth_OffersTheReceipt()
    {
        await using var scene = await SetAsync(holdBy: 6);
        var times = scene.Open<ChooseTime>(
            Urls.ChooseTime(scene.Booking.Option.Id, BookingAnswers.None) + "?maaned=2027-05",
            parameters => parameters.Add(page => page.OptionId, scene.Booking.Option.Id));

        times.ByTestId("tag-bevis").Click();

        await scene.LeadsToAsync(address => address.StartsWith("/bevis/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TakeReceipt_ClickedTwice_MakesOne()
    {
        await using var scene = await SetAsync(holdBy: 6);
        var status = scene.Open<MyPage>(Urls.MyPage);
        var button = status.ByTestId("tag-bevis-12");

        await Task.WhenAll(button.ClickAsync(new()), button.ClickAsync(new()));

        await scene.LeadsToAsync(address => address.StartsWith("/bevis/", StringComparison.Ordinal));
        Assert.Equal(1, await CountAsync(scene));
    }

    [Fact]
    public async Task Evidence_SomebodyElses_ShowsNothingOfIt()
    {
        await using var scene = await SetAsync(holdBy: 6);
        scene.Open<MyPage>(Urls.MyPage).ByTestId("tag-bevis-12").Click();
        await scene.LeadsToAsync(address => address.StartsWith("/bevis/", StringComparison.Ordinal));
        scene.LogIn((await scene.Booking.Portal.World.AddCitizenAsync()).Id);

        var page = Open(scene);

        page.ByTestId("bevis-ukendt");
        Assert.Empty(page.FindAll("dl"));
        Assert.DoesNotContain("Anden samtale", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [PageLanguage("en-GB")]
    public async Task Evidence_InEnglish_SaysTheSame()
    {
        await using var scene = await SetAsync(holdBy: 6);
        scene.Open<MyPage>(Urls.MyPage).ByTestId("tag-bevis-12").Click();
        await scene.LeadsToAsync(address => address.StartsWith("/bevis/", StringComparison.Ordinal));

        var page = Open(scene);

        Assert.Equal("Receipt: no free time", page.At("h1:not(:empty)").Read());
        page.Shows("Monday 1 March 2027 at 10:00:00");
        page.Shows("Answer: no free times.");
    }

    private static Task<PageScene> SetAsync(int holdBy) => PageScene.SetAsync(
        citizen: citizen => citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = new DateOnly(2027, 3, 4), HoldBy = new DateOnly(2027, 3, 1).AddDays(holdBy) }),
        services: PlannerDouble.Replace);

    private static IRenderedComponent<EvidencePage> Open(PageScene scene) =>
        scene.Open<EvidencePage>(scene.Address, parameters => parameters.Add(page => page.Reference, Guid.Parse(scene.Address.Split('/')[^1])));

    private static Task<Guid> ReferenceAsync(PageScene scene) =>
        scene.Booking.Portal.ReadAsync(context => context.EvidenceReceipts.Select(receipt => receipt.Id).SingleAsync());

    private static Task<int> CountAsync(PageScene scene) => scene.Booking.Portal.ReadAsync(context => context.EvidenceReceipts.CountAsync());
}
