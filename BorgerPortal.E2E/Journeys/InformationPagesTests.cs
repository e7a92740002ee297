using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>The pages that anybody can read, and those that only a citizen can.</summary>
public sealed class InformationPagesTests(BrowserFixture browser) : JourneyTest(browser)
{
    [Theory]
    [InlineData("/", "Book dit møde")]
    [InlineData("/was", "Tilgængelighed")]
    [InlineData("/privatliv", "Privatliv")]
    [InlineData("/cookies", "Cookies")]
    [InlineData("/logget-af", "Du er logget af")]
    public async Task Page_WithoutLogIn_IsShown(string address, string heading)
    {
        var visitor = await ComesAsync();

        await visitor.OpenAsync(address);

        await visitor.SeesPageAsync(heading);
    }

    [Theory]
    [InlineData("/min-side")]
    [InlineData("/book")]
    [InlineData("/kvittering/7c000000-0000-4000-8000-000000000001")]
    public async Task PersonalPage_WithoutLogIn_LeadsToTheLogIn(string address)
    {
        var visitor = await ComesAsync();

        await visitor.OpenAsync(address);

        await visitor.SeesPageAsync("Vælg testborger");
    }

    [Fact]
    public async Task LogOff_LoggedIn_ShowsSoAndKeepsNoPageOpen()
    {
        var bo = await ComesAsync();
        await bo.LogInAsync(People.Bo);

        await bo.Handle("log-af").ClickAsync();
        await bo.SeesPageAsync("Du er logget af");
        await bo.OpenAsync("/min-side");

        await Expect(bo.Handle("demo-personnummer")).ToBeVisibleAsync();
    }
}
