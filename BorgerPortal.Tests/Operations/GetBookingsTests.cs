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
        await scene.AssertRefusedAsync([1014], () => ListAsync(scene, CitizenReference.ByPersonnummer("0")));
    }

    [Fact]
    public async Task GetBookings_8111_UnknownCitizen()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertRefusedAsync([8111], () => ListAsync(scene, CitizenReference.ById(4711)));
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
    [InlineData(true, true, InterviewFormType.Individual, true)]
    [InlineData(false, true, InterviewFormType.Individual, false)]
    [InlineData(true, false, InterviewFormType.Individual, false)]
    [InlineData(true, true, InterviewFormType.Group, false)]
    public async Task GetBookings_Caseworker_IsNamedWhereThatIsAllowedAndThereWasAChoice(bool show, bool choice, int form, bool isNamed)
    {
        await using var scene = await BookingScene.SetAsync(option =>
            (option.ShowCaseWorker, option.AllowChoiceOfSupervisor, option.InterviewFormType) = (show, choice, form));
        var booking = await scene.AssertBookedAsync();

        // What the offer says later changes nothing: the booking keeps what it was made with.
        await scene.Portal.SaveAsync(context => context.Options.Single(option => option.Id == scene.Option.Id).AllowChoiceOfSupervisor = !choice);

        AssertNamed(isNamed, (await ListAsync(scene)).Value.Bookings.Single());
        AssertNamed(isNamed, (await ReadAsync(scene, booking.Id)).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetBookings_SummonsWithoutAnOffer_NamesTheCaseworkerWhereThatIsAllowed(bool show)
    {
        await using var scene = await BookingScene.SetAsync(option => option.ShowCaseWorker = show);
        var booking = await scene.AssertBookedAsync();
        await scene.Portal.SaveAsync(context => context.Bookings.Single(row => row.Id == booking.Id).OptionId = null);

        AssertNamed(show, (await ListAsync(scene)).Value.Bookings.Single());
    }

    [Fact]
    public async Task GetBooking_1014_NamesEveryBrokenField()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertRefusedAsync([1014, 1014], () => ReadAsync(scene, null, CitizenReference.ByPersonnummer(null)));
        var result = await ReadAsync(scene, null, CitizenReference.ByPersonnummer(null));
        Assert.Equal(["personnummer", "indkaldelseId"], result.Errors.Select(error => error.Field));
    }

    [Fact]
    public async Task GetBooking_8111_UnknownCitizen()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        await scene.AssertRefusedAsync([8111], () => ReadAsync(scene, booking.Id, CitizenReference.ById(4711)));
        await scene.AssertRefusedAsync([8111], () => ReadAsync(scene, Guid.Empty, CitizenReference.ById(4711)));
    }

    [Fact]
    public async Task GetBooking_4768_IdThatNeverWas()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertRefusedAsync([4768], () => ReadAsync(scene, Guid.Empty));
    }

    [Fact]
    public async Task GetBooking_8107_AnotherCitizens()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.AssertRefusedAsync([8107], () => ReadAsync(scene, booking.Id, CitizenReference.ById(other.Id)));
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

    private static void AssertNamed(bool isNamed, BookingView booking)
    {
        Assert.Equal(isNamed, booking.NamesCaseWorker);
        Assert.Equal(
            isNamed ? ("Mette", "Holm RID-1", "RID-1") : ("Sagsbehandler", "skjult", "skjult"),
            (booking.Details.Supervisor.GivenName, booking.Details.Supervisor.Surname, booking.Details.Supervisor.Identifier));
    }

    private static Task<Result<CurrentBookings>> ListAsync(BookingScene scene, CitizenReference? citizen = null) =>
        scene.Portal.Get<GetBookings>().ExecuteAsync(
            new GetBookingsRequest(citizen ?? CitizenReference.ById(scene.Citizen.Id)), TestContext.Current.CancellationToken);

    private static Task<Result<BookingView>> ReadAsync(BookingScene scene, Guid? id, CitizenReference? citizen = null) =>
        scene.Portal.Get<GetBooking>().ExecuteAsync(
            new GetBookingRequest(citizen ?? CitizenReference.ById(scene.Citizen.Id), id), TestContext.Current.CancellationToken);
}
