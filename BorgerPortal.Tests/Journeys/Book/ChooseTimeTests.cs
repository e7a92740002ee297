using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Components.Shared.Calendar;
using BorgerPortal.Web.Journeys.Book;
using Bunit;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Book;

[PageLanguage]
public sealed class ChooseTimeTests
{
    [Fact]
    public async Task ChooseTime_FreeTimes_AreRadiosOfTheirDay()
    {
        await using var scene = await PageScene.SetAsync();

        var page = Open(scene, BookingAnswers.None);

        Assert.Equal("Vælg tid", page.Find("h1").Read());
        page.ByTestId("tid-2027-03-08T10:00");
        Assert.Equal("mandag den 8. marts", page.At(".day-times legend").Read());
        var radio = page.ByTestId("tid-2027-03-08T10:00");
        Assert.Equal("radio", radio.GetAttribute("type"));
        Assert.Equal("kl. 10.00, personligt fremmøde eller telefon", page.At($"label[for='{radio.Id}']").Read());
    }

    [Fact]
    public async Task ChooseTime_Choices_StandInTheAddressAndComeBack()
    {
        await using var scene = await PageScene.SetAsync();
        var page = Open(scene, BookingAnswers.None);

        page.ByTestId("tid-2027-03-08T10:00").Input("2027-03-08T10:00");
        page.ByTestId("samtaleform-2").Input("2");

        await scene.LeadsToAsync($"/book/{scene.Booking.Option.Id}?tid=2027-03-08T10:00&form=2&dag=2027-03-08");
        var reloaded = Open(scene, BookingAnswers.None with { Time = scene.Booking.Start, ContactType = ContactType.Telephone });
        Assert.True(reloaded.ByTestId("tid-2027-03-08T10:00").HasAttribute("checked"));
        Assert.True(reloaded.ByTestId("samtaleform-2").HasAttribute("checked"));
        Assert.Equal("Valgt: mandag den 8. marts kl. 10.00", reloaded.At(".step-bar [role=status]").Read());
    }

    [Fact]
    public async Task ChooseTime_NothingChosen_LeadsToEachField()
    {
        await using var scene = await PageScene.SetAsync();
        var page = Open(scene, BookingAnswers.None);
        page.ByTestId("tid-2027-03-08T10:00");

        page.At("form").Submit();

        var summary = page.ByTestId("fejlopsummering");
        Assert.StartsWith("Der er problemer", summary.Read(), StringComparison.Ordinal);
        var fields = summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Equal(["samtaleform-1", "tid-2027-03-08T10:00"], fields);
        Assert.All(fields, field => Assert.Equal("radio", page.Find($"[id='{field}']").GetAttribute("type")));
        Assert.Equal(["Fejl: Vælg, hvordan du vil mødes", "Fejl: Vælg en tid"], page.FindAll(".field-error").Select(error => error.Read()));
        Assert.Contains(scene.Bunit.JSInterop.Invocations, call => call.Identifier == "Blazor._internal.domWrapper.focus");
    }

    [Theory]
    [InlineData(true, "sagsbehandler")]
    [InlineData(false, "bekraeft")]
    public async Task ChooseTime_AllChosen_GoesOnToTheNextStep(bool givesChoice, string step)
    {
        await using var scene = await PageScene.SetAsync(option => option.AllowChoiceOfSupervisor = givesChoice);
        var page = Open(scene, BookingAnswers.None with { Time = scene.Booking.Start, ContactType = ContactType.Personal });

        page.ByTestId("tid-2027-03-08T10:00");
        Assert.Equal(givesChoice ? "Trin 2 af 4" : "Trin 2 af 3", page.Find(".step-count").Read());
        page.At("form").Submit();

        await scene.LeadsToAsync($"/book/{scene.Booking.Option.Id}/{step}?tid=2027-03-08T10:00&form=1");
    }

    [Fact]
    public async Task ChooseTime_OneContactForm_IsChosenAlready()
    {
        await using var scene = await PageScene.SetAsync(option => option.ContactTypes = [ContactType.Telephone]);

        var page = Open(scene, BookingAnswers.None);

        Assert.True(page.ByTestId("samtaleform-2").HasAttribute("checked"));
    }

    [Fact]
    public async Task ChooseTime_ChosenTimeIsTaken_MustBeChosenAnew()
    {
        await using var scene = await PageScene.SetAsync();
        await scene.Booking.Portal.World.AddTimeslotAsync(scene.Booking.Option, scene.Booking.Start.AddHours(1), [scene.Booking.Worker]);
        await scene.Booking.AssertBookedAsync();

        var page = Open(scene, BookingAnswers.None with { Time = scene.Booking.Start, ContactType = ContactType.Personal });
        page.ByTestId("tid-2027-03-08T11:00");
        page.At("form").Submit();

        Assert.Equal("Fejl: Vælg en tid", page.At(".field-error").Read());
        page.ByTestId("tid-2027-03-08T11:00");
        Assert.False(page.HasTestId("tid-2027-03-08T10:00"));
    }

    [Fact]
    public async Task ChooseTime_ClockShowsTheTimeTwice_TellsThemApart()
    {
        var summer = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);
        await using var scene = await PageScene.SetAsync(now: summer.AddDays(-3), start: summer);
        await scene.Booking.Portal.World.AddTimeslotAsync(scene.Booking.Option, summer.AddHours(1), [scene.Booking.Worker]);

        var page = Open(scene, BookingAnswers.None with { Time = summer.AddHours(1) });

        Assert.StartsWith("kl. 02.30 (sommertid)", page.At("label[for='tid-2026-10-25T02:30+02:00']").Read(), StringComparison.Ordinal);
        Assert.StartsWith("kl. 02.30 (vintertid)", page.At("label[for='tid-2026-10-25T02:30+01:00']").Read(), StringComparison.Ordinal);
        Assert.True(page.ByTestId("tid-2026-10-25T02:30+01:00").HasAttribute("checked"));
        Assert.False(page.ByTestId("tid-2026-10-25T02:30+02:00").HasAttribute("checked"));
    }

    [Fact]
    public async Task ChooseTime_GroupTime_SaysHowManySeatsAreLeft()
    {
        await using var scene = await PageScene.SetAsync(option => option.InterviewFormType = InterviewFormType.Group);
        await scene.Booking.Portal.World.AddTimeslotAsync(scene.Booking.Option, scene.Booking.Start.AddDays(1), [scene.Booking.Worker], seats: 12);

        var page = Open(scene, BookingAnswers.None with { Day = new DateOnly(2027, 3, 9) });

        page.Shows("12 ledige pladser");
    }

    [Fact]
    public async Task ChooseTime_Calendar_TellsInWordsWhichDaysHaveTimes()
    {
        await using var scene = await PageScene.SetAsync();
        await scene.Booking.Portal.World.AddTimeslotAsync(scene.Booking.Option, scene.Booking.Start.AddHours(1), [scene.Booking.Worker]);

        var page = Open(scene, BookingAnswers.None);

        page.ByTestId("tid-2027-03-08T10:00");
        Assert.Equal("marts 2027", page.Find("h3").Read());
        Assert.Equal("mandag den 8. marts, 2 ledige tider", page.At("[data-testid=dag-2027-03-08] .visually-hidden").Read());
        Assert.Equal("tirsdag den 9. marts, ingen ledige tider", page.At("[data-testid=dag-2027-03-09] .visually-hidden").Read());
        Assert.Equal("2 ledige tider mandag den 8. marts", page.Find("section [role=status]").Read());
        Assert.Equal(7, page.FindAll("[role=grid] th[abbr]").Count);
        var stop = Assert.Single(page.FindAll(".month a[tabindex='0']"));
        Assert.Equal("dag-2027-03-08", stop.GetAttribute("data-testid"));
        Assert.Same(stop.ParentElement, Assert.Single(page.FindAll(".month [aria-selected=true]")));
    }

    [Fact]
    public async Task ChooseTime_DaysThatArePast_CannotBeChosen()
    {
        await using var scene = await PageScene.SetAsync(now: World.Danish(2027, 3, 8, 23, 59), start: World.Danish(2027, 3, 9, 10, 0));

        var page = Open(scene, BookingAnswers.None with { Day = new DateOnly(2027, 3, 7) });

        page.ByTestId("tid-2027-03-09T10:00");
        Assert.False(page.HasTestId("dag-2027-03-07"));
        Assert.True(page.HasTestId("dag-2027-03-08"));
        Assert.False(page.HasTestId("forrige-maaned"));
    }

    [Fact]
    public async Task ChooseTime_AnotherMonth_ShowsItsFirstDayWithATime()
    {
        await using var scene = await PageScene.SetAsync();
        await scene.Booking.Portal.World.AddTimeslotAsync(scene.Booking.Option, World.Danish(2027, 4, 13, 9, 0), [scene.Booking.Worker]);
        var march = Open(scene, BookingAnswers.None);
        Assert.Equal($"book/{scene.Booking.Option.Id}?maaned=2027-04", march.ByTestId("naeste-maaned").GetAttribute("href"));

        var april = Open(scene, BookingAnswers.None with { Month = new Month(new DateOnly(2027, 4, 1)) });

        april.ByTestId("tid-2027-04-13T09:00");
        Assert.Equal("Næste måned, maj 2027", april.ByTestId("naeste-maaned").GetAttribute("aria-label"));
        Assert.Equal("Forrige måned, marts 2027", april.ByTestId("forrige-maaned").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task ChooseTime_NoneFreeThatMonth_SaysSoAndGoesToTheNext()
    {
        await using var scene = await PageScene.SetAsync();
        await scene.Booking.Portal.World.AddTimeslotAsync(scene.Booking.Option, World.Danish(2027, 8, 2, 9, 0), [scene.Booking.Worker]);
        await scene.Booking.AssertBookedAsync();
        var page = Open(scene, BookingAnswers.None with { Month = new Month(new DateOnly(2027, 3, 1)) });
        Assert.Contains("ingen ledige tider i marts 2027", page.ByTestId("fejl-4770").Read(), StringComparison.Ordinal);

        page.ByTestId("naeste-ledige").Click();

        await scene.LeadsToAsync($"/book/{scene.Booking.Option.Id}?dag=2027-08-02");
    }

    [Fact]
    public async Task ChooseTime_NoneFreeAtAll_SaysSo()
    {
        await using var scene = await PageScene.SetAsync();
        await scene.Booking.AssertBookedAsync();
        var page = Open(scene, BookingAnswers.None);

        page.ByTestId("naeste-ledige").Click();

        page.Shows("ingen ledige tider med dine valg i det næste år");
    }

    [Fact]
    public async Task ChooseTime_CaseWorkerFilter_ShowsTheTimesOfThatOneAlone()
    {
        await using var scene = await PageScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        var world = scene.Booking.Portal.World;
        var other = await world.AddCaseWorkerAsync("RID-2");
        await scene.Booking.Portal.Services.SaveAsync(context => context.OptionCaseWorkers.Add(new PlannedOptionCaseWorker
        {
            OptionId = scene.Booking.Option.Id,
            CaseWorkerId = other.Id,
            Position = 1,
        }));
        await world.AddTimeslotAsync(scene.Booking.Option, scene.Booking.Start.AddDays(1), [other]);
        var page = Open(scene, BookingAnswers.None);
        page.ByTestId("dag-2027-03-09");

        page.ByTestId("sagsbehandler-filter").Change("2");

        await scene.LeadsToAsync($"/book/{scene.Booking.Option.Id}?sb=2&dag=2027-03-08");
        var filtered = Open(scene, BookingAnswers.None with { CaseWorker = 2 });
        filtered.ByTestId("tid-2027-03-09T10:00");
        Assert.EndsWith("ingen ledige tider", filtered.At("[data-testid=dag-2027-03-08] .visually-hidden").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChooseTime_OpenDeadlineOfItsType_SaysByWhenTheMeetingMustBeHeld()
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(new Deadline
        {
            InterviewType = 12,
            BookBy = new DateOnly(2027, 3, 8),
            HoldBy = new DateOnly(2027, 3, 20),
        }));

        var page = Open(scene, BookingAnswers.None);

        page.Shows("Mødet skal holdes senest lørdag den 20. marts 2027.");
    }

    [Fact]
    public async Task ChooseTime_ChosenTimeIsOfAnotherDay_StaysChosen()
    {
        await using var scene = await PageScene.SetAsync(option => option.AllowChoiceOfSupervisor = false);
        var page = Open(scene, BookingAnswers.None with
        {
            Time = scene.Booking.Start,
            ContactType = ContactType.Personal,
            Month = new Month(new DateOnly(2027, 4, 1)),
        });
        page.Shows("Valgt: mandag den 8. marts kl. 10.00");

        page.At("form").Submit();

        await scene.LeadsToAsync($"/book/{scene.Booking.Option.Id}/bekraeft?tid=2027-03-08T10:00&form=1");
    }

    [Fact]
    public async Task ChooseTime_OfferIsNotThisCitizens_ShowsNothingOfIt()
    {
        await using var scene = await PageScene.SetAsync(option => (option.ContactGroups, option.Title) = ([29], "Hemmeligt møde"));

        var page = Open(scene, BookingAnswers.None);

        page.ByTestId("fejl-8107");
        Assert.DoesNotContain("Hemmeligt", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    [Theory]
    [InlineData("tid=x&form=x&sb=x&dag=x&maaned=x&forsoeg=x")]
    [InlineData("tid=2027-13-41T99:99&form=99999999999999999999&dag=9999-12-31&maaned=9999-12")]
    [InlineData("tid=0001-01-01T00:00&form=-1&dag=0001-01-01&maaned=0001-01")]
    public async Task ChooseTime_NonsenseInTheAddress_CountsAsNotAnswered(string query)
    {
        await using var scene = await PageScene.SetAsync();

        var page = scene.Open<ChooseTime>($"/book/{scene.Booking.Option.Id}?{query}", parameters => parameters.Add(step => step.OptionId, scene.Booking.Option.Id));

        page.ByTestId("tid-2027-03-08T10:00");
        Assert.Empty(page.FindAll("input[checked]"));
    }

    private static IRenderedComponent<ChooseTime> Open(PageScene scene, BookingAnswers answers) => scene.Open<ChooseTime>(
        $"/book/{scene.Booking.Option.Id}" + answers.ToQuery(), parameters => parameters.Add(step => step.OptionId, scene.Booking.Option.Id));
}
