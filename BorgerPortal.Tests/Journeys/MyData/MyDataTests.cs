using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
using Bunit;
using Xunit;

namespace BorgerPortal.Tests.Journeys.MyData;

[PageLanguage]
public sealed class MyDataTests
{
    [Fact]
    public async Task MyData_OwnAndOthersLooks_StandApart()
    {
        await using var scene = await PageScene.SetAsync();
        await AddAsync(scene, ActorKind.Citizen, minutes: 1);
        await AddAsync(scene, ActorKind.Citizen, minutes: 2);
        await AddAsync(scene, ActorKind.CaseWorker, minutes: 3, reason: "Borgeren ringede");
        await AddAsync(scene, ActorKind.Client, minutes: 4, actor: "Jobnet");
        await scene.Booking.AssertBookedAsync();

        var page = scene.Open<Web.Journeys.MyData.MyData>(Urls.MyData);

        page.ByTestId("hvem-har-set");
        Assert.Equal("Hvem har set mine oplysninger", page.Find("h1").Read());
        Assert.Equal(
            [
                "mandag den 1. marts 2027 kl. 10.00 Dig selv Bookede et møde",
                "mandag den 1. marts 2027 kl. 09.04 Et andet system: Jobnet Så møder",
                "mandag den 1. marts 2027 kl. 09.03 En sagsbehandler Så møder Begrundelse: Borgeren ringede",
                "mandag den 1. marts 2027 Dig selv Så oplysninger, 2 opslag",
            ],
            page.FindAll("tbody tr").Select(row => row.Read()));
        Assert.Equal([false, true, true, false], page.FindAll("tbody tr").Select(row => row.ClassList.Contains("log-other")));
    }

    [Fact]
    public async Task MyData_MoreThanAPage_LeadsToOlderAndBack()
    {
        await using var scene = await PageScene.SetAsync();
        for (var minutes = 0; minutes < 30; minutes++)
        {
            await AddAsync(scene, ActorKind.CaseWorker, minutes);
        }

        var first = scene.Open<Web.Journeys.MyData.MyData>(Urls.MyData);
        var older = first.ByTestId("aeldre").GetAttribute("href")!;
        Assert.Equal(25, first.FindAll("tbody tr").Count);
        var second = scene.Open<Web.Journeys.MyData.MyData>(older);

        second.ByTestId("hvem-har-set");
        Assert.Equal(5, second.FindAll("tbody tr").Count);
        Assert.NotEmpty(second.FindAll($"a[href='{Urls.MyData}']"));
        Assert.False(second.HasTestId("aeldre"));
    }

    [Fact]
    public async Task MyData_AnothersLog_IsNotThere()
    {
        await using var scene = await PageScene.SetAsync();
        await AddAsync(scene, ActorKind.CaseWorker, minutes: 1, reason: "Hemmeligt");
        scene.LogIn((await scene.Booking.Portal.World.AddCitizenAsync()).Id);

        var page = scene.Open<Web.Journeys.MyData.MyData>(Urls.MyData);

        page.Shows("Der er ingen opslag endnu.");
        Assert.DoesNotContain("Hemmeligt", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1-2-3")]
    [InlineData("99999999999999999-1")]
    [InlineData("-1")]
    public async Task MyData_AddressThatSaysNoPlace_ShowsTheNewest(string place)
    {
        await using var scene = await PageScene.SetAsync();
        await AddAsync(scene, ActorKind.CaseWorker, minutes: 1);

        scene.Open<Web.Journeys.MyData.MyData>($"{Urls.MyData}?foer={place}").ByTestId("opslag-caseworker");
    }

    [Fact]
    [PageLanguage("en-GB")]
    public async Task MyData_InEnglish_SaysTheSame()
    {
        await using var scene = await PageScene.SetAsync();
        await AddAsync(scene, ActorKind.CaseWorker, minutes: 3, reason: "Call");

        var page = scene.Open<Web.Journeys.MyData.MyData>(Urls.MyData);

        page.Shows("Who has looked at my data");
        page.Shows("A caseworker");
        page.Shows("Reason: Call");
    }

    [Fact]
    public async Task MyData_CaseWorkerLookedUp_SaysFromWhichJobCentreAndWhyAlsoWhereItCameToNothing()
    {
        await using var scene = await PageScene.SetAsync();
        var lookUp = scene.Booking.Portal.Get<LookUpCitizen>();
        var stranger = await scene.Booking.Portal.World.AddCaseWorkerAsync("RID-2", TestPortal.Odense);
        foreach (var desk in new[] { new Desk(scene.Booking.Worker.Id, TestPortal.Aarhus), new Desk(stranger.Id, TestPortal.Odense) })
        {
            await lookUp.ExecuteAsync(new LookUpRequest(desk, CitizenReference.ById(scene.Booking.Citizen.Id), "Ringede om sin frist"), CancellationToken.None);
        }

        var page = scene.Open<Web.Journeys.MyData.MyData>(Urls.MyData);

        page.ByTestId("hvem-har-set");
        Assert.Equal(
            [
                "mandag den 1. marts 2027 kl. 10.00 En sagsbehandler, Jobcenter Odense Slog dig op (blev afvist) Begrundelse: Ringede om sin frist",
                "mandag den 1. marts 2027 kl. 10.00 En sagsbehandler, Jobcenter Aarhus Slog dig op Begrundelse: Ringede om sin frist",
            ],
            page.FindAll("tbody tr").Select(row => row.Read()));
        Assert.DoesNotContain("Mette", page.Markup, StringComparison.Ordinal);
    }

    private static Task<int> AddAsync(PageScene scene, ActorKind kind, int minutes, string? actor = null, string? reason = null) =>
        scene.Booking.Portal.SaveAsync(context => context.AuditEntries.Add(new AuditEntry
        {
            At = World.Danish(2027, 3, 1, 9, minutes),
            ActorKind = kind,
            Actor = actor,
            CitizenId = scene.Booking.Citizen.Id,
            Operation = OperationNames.GetBookings,
            Reason = reason,
            Codes = [],
        }));
}
