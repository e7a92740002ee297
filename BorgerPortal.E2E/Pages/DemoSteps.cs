using BorgerPortal.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Pages;

/// <summary>The way to a page, without a look at the pages on the way.</summary>
internal static class DemoSteps
{
    private const string JobInterview = "/book/5b1f6f0a-0001-4000-8000-000000000001";

    public static async Task EnterAsync(this Visitor visitor, string personnummer)
    {
        visitor.KeepSecret(personnummer);
        await visitor.OpenAsync("/log-ind");
        await visitor.Handle("demo-personnummer").FillAsync(personnummer);
        await visitor.Handle("demo-log-ind").ClickAsync();
        await visitor.IsLiveAsync();
    }

    public static async Task EnterAsync(this Visitor visitor, string personnummer, string address)
    {
        await visitor.EnterAsync(personnummer);
        await visitor.OpenAsync(address);
        await visitor.IsLiveAsync();
    }

    /// <summary>Logs in as a caseworker of the demonstration, counted from 1.</summary>
    public static async Task EnterAsCaseWorkerAsync(this Visitor visitor, int number, string address)
    {
        await visitor.OpenAsync("/log-ind");
        await visitor.Handle($"demo-sagsbehandler-{number}").ClickAsync();
        await visitor.IsLiveAsync();
        await visitor.OpenAsync(address);
    }

    /// <summary>The last step before a job interview is booked.</summary>
    public static Task GoToConfirmAsync(this Visitor visitor, string time) =>
        visitor.EnterAsync(DemoPeople.Anna, $"{JobInterview}/bekraeft?tid={time}&form=1&sb=1");

    public static async Task PressAsync(this Visitor visitor, string handle)
    {
        await visitor.IsLiveAsync();
        await visitor.Handle(handle).ClickAsync();
    }

    public static Task IsLiveAsync(this Visitor visitor) => Expect(visitor.Page.Locator("main[data-interaktiv=true]")).ToBeVisibleAsync();
}
