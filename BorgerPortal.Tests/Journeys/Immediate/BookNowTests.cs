using BorgerPortal.Domain.Citizens;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.Immediate;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Immediate;

[PageLanguage]
public sealed class BookNowTests
{
    [Fact]
    public async Task BookNow_Required_LeadsToTheTimesOfItsOffers()
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(new Deadline
        {
            InterviewType = 12,
            BookBy = new DateOnly(2027, 2, 28),
            HoldBy = new DateOnly(2027, 3, 20),
        }));

        var page = scene.Open<BookNow>(Urls.ImmediateBooking);

        page.ByTestId($"tilbud-{scene.Booking.Option.Id}");
        Assert.Equal($"book/{scene.Booking.Option.Id}?tid=2027-03-08T10:00", page.At("a[href*='tid=']").GetAttribute("href"));
        page.ByTestId("status-straksbooking");
    }

    [Fact]
    public async Task BookNow_NotRequired_SaysSo()
    {
        await using var scene = await PageScene.SetAsync();

        scene.Open<BookNow>(Urls.ImmediateBooking).Shows("Du behøver ikke at booke med det samme.");
    }
}
