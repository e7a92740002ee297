using BorgerPortal.Domain;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.Book;
using Bunit;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Book;

[PageLanguage]
public sealed class ChooseMeetingTests
{
    [Fact]
    public async Task ChooseMeeting_Offers_LeadToTheirTimes()
    {
        await using var scene = await PageScene.SetAsync(option => option.Description = "Vi taler om din jobsøgning.");

        var page = scene.Open<ChooseMeeting>(Urls.ChooseMeeting);

        Assert.Equal("Vælg møde", page.Find("h1").Read());
        var link = page.ByTestId($"tilbud-{scene.Booking.Option.Id}");
        Assert.Equal(Urls.ChooseTime(scene.Booking.Option.Id, BookingAnswers.None), link.GetAttribute("href"));
        page.Shows("Vi taler om din jobsøgning.");
        page.Shows("Næste ledige tid: mandag den 8. marts kl. 10.00");
        page.Shows("personligt fremmøde eller telefon");
    }

    [Fact]
    [PageLanguage("en-GB")]
    public async Task ChooseMeeting_InEnglish_SaysTheSame()
    {
        await using var scene = await PageScene.SetAsync();

        var page = scene.Open<ChooseMeeting>(Urls.ChooseMeeting);

        Assert.Equal("Choose a meeting", page.Find("h1").Read());
        page.Shows("Next free time: Monday 8 March at 10:00");
        page.Shows("in person or telephone");
    }

    [Fact]
    public async Task ChooseMeeting_OfferForSomebodyElse_IsNotThere()
    {
        await using var scene = await PageScene.SetAsync(option => option.ContactGroups = [29]);

        var page = scene.Open<ChooseMeeting>(Urls.ChooseMeeting);

        page.Shows("ingen møder, du selv kan booke");
        Assert.False(page.HasTestId($"tilbud-{scene.Booking.Option.Id}"));
    }

    [Theory]
    [InlineData(4769)]
    [InlineData(9303)]
    [InlineData(9329)]
    public async Task ChooseMeeting_BookingSystemFails_SaysWhatHappenedAndWhatToDo(int code)
    {
        await using var scene = await PageScene.SetAsync(services: PlannerDouble.Replace);
        scene.Booking.Portal.Get<PlannerDouble>().Refusal = Errors.ByNumber[code];

        var page = scene.Open<ChooseMeeting>(Urls.ChooseMeeting);

        Assert.Contains("Prøv igen om lidt.", page.ByTestId($"fejl-{code}").Read(), StringComparison.Ordinal);
        Assert.NotEmpty(page.Find(".reference span").Read());
    }

    [Fact]
    public async Task ChooseMeeting_NoBookingSystem_Says9018()
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.JobCentreCode = TestPortal.Unconfigured);

        var page = scene.Open<ChooseMeeting>(Urls.ChooseMeeting);

        page.ByTestId("fejl-9018");
    }
}
