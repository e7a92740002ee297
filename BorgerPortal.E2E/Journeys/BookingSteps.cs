using System.Text.RegularExpressions;
using BorgerPortal.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>What a citizen does to book, step by step. Each begins by looking at the page that it is done on.</summary>
internal static partial class BookingSteps
{
    public static async Task LogInAsync(this Visitor visitor, string personnummer)
    {
        visitor.KeepSecret(personnummer);
        await visitor.OpenAsync("/log-ind");
        await visitor.SeesPageAsync("Vælg testborger");
        await visitor.Handle("demo-personnummer").FillAsync(personnummer);
        await visitor.Handle("demo-log-ind").ClickAsync();
        await visitor.SeesLivePageAsync("Min side");
    }

    public static async Task ChooseMeetingAsync(this Visitor visitor, string offer)
    {
        await visitor.OpenAsync("/book");
        await visitor.SeesLivePageAsync("Vælg møde");
        await visitor.Handle($"tilbud-{offer}").ClickAsync();
    }

    /// <param name="contactType">Null where the offer has one only.</param>
    public static async Task ChooseTimeAsync(this Visitor visitor, string time, int? contactType)
    {
        await visitor.SeesLivePageAsync("Vælg tid");
        if (contactType is not null)
        {
            await visitor.Handle($"samtaleform-{contactType}").CheckAsync();
            await Expect(visitor.Page).ToHaveURLAsync(FormAddress());
        }

        var day = visitor.Handle($"dag-{time[..10]}");
        if (await day.GetAttributeAsync("aria-current") is null)
        {
            await day.ClickAsync();
        }

        await visitor.Handle($"tid-{time}").CheckAsync();
        await Expect(visitor.Page).ToHaveURLAsync(TimeAddress());
        await visitor.Handle("naeste").ClickAsync();
    }

    public static async Task ChooseCaseWorkerAsync(this Visitor visitor, int number)
    {
        await visitor.SeesLivePageAsync("Vælg sagsbehandler");
        await visitor.Handle($"sagsbehandler-{number}").CheckAsync();
        await visitor.Handle("naeste").ClickAsync();
    }

    public static async Task ConfirmAsync(this Visitor visitor)
    {
        await visitor.SeesLivePageAsync("Tjek dine svar");
        await visitor.Handle("book").ClickAsync();
    }

    /// <returns>The booking's id, which is its reference and stands in the address.</returns>
    public static async Task<Guid> ReadReceiptAsync(this Visitor visitor)
    {
        await visitor.SeesLivePageAsync("Kvittering");
        var reference = (await visitor.Handle("kvittering-reference").TextContentAsync())!.Trim();
        Assert.EndsWith($"/kvittering/{reference}", visitor.Page.Url, StringComparison.Ordinal);
        return Guid.Parse(reference);
    }

    [GeneratedRegex("[?&]form=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormAddress();

    [GeneratedRegex("[?&]tid=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeAddress();
}
