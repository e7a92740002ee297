using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.Book;
using Bunit;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Book;

[PageLanguage]
public sealed class ChooseCaseWorkerTests
{
    [Fact]
    public async Task ChooseCaseWorker_Free_AreNumberedAndNeverNamedByRid()
    {
        await using var scene = await SetAsync();

        var page = Open(scene, Complete(scene));

        Assert.Equal("Trin 3 af 4", page.Find(".step-count").Read());
        Assert.Equal("Ingen bestemt", page.At("label[for=sagsbehandler-0]").Read());
        Assert.True(page.ByTestId("sagsbehandler-0").HasAttribute("checked"));
        Assert.Equal("1", page.ByTestId("sagsbehandler-1").GetAttribute("value"));
        Assert.Equal("Mette Holm", page.At("label[for=sagsbehandler-1]").Read());
        Assert.DoesNotContain("RID", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChooseCaseWorker_Chosen_StandsInTheAddressAndGoesOn()
    {
        await using var scene = await SetAsync();
        var page = Open(scene, Complete(scene));

        page.ByTestId("sagsbehandler-1").Input("1");
        await scene.LeadsToAsync(address => address.EndsWith("/sagsbehandler?tid=2027-03-08T10:00&form=1&sb=1", StringComparison.Ordinal));
        page.At("form").Submit();

        await scene.LeadsToAsync(address => address.EndsWith("/bekraeft?tid=2027-03-08T10:00&form=1&sb=1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChooseCaseWorker_NobodyInParticular_IsAnAnswerToo()
    {
        await using var scene = await SetAsync();

        Open(scene, Complete(scene)).At("form").Submit();

        await scene.LeadsToAsync(address => address.EndsWith("/bekraeft?tid=2027-03-08T10:00&form=1&sb=0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChooseCaseWorker_BusyAtTheTime_IsNotOffered()
    {
        await using var scene = await SetAsync();
        var world = scene.Booking.Portal.World;
        var busy = await world.AddCaseWorkerAsync("RID-2");
        await scene.Booking.Portal.SaveAsync(context => context.OptionCaseWorkers.Add(
            new PlannedOptionCaseWorker { OptionId = scene.Booking.Option.Id, CaseWorkerId = busy.Id, Position = 1 }));

        var page = Open(scene, Complete(scene) with { CaseWorker = 2 });

        Assert.True(page.ByTestId("sagsbehandler-0").HasAttribute("checked"));
        Assert.False(page.HasTestId("sagsbehandler-2"));
    }

    [Fact]
    public async Task ChooseCaseWorker_NoTimeYet_LeadsBackToTheTimes()
    {
        await using var scene = await SetAsync();

        Open(scene, BookingAnswers.None with { ContactType = ContactType.Personal });

        await scene.LeadsToAsync($"/book/{scene.Booking.Option.Id}?form=1");
    }

    [Fact]
    public async Task ChooseCaseWorker_OfferGivesNoChoice_LeadsOn()
    {
        await using var scene = await PageScene.SetAsync();

        Open(scene, Complete(scene) with { CaseWorker = 1 });

        await scene.LeadsToAsync(address => address.EndsWith("/bekraeft?tid=2027-03-08T10:00&form=1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ChooseCaseWorker_TimeIsTaken_KeepsTheFormAndLeadsBack()
    {
        await using var scene = await SetAsync();
        var other = await scene.Booking.Portal.World.AddCitizenAsync();
        await scene.Booking.AssertBookedAsync(scene.Booking.Request with { Citizen = Domain.Citizens.CitizenReference.ById(other.Id) });

        var page = Open(scene, Complete(scene));

        page.ByTestId("fejl-4819");
        Assert.Equal($"book/{scene.Booking.Option.Id}?form=1", page.At(".notice-error a").GetAttribute("href"));
    }

    private static async Task<PageScene> SetAsync()
    {
        var scene = await PageScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        await scene.Booking.Portal.SaveAsync(context => context.CaseWorkers.First().Surname = "Holm");
        return scene;
    }

    private static BookingAnswers Complete(PageScene scene) =>
        BookingAnswers.None with { Time = scene.Booking.Start, ContactType = ContactType.Personal };

    private static IRenderedComponent<ChooseCaseWorker> Open(PageScene scene, BookingAnswers answers) => scene.Open<ChooseCaseWorker>(
        Urls.ChooseCaseWorker(scene.Booking.Option.Id, answers), parameters => parameters.Add(step => step.OptionId, scene.Booking.Option.Id));
}
