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

    /// <summary>A citizen reports an error, and a caseworker opens the list in the same browser.</summary>
    public static async Task GoToWorklistAsync(this Visitor visitor)
    {
        await visitor.EnterAsync(DemoPeople.Anna, "/meld-fejl?kode=4819");
        await visitor.Handle("fejltekst").FillAsync("Tiden forsvandt, mens jeg så på den.");
        await visitor.PressAsync("meld-fejl");
        await Expect(visitor.Handle("fejl-meldt")).ToBeVisibleAsync();
        await visitor.EnterAsCaseWorkerAsync(DemoPeople.Mette, "/sagsbehandler/fejlmeldinger");
        await visitor.IsLiveAsync();
    }

    /// <summary>A caseworker's look at what a citizen sees now.</summary>
    public static async Task OpenPreviewAsync(this Visitor visitor, string personnummer)
    {
        visitor.KeepSecret(personnummer);
        await visitor.EnterAsCaseWorkerAsync(DemoPeople.Mette, "/sagsbehandler/forhaandsvisning");
        await visitor.IsLiveAsync();
        await visitor.Handle("personnummer").FillAsync(personnummer);
        await visitor.Handle("begrundelse").FillAsync("Borgeren ringede om sin frist");
        await visitor.PressAsync("vis-forhaandsvisning");
        await Expect(visitor.Handle("forhaandsvisning")).ToBeVisibleAsync();
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
