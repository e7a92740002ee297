using System.Globalization;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Journeys.Book;
using BorgerPortal.Web.Journeys.Waiting;
using Bunit;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Waiting;

/// <summary>The page of a booking whose outcome is not known yet.</summary>
[PageLanguage]
public sealed class WaitForAnswerTests
{
    [Fact]
    public async Task Waiting_Pending_SaysSoWithReferenceAndTimeOfAsking()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await PendingAsync(scene);

        var page = Open(scene, booking.Id);

        Assert.Equal("Vi kan endnu ikke bekræfte din tid", page.Find("h1").Read());
        Assert.Equal(booking.Id.ToString(), page.ByTestId("afventer-reference").Read());
        page.Shows("mandag den 1. marts 2027 kl. 10.00");
    }

    [Fact]
    public async Task Waiting_Settled_LeadsToTheReceiptByItself()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await PendingAsync(scene);
        var page = Open(scene, booking.Id);

        await SetStateAsync(scene, BookingState.Active);
        scene.Booking.Portal.Clock.Advance(TimeSpan.FromSeconds(5));

        await scene.LeadsToAsync(Urls.Receipt(booking.Id));
        Assert.NotNull(page);
    }

    [Fact]
    public async Task Waiting_SettledBeforeThePageOpens_LeadsToTheReceiptAtOnce()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await scene.Booking.AssertBookedAsync();

        Open(scene, booking.Id);

        await scene.LeadsToAsync(Urls.Receipt(booking.Id));
    }

    [Fact]
    public async Task Waiting_CameToNothing_SaysSoByItself()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await PendingAsync(scene);
        var page = Open(scene, booking.Id);

        await SetStateAsync(scene, BookingState.Cancelled);
        scene.Booking.Portal.Clock.Advance(TimeSpan.FromSeconds(5));

        page.Shows("Din tid blev ikke booket");
        Assert.Equal(Urls.ChooseMeeting, page.At("[role=status] a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(ReceiptOf.Cancelled, BookingState.Cancelled, 0, "/kvittering/{0}?aendring=aflyst")]
    [InlineData(ReceiptOf.Moved, BookingState.Active, 1, "/kvittering/{0}?aendring=flyttet")]
    [InlineData(ReceiptOf.Moved, BookingState.Active, 0, "/moeder/{0}")]
    public async Task Waiting_ForAChange_LeadsToWhatHasBecomeOfIt(string change, BookingState state, int moves, string address)
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await PendingAsync(scene);
        var page = Open(scene, booking.Id, change);
        page.ByTestId("afventer-reference");
        Assert.DoesNotContain("Du bad om tiden", page.Markup, StringComparison.Ordinal);

        await scene.Booking.Portal.SaveAsync(context => (context.Bookings.First().State, context.Bookings.First().Moves) = (state, moves));
        scene.Booking.Portal.Clock.Advance(TimeSpan.FromSeconds(5));

        await scene.LeadsToAsync(string.Format(CultureInfo.InvariantCulture, address, booking.Id));
    }

    [Fact]
    public async Task Waiting_ForACancellationThatCameToNothing_SaysThatTheMeetingStands()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await PendingAsync(scene);
        var page = Open(scene, booking.Id, ReceiptOf.Cancelled);

        await SetStateAsync(scene, BookingState.Active);
        scene.Booking.Portal.Clock.Advance(TimeSpan.FromSeconds(5));

        page.ByTestId("ikke-aflyst");
        Assert.Equal("Mødet er ikke aflyst", page.Find("h1").Read());
    }

    [Fact]
    public async Task Waiting_TheBookingWasNeverMade_SaysSo()
    {
        await using var scene = await PageScene.SetAsync();
        Open(scene, Guid.Empty).Shows("Din tid blev ikke booket");
    }

    [Fact]
    public async Task Waiting_SomebodyElses_ShowsNothingOfIt()
    {
        await using var scene = await PageScene.SetAsync();
        var booking = await PendingAsync(scene);
        scene.LogIn((await scene.Booking.Portal.World.AddCitizenAsync()).Id);

        var page = Open(scene, booking.Id);

        page.ByTestId("fejl-8107");
        Assert.DoesNotContain(booking.Id.ToString(), page.Markup, StringComparison.Ordinal);
    }

    private static IRenderedComponent<WaitForAnswer> Open(PageScene scene, Guid bookingId, string? change = null) =>
        scene.Open<WaitForAnswer>(Urls.Waiting(bookingId, change), page => page.Add(waiting => waiting.BookingId, bookingId));

    private static async Task<Booking> PendingAsync(PageScene scene)
    {
        var booking = await scene.Booking.AssertBookedAsync();
        await SetStateAsync(scene, BookingState.Pending);
        return booking;
    }

    private static Task<int> SetStateAsync(PageScene scene, BookingState state) =>
        scene.Booking.Portal.SaveAsync(context => context.Bookings.First().State = state);
}
