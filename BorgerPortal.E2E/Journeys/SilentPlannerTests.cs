using BorgerPortal.Domain;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>The booking system does not answer: the citizen's own page still does, and they can prove that they tried.</summary>
public sealed class SilentPlannerTests(BrowserFixture browser) : JourneyTest(browser)
{
    protected override void Replace(IServiceCollection services) => PlannerDouble.Replace(services);

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Evidence_BookingSystemDoesNotAnswer_IsTakenByKeyboardAndKept(int width)
    {
        var anna = await ComesAsync(width);
        await anna.LogInAsync(People.Anna);
        Portal.Services.GetRequiredService<PlannerDouble>().Refusal = Errors.BookingSystemUnreachable;
        await anna.OpenAsync("/book");
        await Expect(anna.Handle("fejl-4769")).ToBeVisibleAsync();
        await anna.SeesLivePageAsync("Vælg møde");

        await anna.PressAtAsync(anna.Handle("tag-bevis"), "Enter");

        await anna.ArrivesAtAsync("Kvittering: bookingsystemet svarede ikke");
        await Expect(anna.Page.Locator("ol.cards")).ToContainTextAsync("vi fik ikke forbindelse (kode 4769)");
        var receipt = await Portal.ReadAsync(context => context.EvidenceReceipts.SingleAsync());
        Assert.Equal((EvidenceKind.NoAnswer, receipt.Id.ToString()), (receipt.Kind, (await anna.Handle("bevis-reference").TextContentAsync())!.Trim()));
        await anna.Handle("sprog-en").ClickAsync();
        await anna.SeesLivePageAsync("Receipt: the booking system did not answer");
    }
}
