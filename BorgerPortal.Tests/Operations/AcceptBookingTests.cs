using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>SaveIndkaldelsesaccept: what it changes, and each code of its row that the embedded planner can bring.</summary>
public abstract class AcceptBookingTests
{
    public sealed class OnSqlite : AcceptBookingTests;

    public sealed class OnPostgreSql : AcceptBookingTests;

    [Fact]
    public async Task AcceptBooking_ASummons_IsAcceptedAndNothingElseChanges()
    {
        await using var scene = await BookingScene.SetAsync();
        var summons = await SummonAsync(scene);
        var before = await scene.CountAsync();

        var result = await scene.AcceptAsync(summons.Id);

        Assert.Equal(new BookingChange(summons.Id), result.Value);
        var accepted = await scene.ReadAsync(summons.Id);
        Assert.Equal((true, false, BookingState.Active, summons.Details), (accepted.Accepted, accepted.SelfBooked, accepted.State, accepted.Details with { Participants = summons.Details.Participants }));
        Assert.Equal(before with { Audited = before.Audited + 1, Versions = before.Versions + 1 }, await scene.CountAsync());
        var entry = await scene.Portal.ReadAsync(context => context.AuditEntries.OrderByDescending(audit => audit.Id).FirstAsync());
        Assert.Equal(("SaveIndkaldelsesaccept", summons.Id), (entry.Operation, entry.BookingId!.Value));
    }

    [Fact]
    public async Task AcceptBooking_AgainOrOneThatNeedsNone_SucceedsAndChangesNothing()
    {
        await using var scene = await BookingScene.SetAsync();
        var summons = await SummonAsync(scene);
        await scene.AcceptAsync(summons.Id);
        await AssertNothingHappensAsync(scene, summons);

        await scene.ChangeAsync(summons, row => (row.Accepted, row.CitizenShouldAccept) = (false, false));
        await AssertNothingHappensAsync(scene, summons);
    }

    [Fact]
    public async Task AcceptBooking_1014_NamesEveryBrokenField()
    {
        await using var scene = await BookingScene.SetAsync();
        await RefusedAsync(scene, null, [1014, 1014], CitizenReference.ByPersonnummer("x"));
        Assert.Equal(["indkaldelseId"], (await scene.AcceptAsync(null)).Errors.Select(error => error.Field));
    }

    [Fact]
    public async Task AcceptBooking_4400_UnknownCitizen_IsAlone()
    {
        await using var scene = await BookingScene.SetAsync();
        await RefusedAsync(scene, Guid.Empty, [4400], CitizenReference.ByPersonnummer("3112575999"));
    }

    [Fact]
    public async Task AcceptBooking_4768_UnknownOrCancelled()
    {
        await using var scene = await BookingScene.SetAsync();
        var summons = await SummonAsync(scene);
        await RefusedAsync(scene, Guid.Empty, [4768]);
        await scene.CancelAsync(summons.Id);
        await RefusedAsync(scene, summons.Id, [4768]);
    }

    [Fact]
    public async Task AcceptBooking_8107_AnothersSummons_IsAloneBefore9018()
    {
        await using var scene = await BookingScene.SetAsync();
        var summons = await SummonAsync(scene);
        await scene.ChangeAsync(summons, row => row.JobCentreCode = TestPortal.Unconfigured);
        var other = await scene.Portal.World.AddCitizenAsync();
        await RefusedAsync(scene, summons.Id, [8107], CitizenReference.ById(other.Id));
    }

    [Fact]
    public async Task AcceptBooking_9018_TheBookingsJobcentreHasNoBookingSystem()
    {
        await using var scene = await BookingScene.SetAsync();
        var summons = await SummonAsync(scene);
        await scene.ChangeAsync(summons, row => row.JobCentreCode = TestPortal.Unconfigured);
        await RefusedAsync(scene, summons.Id, [9018]);
    }

    private static async Task<Booking> SummonAsync(BookingScene scene)
    {
        var booking = await scene.AssertBookedAsync();
        await scene.ChangeAsync(booking, summons => (summons.SelfBooked, summons.CitizenShouldAccept, summons.Accepted) = (false, true, false));
        return await scene.ReadAsync(booking.Id);
    }

    private static async Task AssertNothingHappensAsync(BookingScene scene, Booking summons)
    {
        var before = await scene.Portal.ReadAsync(StateSnapshot.TakeAsync);
        Assert.Empty((await scene.AcceptAsync(summons.Id)).Errors);
        Assert.Equal(before, await scene.Portal.ReadAsync(StateSnapshot.TakeAsync));
    }

    private static Task RefusedAsync(BookingScene scene, Guid? bookingId, IReadOnlyList<int> codes, CitizenReference? citizen = null) =>
        scene.AssertChangeRefusedAsync(OperationNames.AcceptBooking, bookingId, codes, () => scene.AcceptAsync(bookingId, citizen));
}
