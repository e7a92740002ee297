using BorgerPortal.Domain.Worklist;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Worklist;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.CaseWorkers.Worklist;
using BorgerPortal.Web.Security;
using Bunit;
using Xunit;

namespace BorgerPortal.Tests.Journeys.CaseWorkers;

/// <summary>The caseworkers' list, and a case of it. Now is 1 March 2027 at 10.</summary>
[PageLanguage]
public sealed class WorklistPageTests : IAsyncLifetime
{
    private PageScene _scene = null!;
    private WorkScene _work = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await PageScene.SetAsync();
        _work = await WorkScene.OfAsync(_scene.Booking);
        _scene.LogInCaseWorker();
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task List_Open_TellsWhatWhenAndHowItStands()
    {
        var report = await _work.AddReportAsync(minute: 1, code: 4819);
        var receipt = await _work.AddReceiptAsync();
        await _work.DoAsync(receipt, WorkStep.Take);

        var page = Open(new WorkFilter());

        Assert.Equal("2 sager på siden", page.ByTestId("antal").Read());
        Assert.Contains("Fejl 4819: Tiden er ikke længere ledig.", page.ByTestId($"sag-{report}").Read(), StringComparison.Ordinal);
        Assert.Contains("1. marts 2027 kl. 10.01", page.ByTestId($"sag-{report}").Read(), StringComparison.Ordinal);
        Assert.Contains("Kvittering: ingen ledig tid", page.ByTestId($"sag-{receipt}").Read(), StringComparison.Ordinal);
        Assert.Contains("Taget af Mette Holm", page.ByTestId($"sag-{receipt}").Read(), StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_FilterIsChosen_StandsInTheAddressAndIsShown()
    {
        await _work.AddReceiptAsync();
        var page = Open(new WorkFilter());

        page.ByTestId("art").Change("fejl");

        await _scene.LeadsToAsync("/sagsbehandler/fejlmeldinger?vis=aabne&art=fejl&orden=nyeste&side=1");
        page.Shows("Der er ingen sager her.");
    }

    [Fact]
    public async Task List_SomebodyElseHandlesACase_FollowsByItself()
    {
        var key = await _work.AddReportAsync();
        var page = Open(new WorkFilter());
        page.ByTestId($"sag-{key}");

        await _work.DoAsync(key, WorkStep.Handle, _work.Other);

        page.Shows("Der er ingen sager her.");
    }

    [Fact]
    public async Task Case_TakenNotedAndHandled_SaysSoAndKeepsTheHistory()
    {
        var key = await _work.AddReportAsync();
        var page = OpenCase(key);

        page.ByTestId("tag").Click();
        page.Shows("Gemt: Du tog sagen.");
        page.ByTestId("note").Change("Tilbuddet er rettet");
        page.ByTestId("slip");
        page.At("form").Submit();

        page.Shows("Gemt: Du markerede sagen som håndteret.");
        Assert.Equal("Håndteret", page.ByTestId("sag-stand").Read());
        Assert.Contains("Tilbuddet er rettet", page.ByTestId("historik").Read(), StringComparison.Ordinal);
        page.ByTestId("genaabn");
    }

    [Fact]
    public async Task Case_NoteWithoutText_LeadsToTheField()
    {
        var page = OpenCase(await _work.AddReportAsync());

        page.ByTestId("gem-note").Click();

        Assert.Equal("#note", page.At("[data-testid=fejlopsummering] a").GetAttribute("href"));
        Assert.Equal(0, await _work.CountStepsAsync());
    }

    [Fact]
    public async Task Case_SomebodyElseWasQuicker_ShowsHowItStandsNowAndKeepsWhatWasWritten()
    {
        var key = await _work.AddReportAsync();
        var page = OpenCase(key);
        page.ByTestId("note").Change("Min note");

        // Through another portal, of which this page has not heard yet: what it has seen is what counts.
        await _scene.Booking.Portal.SaveAsync(context => context.WorkHandlings.Add(new WorkHandling
        {
            ReportId = key.ReportId,
            Number = 1,
            At = _scene.Booking.Portal.Clock.GetUtcNow(),
            CaseWorkerId = _work.Other.CaseWorkerId,
            Step = WorkStep.Take,
            TakenBy = _work.Other.CaseWorkerId,
            IsHandled = false,
        }));
        page.At("form").Submit();

        page.Shows("Taget af");
        Assert.Equal("Min note", page.ByTestId("note").GetAttribute("value"));
    }

    [Fact]
    public async Task Case_RoleThatOnlyReads_ShowsNoButtons()
    {
        _scene.LogInCaseWorker(Policies.CaseWorkerReads);

        var page = OpenCase(await _work.AddReportAsync());

        page.ByTestId("sag-stand");
        Assert.False(page.HasTestId("tag"));
        Assert.False(page.HasTestId("haandteret"));
    }

    [Theory]
    [InlineData("f-999")]
    [InlineData("k-5b1f6f0a-0009-4000-8000-000000000009")]
    [InlineData("noget")]
    public void Case_Unknown_SaysSo(string key)
    {
        var page = _scene.Open<WorkCase>($"{Urls.Worklist}/{key}", parameters => parameters.Add(found => found.Key, key));

        page.ByTestId("sag-ukendt");
    }

    [Fact]
    public async Task Case_CitizenIsShown_OnlyForAReasonWhichTheLogKeeps()
    {
        var page = OpenCase(await _work.AddReportAsync());

        page.ByTestId("vis-borger").Click();
        page.Shows("Skriv en begrundelse på 5 til 500 tegn");
        page.ByTestId("begrundelse").Change("Skal ringe om fejlen");
        page.ByTestId("vis-borger").Click();

        Assert.Equal("Anna Berg", page.ByTestId("borger").Read());
        var line = Assert.Single(await _scene.Booking.Portal.ReadAsync(context => Task.FromResult(context.AuditEntries.Where(entry => entry.Reason != null).ToList())));
        Assert.Equal(("Skal ringe om fejlen", _scene.Booking.Citizen.Id), (line.Reason, line.CitizenId));
    }

    private IRenderedComponent<WorklistPage> Open(WorkFilter filter) => _scene.Open<WorklistPage>(WorkAddress.Of(filter));

    private IRenderedComponent<WorkCase> OpenCase(WorkKey key) => _scene.Open<WorkCase>(Urls.WorkCase(key), parameters => parameters.Add(page => page.Key, key.ToString()));
}
