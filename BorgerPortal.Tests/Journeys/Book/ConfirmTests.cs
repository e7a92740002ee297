using System.Globalization;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Api;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.Book;
using BorgerPortal.Web.Resources;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Book;

[PageLanguage]
public sealed class ConfirmTests
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da");
    private static readonly Guid Attempt = Guid.ParseExact("5b1f6f0a00004000800000000000aaaa", "N");

    [Fact]
    public async Task Confirm_Entered_MakesItsAttemptOnceAndShowsTheAnswers()
    {
        await using var scene = await PageScene.SetAsync();

        var page = Open(scene, Complete(scene));

        page.At("dl");
        Assert.Matches($@"\A/book/{scene.Booking.Option.Id}/bekraeft\?tid=2027-03-08T10:00&form=1&forsoeg=[0-9a-f]{{32}}\z", scene.Address);
        Assert.Equal("Tjek dine svar", page.Find("h1").Read());
        Assert.Contains("mandag den 8. marts 2027 kl. 10.00", page.At("dl").Read(), StringComparison.Ordinal);
        Assert.Contains("Værkmestergade 5", page.At("dl").Read(), StringComparison.Ordinal);
        page.Shows("Du kan selv flytte mødet indtil søndag den 7. marts 2027 kl. 10.00.");
        page.Shows("Du kan selv aflyse mødet indtil søndag den 7. marts 2027 kl. 10.00.");
        Assert.Equal(0, await CountAsync(scene));
    }

    [Fact]
    public async Task Confirm_Book_BooksAndShowsTheReceipt()
    {
        await using var scene = await PageScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);

        Open(scene, Complete(scene) with { CaseWorker = 1 }).At("form").Submit();

        await scene.LeadsToAsync(IsReceipt);
        var booking = await scene.Booking.Portal.ReadAsync(context => context.Bookings.SingleAsync());
        await scene.LeadsToAsync(Urls.Receipt(booking.Id));
        Assert.Equal("RID-1", booking.Details.Supervisor.Identifier);
        Assert.Equal(ContactType.Personal, booking.Details.ContactType);
    }

    [Fact]
    public async Task Confirm_ReloadedAndBookedAgain_IsTheSameBooking()
    {
        await using var scene = await PageScene.SetAsync();
        Open(scene, Complete(scene) with { Attempt = Attempt }).At("form").Submit();
        await scene.LeadsToAsync(IsReceipt);
        var receipt = scene.Address;

        var reloaded = Open(scene, Complete(scene) with { Attempt = Attempt });
        reloaded.Shows("Du har allerede booket denne tid.");
        reloaded.At("form").Submit();

        await scene.LeadsToAsync(receipt);
        Assert.Equal(1, await CountAsync(scene));
    }

    [Fact]
    public async Task Confirm_ClickedTwice_BooksOnce()
    {
        await using var scene = await PageScene.SetAsync(services: WriterDouble.Replace);
        var gate = new TaskCompletionSource();
        var writes = 0;
        scene.Booking.Portal.Get<WriterDouble>().BeforeApply = () =>
        {
            writes++;
            return gate.Task;
        };
        var page = Open(scene, Complete(scene));

        var first = page.At("form").SubmitAsync();
        var second = page.At("form").SubmitAsync();
        gate.SetResult();
        await Task.WhenAll(first, second);

        await scene.LeadsToAsync(IsReceipt);
        Assert.Equal(1, writes);
        Assert.Equal(1, await CountAsync(scene));
    }

    [Fact]
    public async Task Confirm_SomebodyWasQuicker_KeepsTheAnswersAndOffersTheNearestTimes()
    {
        await using var scene = await PageScene.SetAsync();
        var start = scene.Booking.Start;
        foreach (var hours in new[] { -1, 1, 2, 3, 24 })
        {
            await scene.Booking.Portal.World.AddTimeslotAsync(scene.Booking.Option, start.AddHours(hours), [scene.Booking.Worker]);
        }

        var page = Open(scene, Complete(scene) with { Attempt = Attempt });
        page.At("dl");
        var other = await scene.Booking.Portal.World.AddCitizenAsync();
        await scene.Booking.AssertBookedAsync(scene.Booking.Request with { Citizen = CitizenReference.ById(other.Id) });
        page.At("form").Submit();

        page.ByTestId("fejl-4819");
        Assert.Contains("mandag den 8. marts 2027 kl. 10.00", page.At("dl").Read(), StringComparison.Ordinal);
        page.At(".notice-error li");
        Assert.Equal(
            ["kl. 09.00", "kl. 11.00", "kl. 12.00", "kl. 13.00"],
            page.FindAll(".notice-error li a").Select(link => link.Read()["mandag den 8. marts ".Length..]));
        Assert.Equal(
            Urls.Confirm(scene.Booking.Option.Id, Complete(scene) with { Time = start.AddHours(-1) }),
            page.At(".notice-error li a").GetAttribute("href"));
        Assert.Equal($"book/{scene.Booking.Option.Id}?form=1", page.FindAll(".notice-error a:not([href^='meld-fejl'])")[^1].GetAttribute("href"));
        await scene.LeadsToAsync(address => !address.Contains(Attempt.ToString("N"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confirm_StoreTakesNothing_KeepsTheAnswersAndTheAttempt()
    {
        await using var scene = await PageScene.SetAsync(services: WriterDouble.Replace);
        var writer = scene.Booking.Portal.Get<WriterDouble>();
        writer.BeforeApply = () => throw new BookingStoreUnavailableException("The disk is full.");
        var page = Open(scene, Complete(scene) with { Attempt = Attempt });
        var address = scene.Address;

        page.At("form").Submit();

        Assert.Contains("Dine svar står her stadig.", page.ByTestId("fejl-utilgaengelig").Read(), StringComparison.Ordinal);
        await scene.LeadsToAsync(address);

        writer.BeforeApply = null;
        page.At("form").Submit();

        await scene.LeadsToAsync(IsReceipt);
        Assert.Equal(1, await CountAsync(scene));
    }

    [Fact]
    public async Task Confirm_AnswersChangedUnderAUsedAttempt_AsksToCheckThem()
    {
        await using var scene = await PageScene.SetAsync();
        Open(scene, Complete(scene) with { Attempt = Attempt }).At("form").Submit();
        await scene.LeadsToAsync(IsReceipt);

        var page = Open(scene, Complete(scene) with { Attempt = Attempt, ContactType = ContactType.Telephone });
        page.At("form").Submit();

        page.Shows("Svarene er ændret");
        await scene.LeadsToAsync(address => !address.Contains(Attempt.ToString("N"), StringComparison.Ordinal));
        Assert.Equal(1, await CountAsync(scene));
    }

    [Fact]
    public async Task Confirm_OfferIsBroken_ShowsEveryBrokenRule()
    {
        await using var scene = await PageScene.SetAsync(option => (option.ShouldCitizenCall, option.Location) = (true, null));
        var page = Open(scene, Complete(scene));

        page.At("form").Submit();

        page.ByTestId("fejl-8129");
        Assert.Equal(["fejl-8129", "fejl-8131"], page.FindAll("[data-testid^=fejl-]").Select(box => box.GetAttribute("data-testid")!));
    }

    /// <summary>Each code that CreateBooking can answer, but for the one that sends to the log-in.</summary>
    public static TheoryData<int> Codes => [.. ErrorMatrix.RowOf("CreateBooking").Where(code => code != Errors.CitizenLookupFailed.Number)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Confirm_EachCodeOfCreateBooking_HasItsBoxAndKeepsTheAnswers(int number)
    {
        var code = Errors.ByNumber[number];
        await using var scene = await PageScene.SetAsync(services: PlannerDouble.Replace);
        var page = Open(scene, Complete(scene) with { Attempt = Attempt });
        page.At("dl");
        scene.Booking.Portal.Get<PlannerDouble>().Refusal = code;

        page.At("form").Submit();

        var box = page.ByTestId($"fejl-{number}");
        Assert.Equal([ErrorTexts.What(code, Danish), ErrorTexts.Do(code, Danish)], box.QuerySelectorAll("p").Select(text => text.Read()));
        var alert = page.Find("[role=alert]");
        Assert.Single(alert.QuerySelectorAll("[data-testid^=fejl-]"));
        var reference = alert.QuerySelector(".reference span")!.Read();
        Assert.NotEmpty(reference);
        Assert.Equal(Urls.ReportError(number, reference), alert.QuerySelector("a[href^='meld-fejl']")!.GetAttribute("href"));
        Assert.Contains("mandag den 8. marts 2027 kl. 10.00", page.Find("dl").Read(), StringComparison.Ordinal);
        Assert.Contains("tid=2027-03-08T10:00&form=1", scene.Address, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(scene));
    }

    [Fact]
    public async Task Confirm_8111_TheDatabaseKnowsTheCitizenNoLonger_LeadsToTheLogIn()
    {
        await using var scene = await PageScene.SetAsync(services: PlannerDouble.Replace);
        var page = Open(scene, Complete(scene) with { Attempt = Attempt });
        page.At("dl");
        scene.Booking.Portal.Get<PlannerDouble>().Refusal = Errors.CitizenLookupFailed;

        page.At("form").Submit();

        await scene.LeadsToAsync(Urls.LogIn);
    }

    [Fact]
    public async Task Confirm_ImmediateBooking_SaysBeforeItIsBookedThatItStands()
    {
        await using var scene = await PageScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(new Deadline
        {
            InterviewType = 12,
            BookBy = new DateOnly(2027, 2, 28),
            HoldBy = new DateOnly(2027, 3, 20),
        }));

        var page = Open(scene, Complete(scene));

        page.Shows("kan hverken flyttes eller aflyses");
        Assert.DoesNotContain("du kan selv flytte mødet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_OwnMeetingAtTheSameTime_Warns()
    {
        await using var scene = await PageScene.SetAsync();
        var worker = await scene.Booking.Portal.World.AddCaseWorkerAsync("RID-2");
        var option = await scene.Booking.Portal.World.AddOptionAsync([worker], offer => offer.Title = "CV-samtale");
        await scene.Booking.Portal.World.AddTimeslotAsync(option, scene.Booking.Start.AddMinutes(30), [worker]);
        await scene.Booking.AssertBookedAsync(scene.Booking.Request with { OptionId = option.Id, StartTime = scene.Booking.Start.AddMinutes(30) });

        var page = Open(scene, Complete(scene));

        Assert.Contains(
            "Du har et andet møde på samme tid: CV-samtale, mandag den 8. marts kl. 10.30.", page.At(".notice-warning").Read(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_StepsAreMissing_LeadsToTheFirstOfThem()
    {
        await using var scene = await PageScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);

        Open(scene, BookingAnswers.None with { Time = scene.Booking.Start });
        await scene.LeadsToAsync($"/book/{scene.Booking.Option.Id}?tid=2027-03-08T10:00");

        Open(scene, Complete(scene));
        await scene.LeadsToAsync($"/book/{scene.Booking.Option.Id}/sagsbehandler?tid=2027-03-08T10:00&form=1");
    }

    private static bool IsReceipt(string address) => address.StartsWith("/kvittering/", StringComparison.Ordinal);

    private static BookingAnswers Complete(PageScene scene) =>
        BookingAnswers.None with { Time = scene.Booking.Start, ContactType = ContactType.Personal };

    private static Task<int> CountAsync(PageScene scene) => scene.Booking.Portal.ReadAsync(context => context.Bookings.CountAsync());

    private static IRenderedComponent<Confirm> Open(PageScene scene, BookingAnswers answers) => scene.Open<Confirm>(
        Urls.Confirm(scene.Booking.Option.Id, answers), parameters => parameters.Add(step => step.OptionId, scene.Booking.Option.Id));
}
