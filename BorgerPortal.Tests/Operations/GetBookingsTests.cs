using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Operations;

public abstract class GetBookingsTests
{
    public sealed class OnSqlite : GetBookingsTests;

    public sealed class OnPostgreSql : GetBookingsTests;

    [Fact]
    public async Task GetBookings_1014_NotAPersonnummer()
    {
        await using var scene = await BookingScene.SetAsync();
        Assert.Equal(1014, (await ListAsync(scene, CitizenReference.ByPersonnummer("0"))).Leading!.Code.Number);
    }

    [Fact]
    public async Task GetBookings_8111_UnknownCitizen()
    {
        await using var scene = await BookingScene.SetAsync();
        Assert.Equal(8111, (await ListAsync(scene, CitizenReference.ById(4711))).Leading!.Code.Number);
    }

    [Fact]
    public async Task GetBookings_TodayAndLater_ComeEarliestFirstAndYesterdaysNot()
    {
        await using var scene = await BookingScene.SetAsync(start: World.Danish(2027, 3, 1, 23, 59));
        var later = World.Danish(2027, 3, 2, 9);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, later, [scene.Worker]);
        await scene.AssertBookedAsync(scene.Request with { StartTime = later });
        await scene.AssertBookedAsync();
        Assert.Equal([scene.Start, later], (await ListAsync(scene)).Value.Bookings.Select(booking => booking.Details.Start));

        scene.Portal.Clock.SetUtcNow(World.Danish(2027, 3, 2, 0));
        Assert.Equal([later], (await ListAsync(scene)).Value.Bookings.Select(booking => booking.Details.Start));
        scene.Portal.Clock.SetUtcNow(World.Danish(2027, 3, 2, 23, 59));
        Assert.Equal([later], (await ListAsync(scene)).Value.Bookings.Select(booking => booking.Details.Start));
    }

    [Fact]
    public async Task GetBookings_AnotherCitizens_AreNotListed()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertBookedAsync();
        var other = await scene.Portal.World.AddCitizenAsync();
        Assert.Empty((await ListAsync(scene, CitizenReference.ById(other.Id))).Value.Bookings);
    }

    [Theory]
    [InlineData(true, "RID-1")]
    [InlineData(false, "skjult")]
    public async Task GetBookings_Caseworker_IsNamedOnlyWhereThatIsAllowed(bool show, string identifier)
    {
        await using var scene = await BookingScene.SetAsync(option => option.ShowCaseWorker = show);
        await scene.AssertBookedAsync();
        Assert.Equal(identifier, (await ListAsync(scene)).Value.Bookings.Single().Details.Supervisor.Identifier);
    }

    [Fact]
    public async Task GetBooking_1014_NamesEveryBrokenField()
    {
        await using var scene = await BookingScene.SetAsync();
        var result = await ReadAsync(scene, null, CitizenReference.ByPersonnummer(null));
        Assert.Equal(["personnummer", "indkaldelseId"], result.Errors.Select(error => error.Field));
        Assert.All(result.Errors, error => Assert.Equal(1014, error.Code.Number));
    }

    [Fact]
    public async Task GetBooking_8111_UnknownCitizen()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        Assert.Equal(8111, (await ReadAsync(scene, booking.Id, CitizenReference.ById(4711))).Leading!.Code.Number);
    }

    [Fact]
    public async Task GetBooking_4768_IdThatNeverWas()
    {
        await using var scene = await BookingScene.SetAsync();
        Assert.Equal(4768, (await ReadAsync(scene, Guid.Empty)).Leading!.Code.Number);
    }

    [Fact]
    public async Task GetBooking_8107_AnotherCitizens()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        var other = await scene.Portal.World.AddCitizenAsync();
        Assert.Equal(8107, (await ReadAsync(scene, booking.Id, CitizenReference.ById(other.Id))).Leading!.Code.Number);
    }

    [Fact]
    public async Task GetBooking_ThatIsPast_IsGiven()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        scene.Portal.Clock.Advance(TimeSpan.FromDays(100));
        var view = (await ReadAsync(scene, booking.Id)).Value;
        Assert.Equal((booking.Id, ContactType.Personal), (view.Id, view.Details.ContactType));
    }

    private static Task<Result<CurrentBookings>> ListAsync(BookingScene scene, CitizenReference? citizen = null) =>
        scene.Portal.Get<GetBookings>().ExecuteAsync(
            new GetBookingsRequest(citizen ?? CitizenReference.ById(scene.Citizen.Id)), TestContext.Current.CancellationToken);

    private static Task<Result<BookingView>> ReadAsync(BookingScene scene, Guid? id, CitizenReference? citizen = null) =>
        scene.Portal.Get<GetBooking>().ExecuteAsync(
            new GetBookingRequest(citizen ?? CitizenReference.ById(scene.Citizen.Id), id), TestContext.Current.CancellationToken);
}
