using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Overview;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Domain.Tracing;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using BorgerPortal.Web.Journeys.CaseWorkers;
using Bunit;
using Xunit;

namespace BorgerPortal.Tests.Journeys.CaseWorkers;

/// <summary>What a caseworker reads of a trace and of the offers at a glance.</summary>
[PageLanguage]
public sealed class TraceViewTests
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task RuleTraceView_BrokenRule_SaysWhyAndHowToMendIt()
    {
        await using var scene = await PageScene.SetAsync(option => option.ShouldCitizenCall = true);
        var view = await ShowAsync(scene);

        Assert.Equal("Borgeren kan ikke booke tiden. Antal regler, der er brudt: 1.", view.Find("[data-testid=regelspor-svar]").Read());
        Assert.Equal(["Adgang", "Regler for tiden", "Pladsen", "Regler for den færdige booking"], view.FindAll("h2").Select(heading => heading.Read()));
        Assert.Equal(
            "Et møde, hvor borgeren skal ringe, har et telefonnummer. Sådan rettes det: Angiv et telefonnummer på tilbuddet. "
            + "Brudt 8131 Borgeren skal ringe: ja Telefonnummer: ikke angivet",
            view.Find("[data-testid=regel-8131]").Read());
        Assert.StartsWith("Mødet begynder i dag eller senere. Opfyldt 4783", view.Find("[data-testid=regel-4783]").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RuleTraceView_SoundTime_SaysThatItCanBeBooked()
    {
        await using var scene = await PageScene.SetAsync();
        var view = await ShowAsync(scene);
        Assert.Equal("Borgeren kan booke tiden.", view.Find("[data-testid=regelspor-svar]").Read());
        Assert.Empty(view.FindAll(".trace-broken"));
    }

    [Fact]
    public async Task RuleTraceView_HiddenOffer_SaysWhatIsMissing()
    {
        await using var scene = await PageScene.SetAsync(option => option.ValidTo = new DateOnly(2027, 2, 28));
        var view = await ShowAsync(scene);
        Assert.Equal(
            "Tilbuddet gælder stadig. Sådan rettes det: Ret den sidste dag, som tilbuddet gælder. "
            + "Brudt 8108 Gælder til: søndag den 28. februar 2027 I dag: mandag den 1. marts 2027",
            view.Find("[data-testid=regel-8108-gyldigTil]").Read());
        Assert.StartsWith("Mødet begynder i dag eller senere. Ikke vurderet", view.Find("[data-testid=regel-4783]").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfferTraceView_OffersSeenAndHidden_SaysWhyNot()
    {
        await using var scene = await PageScene.SetAsync();
        var hidden = await scene.Booking.Portal.World.AddOptionAsync([scene.Booking.Worker], option => (option.Active, option.ContactGroups) = (false, [2, 3]));
        var view = await OffersAsync(scene);

        Assert.Equal("Borgeren ser 1 af 2 tilbud.", view.Find("[data-testid=tilbudsspor-svar]").Read());
        Assert.Equal("Anden samtale Anden samtale Ja", view.Find($"[data-testid=spor-{scene.Booking.Option.Id}]").Read());
        Assert.Equal(
            "Anden samtale Anden samtale Nej Slået til: nej. Slå tilbuddet til. "
            + "Tilbuddets kontaktgrupper: 2, 3. Borgerens kontaktgruppe: 1. Føj kontaktgruppen til tilbuddet, eller brug et andet tilbud.",
            view.Find($"[data-testid=spor-{hidden.Id}]").Read());
    }

    [Fact]
    public async Task OfferTraceView_CitizenWithoutTheRight_SaysWhyNothingIsSeen()
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.Absences.Add(
            new Absence { Type = Absence.DeprivedOfSelfBooking, From = new DateOnly(2027, 3, 1) }));
        var view = await OffersAsync(scene);
        Assert.Contains("Hindring: frataget retten til at selvbooke", view.Find("[data-testid=regel-8108-ret]").Read(), StringComparison.Ordinal);
        Assert.Equal("Borgeren ser 0 af 1 tilbud.", view.Find("[data-testid=tilbudsspor-svar]").Read());
    }

    [Fact]
    public async Task OffersTable_SoundAndBrokenOffers_SaysWhatToMend()
    {
        await using var scene = await PageScene.SetAsync(option => option.ShouldCitizenCall = true);
        var empty = await scene.Booking.Portal.World.AddOptionAsync([scene.Booking.Worker], option => (option.Active, option.Title) = (false, "Ingen tider"));
        var overview = await scene.Booking.Portal.Get<JobCentreOverviews>().ReadAsync(TestPortal.Aarhus, Token);

        var view = scene.Bunit.Render<OffersTable>(parameters => parameters.Add(table => table.Offers, overview!.Offers));

        Assert.Equal(
            "Anden samtale Anden samtale Tilbydes 1 af 1 mandag den 8. marts 2027 kl. 10.00 Angiv et telefonnummer på tilbuddet. Gælder 1 af tiderne. 8131",
            view.Find($"[data-testid=tilbud-{scene.Booking.Option.Id}]").Read());
        Assert.Equal("Ingen tider Anden samtale Slået fra 0 af 0 Ingen Intet", view.Find($"[data-testid=tilbud-{empty.Id}]").Read());
    }

    [Fact]
    public async Task RulesOfCitizen_AChosenTime_IsTracedForThePreviewsCitizen()
    {
        await using var scene = await PageScene.SetAsync(option => option.ContactGroups = [7]);
        using var preview = OpenOf(scene, new PreviewProfile(7));
        var page = Show(scene, preview);

        await page.ByTestId("regelspor-tilbud").ChangeAsync(scene.Booking.Option.Id.ToString());
        await page.ByTestId("regelspor-tid").ChangeAsync("2027-03-08T10:00");
        await page.Find("form").SubmitAsync();

        Assert.Equal("Borgeren kan booke tiden.", page.ByTestId("regelspor-svar").Read());
        Assert.Equal("Borgeren ser 1 af 1 tilbud.", page.ByTestId("tilbudsspor-svar").Read());
    }

    [Fact]
    public async Task RulesOfCitizen_NothingChosen_SaysWhatIsMissing()
    {
        await using var scene = await PageScene.SetAsync();
        using var preview = OpenOf(scene, new PreviewProfile(1));
        var page = Show(scene, preview);

        page.ByTestId("regelspor-tilbud");
        await page.Find("form").SubmitAsync();

        Assert.Contains("Felter: moedetilbudId, moedeStarttidspunkt", page.ByTestId("regel-1014").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RulesOfCitizen_DatabaseGoesAway_SaysSoAndKeepsWhatWasChosen()
    {
        await using var scene = await PageScene.SetAsync(services: services => services.WrapReader(inner => new FailingReader(inner)));
        using var preview = OpenOf(scene, new PreviewProfile(1));
        var page = Show(scene, preview);
        await page.ByTestId("regelspor-tilbud").ChangeAsync(scene.Booking.Option.Id.ToString());
        await page.ByTestId("regelspor-tid").ChangeAsync("2027-03-08T10:00");

        scene.Booking.Portal.Get<FailingReader>().IsDown = true;
        await page.Find("form").SubmitAsync();
        Assert.Contains("Dine svar står her stadig.", page.ByTestId("fejl-utilgaengelig").Read(), StringComparison.Ordinal);

        scene.Booking.Portal.Get<FailingReader>().IsDown = false;
        await page.Find("form").SubmitAsync();
        Assert.Empty(page.FindAll("[data-testid=fejl-utilgaengelig]"));
        Assert.Equal("Borgeren kan booke tiden.", page.ByTestId("regelspor-svar").Read());
    }

    private static IRenderedComponent<RulesOfCitizen> Show(PageScene scene, PreviewPortal preview) => scene.Bunit.Render<RulesOfCitizen>(parameters => parameters
        .Add(rules => rules.Citizen, preview.Preview.Citizen)
        .Add(rules => rules.OfferTracer, preview.Get<OfferTracer>())
        .Add(rules => rules.RuleTracer, preview.Get<RuleTracer>()));

    private static PreviewPortal OpenOf(PageScene scene, PreviewProfile profile) => scene.Booking.Portal.Get<PreviewPortals>()
        .Open(new(TestPortal.Aarhus, scene.Booking.Portal.Clock.GetUtcNow(), Profile: profile)).Value;

    private static async Task<IRenderedComponent<RuleTraceView>> ShowAsync(PageScene scene)
    {
        var trace = await scene.Booking.Portal.Get<RuleTracer>().TraceAsync(scene.Booking.Request with { ContactType = ContactType.Personal }, Token);
        return scene.Bunit.Render<RuleTraceView>(parameters => parameters.Add(view => view.Trace, trace));
    }

    private static async Task<IRenderedComponent<OfferTraceView>> OffersAsync(PageScene scene)
    {
        var traces = await scene.Booking.Portal.Get<OfferTracer>().TraceAsync(scene.Booking.Request.Citizen, Token);
        return scene.Bunit.Render<OfferTraceView>(parameters => parameters.Add(view => view.Traces, traces));
    }
}
