using static BorgerPortal.E2E.Pages.DemoPeople;

namespace BorgerPortal.E2E.Pages;

/// <summary>Every page, in every state that somebody of the demonstration can meet. A new page belongs here.</summary>
internal static class PageStates
{
    private const string JobInterview = "/book/5b1f6f0a-0001-4000-8000-000000000001";
    private const string GroupMeeting = "/book/5b1f6f0a-0001-4000-8000-000000000004";
    private const string NoSuchOffer = "/book/5b1f6f0a-0001-4000-8000-00000000ffff";

    public static readonly IReadOnlyList<PageState> All =
    [
        Static("forside", "Book dit møde", "/"),
        Static("log-ind", "Vælg testborger", "/log-ind"),
        new("log-ind-fejl", "Vælg testborger", async visitor =>
        {
            await visitor.OpenAsync("/log-ind");
            await visitor.Handle("demo-personnummer").FillAsync("12");
            await visitor.Handle("demo-log-ind").ClickAsync();
        }) { IsLive = false, Ready = "[data-testid=fejlopsummering]" },
        Static("logget-af", "Du er logget af", "/logget-af"),
        Static("logget-af-efter-pause", "Du er logget af", "/logget-af?grund=inaktiv&retur=%2Fmin-side"),
        Static("findes-ikke", "Siden findes ikke", "/en-side-der-ikke-er"),
        Static("tilgaengelighed", "Tilgængelighed", "/was"),
        Static("privatliv", "Privatliv", "/privatliv"),
        Static("cookies", "Cookies", "/cookies"),
        Static("fejl", "Noget gik galt", "/fejl"),
        Static("fejlkode", "Fejl 4819", "/fejl/4819"),

        Own("min-side", "Min side", Anna, "/min-side", "[data-testid=frist-7]") with { IsInDocs = true },
        Own("min-side-straksbooking", "Min side", Bo, "/min-side", "[data-testid=status-straksbooking]"),
        Own("min-side-kan-ikke-booke", "Min side", David, "/min-side", "[data-vaerdi=nej]"),
        Own("min-side-med-moede", "Min side", Ida, "/min-side", $"[data-testid=moede-{IdasMeeting}]"),

        Own("vaelg-moede", "Vælg møde", Anna, "/book", ".cards") with { IsInDocs = true },
        Own("vaelg-tid", "Vælg tid", Anna, JobInterview, ".day-times") with { IsInDocs = true },
        Own("vaelg-tid-faellesmoede", "Vælg tid", Anna, GroupMeeting, ".times-wide"),
        Own("vaelg-tid-ingen-ledige", "Vælg tid", Anna, $"{JobInterview}?maaned=2027-07", "[data-testid=fejl-4770]"),
        new("vaelg-tid-mangler-svar", "Vælg tid", async visitor =>
        {
            await visitor.EnterAsync(Anna, JobInterview);
            await visitor.PressAsync("naeste");
        }) { Ready = "[data-testid=fejlopsummering]" },
        Own("ukendt-tilbud", "Vælg tid", Anna, NoSuchOffer, "[data-testid=fejl-8107]"),
        Own("vaelg-sagsbehandler", "Vælg sagsbehandler", Anna, $"{JobInterview}/sagsbehandler?tid=2027-03-02T09:00&form=1", "fieldset") with { IsInDocs = true },
        new("tjek-svar", "Tjek dine svar", visitor => visitor.GoToConfirmAsync("2027-03-02T09:00")) { Ready = "dl", IsInDocs = true },
        new("tjek-svar-tiden-er-taget", "Tjek dine svar", async visitor =>
        {
            await visitor.GoToConfirmAsync("2027-03-02T03:33");
            await visitor.PressAsync("book");
        }) { Ready = "[data-testid=fejl-4819]", IsInDocs = true },
        new("kvittering", "Kvittering", async visitor =>
        {
            await visitor.GoToConfirmAsync("2027-03-02T09:00");
            await visitor.PressAsync("book");
        }) { Changes = true, Ready = "[data-testid=kvittering-reference]", IsInDocs = true },

        Own("mine-moeder", "Mine møder", Ida, "/moeder", $"[data-testid=moede-{IdasMeeting}]") with { IsInDocs = true },
        Own("mine-moeder-ingen", "Mine møder", Farid, "/moeder", "main p"),
        Own("moede", "Opfølgningssamtale pr. telefon", Ida, $"/moeder/{IdasMeeting}", "dl") with { IsInDocs = true },
        Own("moede-skal-accepteres", "Jobsamtale", Camilla, $"/moeder/{CamillasMeeting}", "[data-testid=accepter]"),
        new("moede-accepteret", "Jobsamtale", async visitor =>
        {
            await visitor.EnterAsync(Camilla, $"/moeder/{CamillasMeeting}");
            await visitor.PressAsync("accepter");
        }) { Changes = true, Ready = ".notice-success" },
        Own("moede-aflyst", "Gennemgang af dit cv på video", Ida, $"/moeder/{IdasCancelledMeeting}", ".notice-warning"),
        Own("flyt-moede", "Flyt møde", Ida, $"/moeder/{IdasMeeting}/ombook", ".day-times") with { IsInDocs = true },
        Own("flyt-moede-sagsbehandler", "Vælg sagsbehandler", Camilla, $"/moeder/{CamillasMeeting}/ombook/sagsbehandler?tid=2027-03-02T10:00&form=1", "fieldset"),
        Own("flyt-moede-tjek-svar", "Tjek dine svar", Camilla, $"/moeder/{CamillasMeeting}/ombook/bekraeft?tid=2027-03-02T10:00&form=1&sb=1", "dl"),
        new("kvittering-flyttet", "Kvittering", async visitor =>
        {
            await visitor.EnterAsync(Camilla, $"/moeder/{CamillasMeeting}/ombook/bekraeft?tid=2027-03-02T10:00&form=1&sb=1");
            await visitor.PressAsync("book");
        }) { Changes = true, Ready = ".notice-success" },
        Own("aflys-moede", "Aflys møde", Ida, $"/moeder/{IdasMeeting}/aflys", "[data-testid=aflys-bekraeft]") with { IsInDocs = true },
        Own("flyt-moede-kan-ikke", "Flyt møde", Ida, $"/moeder/{IdasPastMeeting}/ombook", "[data-testid=gammelt-moede]"),
        Own("aflys-moede-kan-ikke", "Aflys møde", Ida, $"/moeder/{IdasPastMeeting}/aflys", ".lead"),
        new("kvittering-aflyst", "Kvittering", async visitor =>
        {
            await visitor.EnterAsync(Ida, $"/moeder/{IdasMeeting}/aflys");
            await visitor.PressAsync("aflys-bekraeft");
        }) { Changes = true, Ready = ".notice-success" },

        Own("straksbooking", "Book nu", Bo, "/straksbooking", ".cards") with { IsInDocs = true },
        Own("mine-oplysninger", "Hvem har set mine oplysninger", Ida, "/mine-oplysninger", "main p"),
        new("bevis", "Kvittering: ingen ledig tid", async visitor =>
        {
            await visitor.EnterAsync(Karen);
            await visitor.PressAsync("tag-bevis-15");
        }) { Changes = true, Ready = "[data-testid=bevis-reference]", IsInDocs = true },
        Own("straksbooking-ikke-kraevet", "Book nu", Anna, "/straksbooking", "main p"),
        Own("bevis-ukendt", "Kvittering", Anna, "/bevis/5b1f6f0a-0009-4000-8000-000000000009", "[data-testid=bevis-ukendt]"),
        Own("meld-fejl", "Meld en fejl", Anna, "/meld-fejl?reference=4bf92f3577b34da6a3ce929d0e0e4736&kode=4819", "[data-testid=fejltekst]"),
        new("meld-fejl-sendt", "Meld en fejl", async visitor =>
        {
            await visitor.EnterAsync(Anna, "/meld-fejl");
            await visitor.Handle("fejltekst").FillAsync("Jeg kan ikke finde mit møde.");
            await visitor.PressAsync("meld-fejl");
        }) { Ready = "[data-testid=fejl-meldt]" },

        OfCaseWorkers("sagsbehandler-overblik", "Overblik", "/sagsbehandler", "[data-testid=venter-frister]") with { IsInDocs = true },
        new("sagsbehandler-fejlmeldinger", "Fejlmeldinger og kvitteringer", visitor => visitor.GoToWorklistAsync()) { Changes = true, Ready = "[data-testid=sager]", IsInDocs = true },
        new("sagsbehandler-sag", "Fejl 4819: Tiden er ikke længere ledig. Der er ikke booket noget.", async visitor =>
        {
            await visitor.GoToWorklistAsync();
            await visitor.Page.Locator("[data-testid=sager] a").First.ClickAsync();
            await visitor.PressAsync("tag");
        }) { Changes = true, Ready = "[data-testid=sag-svar]", IsInDocs = true },
        OfCaseWorkers("forhaandsvisning", "Forhåndsvisning", "/sagsbehandler/forhaandsvisning", "[data-testid=vis-forhaandsvisning]") with { IsInDocs = true },
        new("forhaandsvisning-opdigtet", "Forhåndsvisning", async visitor =>
        {
            await visitor.EnterAsCaseWorkerAsync(DemoPeople.Mette, "/sagsbehandler/forhaandsvisning");
            await visitor.IsLiveAsync();
            await visitor.Handle("hvem-opdigtet").CheckAsync();
        }) { Ready = "[data-testid=frist-0]" },
        new("forhaandsvisning-mangler-svar", "Forhåndsvisning", async visitor =>
        {
            await visitor.EnterAsCaseWorkerAsync(DemoPeople.Mette, "/sagsbehandler/forhaandsvisning");
            await visitor.PressAsync("vis-forhaandsvisning");
        }) { Ready = "[data-testid=fejlopsummering]" },
        new("forhaandsvisning-min-side", "Min side", visitor => visitor.OpenPreviewAsync(DemoPeople.Anna)) { Ready = "[data-testid=frist-7]", IsInDocs = true },
        new("forhaandsvisning-regler", "Regler for borgeren", async visitor =>
        {
            await visitor.OpenPreviewAsync(DemoPeople.Anna);
            await visitor.PressAsync("regelspor");
        }) { Ready = "[data-testid=tilbudsspor-svar]", IsInDocs = true },
        OfCaseWorkers("forhaandsvisning-slut", "Forhåndsvisningen er slut", "/sagsbehandler/forhaandsvisning/slut", "[data-testid=forhaandsvisning-slut]") with { IsLive = false },
        OfCaseWorkers("tilbudsoversigt", "Tilbud i overblik", "/sagsbehandler/tilbudsoversigt", "[data-testid=tilbudsoversigt]") with { IsInDocs = true },
        OfCaseWorkers("ingen-adgang", "Du har ikke adgang til siden", "/min-side", "[data-testid=ingen-adgang]") with { IsLive = false },
    ];

    private static PageState Static(string name, string heading, string address) => new(name, heading, visitor => visitor.OpenAsync(address)) { IsLive = false };

    private static PageState OfCaseWorkers(string name, string heading, string address, string ready) =>
        new(name, heading, visitor => visitor.EnterAsCaseWorkerAsync(DemoPeople.Mette, address)) { Ready = ready };

    private static PageState Own(string name, string heading, string personnummer, string address, string ready) =>
        new(name, heading, visitor => visitor.EnterAsync(personnummer, address)) { Ready = ready };
}
