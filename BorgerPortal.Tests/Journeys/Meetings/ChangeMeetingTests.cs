using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.Book;
using BorgerPortal.Web.Journeys.Meetings;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Meetings;

/// <summary>A citizen accepts, cancels and moves a meeting on its pages.</summary>
[PageLanguage]
public sealed class ChangeMeetingTests
{
    [Fact]
    public async Task Cancel_Confirmed_CancelsAndEndsOnAReceipt()
    {
        await using var scene = await PageScene.SetAsync(citizen: AddDeadline);
        var booking = await scene.Booking.AssertBookedAsync();
        var page = OpenCancel(scene, booking.Id);
        Assert.Contains("Anden samtale: book senest mandag den 8. marts 2027", page.ByTestId("aflys-frist").Read(), StringComparison.Ordinal);

        page.At("form").Submit();

        await scene.LeadsToAsync($"/kvittering/{booking.Id}?aendring=aflyst");
        Assert.Equal(BookingState.Cancelled, (await ReadAsync(scene, booking.Id)).State);
        var receipt = scene.Open<Receipt>($"/kvittering/{booking.Id}?aendring=aflyst", parameters => parameters.Add(step => step.BookingId, booking.Id));
        receipt.Shows("Dit møde mandag den 8. marts 2027 kl. 10.00 er aflyst.");
    }

    [Fact]
    public async Task Cancel_MeetsNoDeadline_SaysSo()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await scene.Booking.AssertBookedAsync();

        OpenCancel(scene, booking.Id).Shows("Ingen af dine frister afhænger af dette møde.");
    }

    [Fact]
    public async Task Cancel_DeadlineHasPassed_SaysSinceWhenAndHasNoButton()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await scene.Booking.AssertBookedAsync();
        scene.Booking.Portal.Clock.SetUtcNow(World.Danish(2027, 3, 7, 10, 1));

        var page = OpenCancel(scene, booking.Id);

        page.Shows("Nej, du kunne aflyse mødet indtil søndag den 7. marts 2027 kl. 10.00.");
        Assert.False(page.HasTestId("aflys-bekraeft"));
        var meeting = OpenMeeting(scene, booking.Id);
        meeting.Shows("Nej, du kunne flytte mødet indtil søndag den 7. marts 2027 kl. 10.00.");
        Assert.False(meeting.HasTestId("aflys"));
        Assert.False(meeting.HasTestId("ombook"));
    }

    [Fact]
    public async Task Cancel_CancelledInAnotherTabMeanwhile_ShowsTheError()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await scene.Booking.AssertBookedAsync();
        var page = OpenCancel(scene, booking.Id);
        var other = OpenCancel(scene, booking.Id);
        other.At("form").Submit();
        await scene.LeadsToAsync($"/kvittering/{booking.Id}?aendring=aflyst");

        page.At("form").Submit();

        page.ByTestId("fejl-4768");
    }

    [Theory]
    [InlineData("/aflys")]
    [InlineData("/ombook")]
    public async Task Change_SomebodyElses_ShowsNothingOfIt(string step)
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await scene.Booking.AssertBookedAsync();
        scene.LogIn((await scene.Booking.Portal.World.AddCitizenAsync()).Id);

        var markup = step == "/aflys" ? Wait(OpenCancel(scene, booking.Id)) : Wait(OpenRebook(scene, booking.Id));

        Assert.DoesNotContain("8. marts", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", markup, StringComparison.Ordinal);

        static string Wait<TPage>(IRenderedComponent<TPage> page)
            where TPage : Microsoft.AspNetCore.Components.IComponent
        {
            page.ByTestId("fejl-8107");
            return page.Markup;
        }
    }

    [Fact]
    public async Task Accept_Summons_IsAcceptedOnThePage()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await scene.Booking.AssertBookedAsync();
        await scene.Booking.ChangeAsync(booking, own => (own.SelfBooked, own.CitizenShouldAccept, own.Accepted) = (false, true, false));
        var page = OpenMeeting(scene, booking.Id);
        page.ByTestId("accepter");

        page.At("form").Submit();

        page.Shows("Tak. Du har bekræftet, at du kommer.");
        Assert.False(page.HasTestId("accepter"));
        Assert.True((await ReadAsync(scene, booking.Id)).Accepted);
    }

    [Fact]
    public async Task Rebook_AnotherTimeConfirmed_MovesAndEndsOnAReceipt()
    {
        await using var scene = await PageScene.SetAsync(option => option.AllowChoiceOfSupervisor = false);
        var later = scene.Booking.Start.AddHours(2);
        await scene.Booking.Portal.World.AddTimeslotAsync(scene.Booking.Option, later, [scene.Booking.Worker]);
        var booking = await scene.Booking.AssertBookedAsync();

        var page = OpenRebook(scene, booking.Id);
        Assert.Contains("Dit møde nu: mandag den 8. marts 2027 kl. 10.00", page.ByTestId("gammelt-moede").Read(), StringComparison.Ordinal);
        Assert.Equal(("Flyt møde", "Trin 1 af 2"), (page.Find("h1").Read(), page.Find(".step-count").Read()));
        Assert.True(page.ByTestId("samtaleform-1").HasAttribute("checked"));
        page.ByTestId("tid-2027-03-08T12:00").Input("2027-03-08T12:00");
        await scene.LeadsToAsync($"/moeder/{booking.Id}/ombook?tid=2027-03-08T12:00&form=1&dag=2027-03-08");

        var confirm = scene.Open<Confirm>(
            $"/moeder/{booking.Id}/ombook/bekraeft?tid=2027-03-08T12:00&form=1&forsoeg=5b1f6f0a00004000800000000000aaaa",
            parameters => parameters.Add(step => step.BookingId, booking.Id));
        confirm.ByTestId("book");
        Assert.Equal(["Dit møde nu", "Dit nye møde"], confirm.FindAll(".beside h2").Select(heading => heading.Read()));
        Assert.Contains("mandag den 8. marts 2027 kl. 10.00", confirm.ByTestId("gammelt-moede").Read(), StringComparison.Ordinal);
        Assert.Contains("mandag den 8. marts 2027 kl. 12.00", confirm.At("form dl").Read(), StringComparison.Ordinal);
        confirm.At("form").Submit();

        await scene.LeadsToAsync($"/kvittering/{booking.Id}?aendring=flyttet");
        Assert.Equal(later, (await ReadAsync(scene, booking.Id)).Details.Start);
    }

    [Fact]
    public async Task Rebook_TimeIsTakenMeanwhile_OffersTheNearestAndTheOldOneStands()
    {
        await using var scene = await PageScene.SetAsync(option => option.AllowChoiceOfSupervisor = false);
        var later = scene.Booking.Start.AddHours(2);
        await scene.Booking.Portal.World.AddTimeslotAsync(scene.Booking.Option, later, [scene.Booking.Worker]);
        await scene.Booking.Portal.World.AddTimeslotAsync(scene.Booking.Option, later.AddHours(1), [scene.Booking.Worker]);
        var booking = await scene.Booking.AssertBookedAsync();
        var other = await scene.Booking.Portal.World.AddCitizenAsync();
        var confirm = scene.Open<Confirm>(
            $"/moeder/{booking.Id}/ombook/bekraeft?tid=2027-03-08T12:00&form=1&forsoeg=5b1f6f0a00004000800000000000aaaa",
            parameters => parameters.Add(step => step.BookingId, booking.Id));
        confirm.ByTestId("book");
        await scene.Booking.AssertBookedAsync(scene.Booking.Request with { Citizen = CitizenReference.ById(other.Id), StartTime = later });

        confirm.At("form").Submit();

        confirm.ByTestId("fejl-4767");
        Assert.Equal($"moeder/{booking.Id}/ombook/bekraeft?tid=2027-03-08T13:00&form=1", confirm.At("a[href*='tid=2027-03-08T13:00']").GetAttribute("href"));
        Assert.Equal(scene.Booking.Start, (await ReadAsync(scene, booking.Id)).Details.Start);
    }

    [Fact]
    public async Task Rebook_CaseWorkerStep_BeginsWithThePresentOne()
    {
        await using var scene = await PageScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        var booking = await scene.Booking.AssertBookedAsync();

        var page = scene.Open<ChooseCaseWorker>(
            $"/moeder/{booking.Id}/ombook/sagsbehandler?tid=2027-03-08T10:00&form=1", parameters => parameters.Add(step => step.BookingId, booking.Id));

        Assert.True(page.ByTestId("sagsbehandler-1").HasAttribute("checked"));
        Assert.False(page.HasTestId("sagsbehandler-0"));
    }

    private static IRenderedComponent<Cancel> OpenCancel(PageScene scene, Guid id) =>
        scene.Open<Cancel>(Urls.Cancel(id), parameters => parameters.Add(step => step.BookingId, id));

    private static IRenderedComponent<Meeting> OpenMeeting(PageScene scene, Guid id) =>
        scene.Open<Meeting>(Urls.Meeting(id), parameters => parameters.Add(step => step.BookingId, id));

    private static IRenderedComponent<ChooseTime> OpenRebook(PageScene scene, Guid id) =>
        scene.Open<ChooseTime>(Urls.Rebook(id, BookingAnswers.None), parameters => parameters.Add(step => step.BookingId, id));

    private static void AddDeadline(Citizen citizen) => citizen.Deadlines.Add(new Deadline
    {
        InterviewType = 12,
        BookBy = new DateOnly(2027, 3, 8),
        HoldBy = new DateOnly(2027, 3, 20),
    });

    private static Task<Booking> ReadAsync(PageScene scene, Guid id) =>
        scene.Booking.Portal.ReadAsync(context => context.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == id));
}
