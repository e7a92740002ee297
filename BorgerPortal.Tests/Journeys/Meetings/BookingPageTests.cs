using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.Book;
using BorgerPortal.Web.Journeys.Meetings;
using Bunit;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Meetings;

/// <summary>The receipt and the page of one meeting.</summary>
[PageLanguage]
public sealed class BookingPageTests
{
    [Fact]
    public async Task Receipt_OwnBooking_HasItsReferenceAndDetails()
    {
        await using var scene = await PageScene.SetAsync(option => (option.CompulsoryAttendance, option.AllowChoiceOfSupervisor) = (true, true));
        var booking = await scene.Booking.AssertBookedAsync();

        var page = OpenReceipt(scene, booking.Id);

        Assert.Equal("Kvittering", page.Find("h1").Read());
        Assert.Equal(booking.Id.ToString(), page.ByTestId("kvittering-reference").Read());
        page.Shows("Dit møde er booket til mandag den 8. marts 2027 kl. 10.00.");
        var details = page.At("dl").Read();
        Assert.Contains("45 minutter", details, StringComparison.Ordinal);
        Assert.Contains("Mette Holm", details, StringComparison.Ordinal);
        Assert.Contains("flytte mødet indtil søndag den 7. marts 2027 kl. 10.00", details, StringComparison.Ordinal);
        Assert.Contains("Du har pligt til at møde op.", details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_SomebodyElses_ShowsNothingOfIt()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await scene.Booking.AssertBookedAsync();
        scene.LogIn((await scene.Booking.Portal.World.AddCitizenAsync()).Id);

        var page = OpenReceipt(scene, booking.Id);

        page.ByTestId("fejl-8107");
        Assert.DoesNotContain("Mette", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(booking.Id.ToString(), page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("dl"));
    }

    [Fact]
    public async Task Receipt_UnknownBooking_Says4768()
    {
        await using var scene = await PageScene.SetAsync();

        OpenReceipt(scene, Guid.Empty).ByTestId("fejl-4768");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Receipt_CaseWorkerMayNotBeShownOrChosen_LeavesTheNameOut(bool show, bool choice)
    {
        await using var scene = await PageScene.SetAsync(option => (option.ShowCaseWorker, option.AllowChoiceOfSupervisor) = (show, choice));
        var booking = await scene.Booking.AssertBookedAsync();

        var markup = OpenReceipt(scene, booking.Id).Markup;

        Assert.DoesNotContain("Mette", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("skjult", markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_DeadlineForMovingHasPassed_SaysSo()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await scene.Booking.AssertBookedAsync();
        scene.Booking.Portal.Clock.SetUtcNow(scene.Booking.Start.AddHours(-23));
        Assert.Contains("Nej, du kunne flytte mødet indtil søndag den 7. marts 2027 kl. 10.00", OpenReceipt(scene, booking.Id).At("dl").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_CitizenIsToCall_HasTheNumber()
    {
        await using var scene = await PageScene.SetAsync(option => (option.ShouldCitizenCall, option.PhoneNumber) = (true, "87654321"));
        var booking = await scene.Booking.AssertBookedAsync(scene.Booking.Request with { ContactType = ContactType.Telephone });

        var page = scene.Open<Meeting>(Urls.Meeting(booking.Id), parameters => parameters.Add(meeting => meeting.BookingId, booking.Id));

        Assert.Equal("Anden samtale", page.Find("h1").Read());
        Assert.Contains("Du skal selv ringe på 87654321.", page.At("dl").Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("Værkmestergade", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_Cancelled_SaysSo()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await scene.Booking.AssertBookedAsync();
        await scene.Booking.Portal.SaveAsync(context => context.Bookings.First().State = BookingState.Cancelled);

        var page = scene.Open<Meeting>(Urls.Meeting(booking.Id), parameters => parameters.Add(meeting => meeting.BookingId, booking.Id));

        page.Shows("Mødet er aflyst.");
    }

    private static IRenderedComponent<Receipt> OpenReceipt(PageScene scene, Guid id) =>
        scene.Open<Receipt>(Urls.Receipt(id), parameters => parameters.Add(receipt => receipt.BookingId, id));
}
