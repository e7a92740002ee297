using BorgerPortal.Domain.Previews;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Components.Layout;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.Book;
using BorgerPortal.Web.Journeys.Report;
using BorgerPortal.Web.Journeys.Status;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Previews;

/// <summary>The citizens' pages in a preview: what would change something says that this is one.</summary>
[PageLanguage]
public sealed class PreviewPagesTests
{
    [Fact]
    public async Task Confirm_InAPreview_SaysSoAndBooksNothing()
    {
        await using var scene = await PageScene.SetAsync();
        await scene.PreviewAsync(scene.Booking.Portal.Clock.GetUtcNow(), scene.Booking.Citizen.Id);
        var before = await scene.Booking.Portal.ReadAsync(StateSnapshot.TakeAsync);
        var page = scene.Open<Confirm>(
            Urls.Confirm(scene.Booking.Option.Id, BookingAnswers.None with { Time = scene.Booking.Start, ContactType = 1 }),
            parameters => parameters.Add(step => step.OptionId, scene.Booking.Option.Id));

        await page.At("form").SubmitAsync();

        Assert.Contains("Dette er kun en forhåndsvisning", page.ByTestId("kun-forhaandsvisning").Read(), StringComparison.Ordinal);
        Assert.Equal(before, await scene.Booking.Portal.ReadAsync(StateSnapshot.TakeAsync));
        Assert.Equal(0, await scene.Booking.Portal.ReadAsync(context => context.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task Report_InAPreview_SaysSoAndSendsNothing()
    {
        await using var scene = await PageScene.SetAsync();
        await scene.PreviewAsync(scene.Booking.Portal.Clock.GetUtcNow(), scene.Booking.Citizen.Id);
        var page = scene.Open<ReportError>(Urls.Report);
        await page.ByTestId("fejltekst").ChangeAsync(new() { Value = "Der er en fejl" });

        await page.At("form").SubmitAsync();

        page.ByTestId("kun-forhaandsvisning");
        Assert.Equal(0, await scene.Booking.Portal.ReadAsync(context => context.ErrorReports.CountAsync()));
    }

    [Fact]
    public async Task MyPage_OfSomebodyMadeUp_CountsTheDaysFromThePreviewsDate()
    {
        await using var scene = await PageScene.SetAsync();
        await scene.PreviewAsync(World.Danish(2027, 4, 1, 9), citizenId: null, new PreviewProfile(1)
        {
            Deadlines = [new PreviewDeadline(12, new DateOnly(2027, 4, 3), new DateOnly(2027, 4, 20))],
        });

        var page = scene.Open<MyPage>(Urls.MyPage);

        Assert.Contains("2 dage", page.ByTestId("frist-12").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bar_InAPreview_SaysWhoseAndWhenAndLeadsOut()
    {
        await using var scene = await PageScene.SetAsync();
        await scene.PreviewAsync(World.Danish(2027, 4, 1, 9), scene.Booking.Citizen.Id);

        var bar = scene.Open<PreviewBar>(Urls.MyPage);

        Assert.Contains("Du ser siden som Anna Berg, torsdag den 1. april 2027 kl. 09.00.", bar.ByTestId("forhaandsvisning").Read(), StringComparison.Ordinal);
        Assert.Equal("/sagsbehandler/forhaandsvisning", bar.ByTestId("luk-forhaandsvisning").GetAttribute("href"));
    }

    [Fact]
    public async Task Bar_OnACitizensOwnPage_IsNotThere()
    {
        await using var scene = await PageScene.SetAsync();

        Assert.Equal("", scene.Open<PreviewBar>(Urls.MyPage).Markup.Trim());
    }
}
