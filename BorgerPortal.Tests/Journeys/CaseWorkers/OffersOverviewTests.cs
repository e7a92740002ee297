using BorgerPortal.Domain.Citizens;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.CaseWorkers;
using BorgerPortal.Web.Security;
using Bunit;
using Xunit;

namespace BorgerPortal.Tests.Journeys.CaseWorkers;

[PageLanguage]
public sealed class OffersOverviewTests
{
    [Fact]
    public async Task OffersOverview_OffersOfTheJobcentre_AreShownWithWhatToMend()
    {
        await using var scene = await PageScene.SetAsync(option => option.ShouldCitizenCall = true);
        await scene.Booking.Portal.World.AddOptionAsync([scene.Booking.Worker], option => (option.Title, option.JobCentreCode) = ("Et andet sted", TestPortal.Odense));
        var page = Open(scene, Urls.OffersOverview);

        Assert.Contains("Angiv et telefonnummer på tilbuddet.", page.ByTestId($"tilbud-{scene.Booking.Option.Id}").Read(), StringComparison.Ordinal);
        Assert.Equal(["Alle (1)", "Skal rettes (1)", "Uden ledige tider (0)"], page.FindAll(".filters a").Select(link => link.Read()));
        Assert.DoesNotContain("Et andet sted", page.Markup, StringComparison.Ordinal);
        Assert.False(page.HasTestId("naeste-side"));
    }

    [Fact]
    public async Task OffersOverview_Filter_ShowsThoseAlone()
    {
        await using var scene = await PageScene.SetAsync();
        var empty = await scene.Booking.Portal.World.AddOptionAsync([scene.Booking.Worker], option => option.Title = "Ingen tider");

        var without = Open(scene, Urls.OffersAtAGlance(OfferFilter.WithoutTimes));
        without.ByTestId($"tilbud-{empty.Id}");
        Assert.False(without.HasTestId($"tilbud-{scene.Booking.Option.Id}"));
        Assert.Equal("Uden ledige tider (1)", without.Find("[aria-current]").Read());
        Open(scene, Urls.OffersAtAGlance(OfferFilter.Broken)).ByTestId("ingen-tilbud");
    }

    [Fact]
    public async Task OffersOverview_MoreThanAPage_LeadsOnAndBack()
    {
        await using var scene = await PageScene.SetAsync();
        for (var number = 1; number <= 30; number++)
        {
            await scene.Booking.Portal.World.AddOptionAsync([], option => option.Title = $"Tilbud {number}");
        }

        var first = Open(scene, Urls.OffersOverview);
        var next = first.ByTestId("naeste-side").GetAttribute("href")!;
        Assert.Equal(25, first.FindAll("[data-testid=tilbudsoversigt] tbody tr").Count);
        var second = Open(scene, next);

        Assert.Equal(Urls.OffersOverview, second.ByTestId("forrige-side").GetAttribute("href"));
        Assert.Equal(6, second.FindAll("[data-testid=tilbudsoversigt] tbody tr").Count);
    }

    [Fact]
    public async Task OffersOverview_DeadlineThatNoTimeMeets_IsCountedWithoutNames()
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(
            new Deadline { InterviewType = 12, BookBy = new DateOnly(2027, 3, 3), HoldBy = new DateOnly(2027, 3, 5) }));
        var page = Open(scene, Urls.OffersOverview);

        page.ByTestId("frister-uden-tid");
        Assert.Equal("Anden samtale fredag den 5. marts 2027 1", page.Find("[data-testid=frister-uden-tid] tbody tr").Read());
        Assert.DoesNotContain("Anna", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OffersOverview_PlannerOfItsOwn_SaysWhereTheOffersAre()
    {
        await using var scene = await PageScene.SetAsync(services: RemoteScene.Replace);
        Open(scene, Urls.OffersOverview).ByTestId("tilbud-andetsteds");
    }

    private static IRenderedComponent<OffersOverview> Open(PageScene scene, string address)
    {
        scene.LogInAsCaseWorker(scene.Booking.Worker.Id, Policies.CaseWorkerReads);
        return scene.Open<OffersOverview>(address);
    }
}
