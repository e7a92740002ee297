using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.CaseWorkers.Previewing;
using BorgerPortal.Web.Previews;
using BorgerPortal.Web.Security;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Journeys.CaseWorkers;

/// <summary>Whom to preview. Now is 1 March 2027 at 10.</summary>
[PageLanguage]
public sealed class ChoosePreviewTests : IAsyncLifetime
{
    private PageScene _scene = null!;
    private SessionState _session = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await PageScene.SetAsync();
        _session = await _scene.LogInCaseWorkerAsync();
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Choose_CitizenAndReason_LooksUpAndLeadsToTheirPageAtThatTime()
    {
        var page = _scene.Open<ChoosePreview>(Urls.Previews);
        await page.ByTestId("personnummer").ChangeAsync(new() { Value = NumberOf(_scene.Booking.Citizen) });
        await page.ByTestId("begrundelse").ChangeAsync(new() { Value = "Borgeren ringede" });
        await page.ByTestId("dato").ChangeAsync(new() { Value = "2027-03-15" });
        await page.ByTestId("klokken").ChangeAsync(new() { Value = "08:30" });

        await page.At("form").SubmitAsync();

        var ticket = await ReadTicketAsync();
        Assert.Equal(
            ("Anna Berg", _scene.Booking.Citizen.Id, World.Danish(2027, 3, 15, 8, 30), new(_scene.Booking.Worker.Id, TestPortal.Aarhus)),
            (ticket.Name, ticket.CitizenId!.Value, ticket.At, ticket.Asker));
        Assert.Null(ticket.Profile);
        Assert.DoesNotContain(NumberOf(_scene.Booking.Citizen), _scene.Address, StringComparison.Ordinal);
        var entry = await _scene.Booking.Portal.ReadAsync(context => context.AuditEntries.AsNoTracking().SingleAsync());
        Assert.Equal((AuditNames.LookUpCitizen, _scene.Booking.Citizen.Id, "Borgeren ringede"), (entry.Operation, entry.CitizenId, entry.Reason));
    }

    [Theory]
    [InlineData("3112505999", "Borgeren ringede", "Ingen borger i dit jobcenter har det personnummer.")]
    [InlineData("12", "Borgeren ringede", "Skriv et personnummer på ti cifre")]
    [InlineData("3112505999", "1234", "Skriv en begrundelse på 5 til 500 tegn")]
    public async Task Choose_NotInOrder_SaysWhatToDoAtTheField(string personnummer, string reason, string text)
    {
        var page = _scene.Open<ChoosePreview>(Urls.Previews);
        await page.ByTestId("personnummer").ChangeAsync(new() { Value = personnummer });
        await page.ByTestId("begrundelse").ChangeAsync(new() { Value = reason });

        await page.At("form").SubmitAsync();

        Assert.Contains(text, page.ByTestId("fejlopsummering").Read(), StringComparison.Ordinal);
        Assert.Contains(text, page.At(".field-error").Read(), StringComparison.Ordinal);
        Assert.EndsWith(Urls.Previews, _scene.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2027-03-28")]
    public async Task Choose_NoSuchTime_SaysSoAndLooksNobodyUp(string date)
    {
        var page = _scene.Open<ChoosePreview>(Urls.Previews);
        await page.ByTestId("dato").ChangeAsync(new() { Value = date });
        await page.ByTestId("klokken").ChangeAsync(new() { Value = "02:30" });

        await page.At("form").SubmitAsync();

        Assert.Contains("Vælg en dato og et klokkeslæt, som findes", page.ByTestId("fejlopsummering").Read(), StringComparison.Ordinal);
        Assert.Equal(0, await _scene.Booking.Portal.ReadAsync(context => context.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task Choose_MadeUp_HasAllThatWasFilledInAndLooksNobodyUp()
    {
        var page = await OpenMadeUpAsync();
        await page.ByTestId("kontaktgruppe").ChangeAsync(new() { Value = "13" });
        await page.ByTestId("kundenummer").ChangeAsync(new() { Value = false });
        await FillAsync(page, "frist-0", "7", "2027-03-10", "2027-03-20");
        await page.ByTestId("flere-frist").ClickAsync(new());
        await FillAsync(page, "frist-1", "4", "2027-02-10", "2027-02-20");
        await FillAsync(page, "fravaer-0", "57", "2027-02-01", "");
        await FillAsync(page, "moede-0", "12", "2027-03-05", "09:15");

        await page.At("form").SubmitAsync();

        var ticket = await ReadTicketAsync();
        Assert.Null(ticket.CitizenId);
        Assert.Equal((13, false), (ticket.Profile!.ContactGroup, ticket.Profile.HasCustomerNumber));
        Assert.Equal(
            [new PreviewDeadline(7, new DateOnly(2027, 3, 10), new DateOnly(2027, 3, 20)), new PreviewDeadline(4, new DateOnly(2027, 2, 10), new DateOnly(2027, 2, 20))],
            ticket.Profile.Deadlines);
        Assert.Equal([new PreviewAbsence(57, new DateOnly(2027, 2, 1))], ticket.Profile.Absences);
        Assert.Equal([new PreviewBooking(12, World.Danish(2027, 3, 5, 9, 15))], ticket.Profile.Bookings);
        Assert.Equal(0, await _scene.Booking.Portal.ReadAsync(context => context.AuditEntries.CountAsync()));
    }

    [Theory]
    [InlineData("frist-0", "7", "2027-03-10", "2027-03-09")]
    [InlineData("frist-0", "7", "2027-03-10", "")]
    [InlineData("fravaer-0", "57", "", "2027-03-09")]
    [InlineData("fravaer-0", "57", "2027-03-10", "2027-03-09")]
    [InlineData("moede-0", "7", "2027-03-10", "")]
    [InlineData("moede-0", "999", "2027-03-10", "09:00")]
    public async Task Choose_MadeUpRowNotInOrder_SaysSoAtTheRow(string row, string type, string first, string second)
    {
        var page = await OpenMadeUpAsync();
        await FillAsync(page, row, type, first, second);

        await page.At("form").SubmitAsync();

        Assert.Equal($"#{row}", page.ByTestId("fejlopsummering").QuerySelector("a")!.GetAttribute("href"));
        Assert.EndsWith(Urls.Previews, _scene.Address, StringComparison.Ordinal);
    }

    [Fact]
    [PageLanguage("en-GB")]
    public void Choose_InEnglish_IsInEnglish() => _scene.Open<ChoosePreview>(Urls.Previews).Shows("Why do you look the citizen up?");

    private async Task<IRenderedComponent<ChoosePreview>> OpenMadeUpAsync()
    {
        var page = _scene.Open<ChoosePreview>(Urls.Previews);
        await page.ByTestId("hvem-opdigtet").InputAsync(new() { Value = "opdigtet" });
        return page;
    }

    private static async Task FillAsync(IRenderedComponent<ChoosePreview> page, string row, string type, string first, string second)
    {
        await page.ByTestId(row).ChangeAsync(new() { Value = type });
        await page.ByTestId(row + "-1").ChangeAsync(new() { Value = first });
        await page.ByTestId(row + "-2").ChangeAsync(new() { Value = second });
    }

    /// <summary>Who is previewed, as the address says it that the page leads to.</summary>
    private async Task<PreviewTicket> ReadTicketAsync()
    {
        await _scene.LeadsToAsync(address => address.EndsWith("/" + Urls.MyPage, StringComparison.Ordinal));
        return _scene.Bunit.Services.GetRequiredService<PreviewTokens>().Read(_scene.Address.Split('/')[3], SessionUser.Of(_session))!;
    }

    private string NumberOf(Citizen citizen) => _scene.Booking.Portal.Get<PersonnummerVault>().Decipher(citizen.PersonnummerCipher).Reveal();
}
