using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>The page on which a developer of a client system reads the API and tries it. That it asks no other host is watched on every page.</summary>
public sealed class ApiDocsTests(BrowserFixture browser) : JourneyTest(browser)
{
    [Fact]
    public async Task ApiDocs_Opened_ShowsTheOperations()
    {
        var developer = await ComesAsync();

        await developer.OpenAsync("/api/docs/");

        foreach (var summary in new[] { "Book a time", "The offers meant for the citizen", "The code lists" })
        {
            await Expect(developer.Page.GetByRole(AriaRole.Link, new() { Name = summary }).First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task ApiDocs_CallTried_ShowsItsAnswer()
    {
        var developer = await ComesAsync();

        await developer.OpenAsync("/api/docs/#tag/kodelister/GET/v1/JobnetCitizenStatus/kodelister");
        await developer.Page.GetByRole(AriaRole.Button, new() { Name = "Test Request (get /v1/JobnetCitizenStatus/kodelister)" }).ClickAsync();
        var answer = await developer.Page.RunAndWaitForResponseAsync(
            () => developer.Page.GetByRole(AriaRole.Button, new() { Name = "Send get request" }).ClickAsync(),
            response => response.Url.EndsWith("/v1/JobnetCitizenStatus/kodelister", StringComparison.Ordinal));

        Assert.Equal(200, answer.Status);
        await Expect(developer.Page.GetByText("Opfølgningssamtale").Last).ToBeVisibleAsync();
    }
}
