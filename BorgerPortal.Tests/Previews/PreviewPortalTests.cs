using BorgerPortal.Domain;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using Xunit;

namespace BorgerPortal.Tests.Previews;

/// <summary>The portal as one citizen would meet it: the operations answer as they would, and not a row is written.</summary>
public abstract class PreviewPortalTests
{
    public sealed class OnSqlite : PreviewPortalTests;

    public sealed class OnPostgreSql : PreviewPortalTests;

    private static readonly DateOnly Today = new(2027, 3, 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preview_EveryOperation_WritesNoRowOfAnyTable()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(
            new Deadline { InterviewType = 4, BookBy = Today.AddDays(2), HoldBy = Today.AddDays(20) }));
        var own = await scene.AssertBookedAsync();
        var before = await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync);
        using var preview = OpenOf(scene);

        foreach (var operation in OperationRows.All.Keys)
        {
            await CallAsync(preview, operation, scene, own.Id);
        }

        await Assert.ThrowsAsync<PreviewException>(() => preview.Get<TakeEvidence>().ExecuteAsync(new(preview.Preview.Citizen, Guid.Empty, 4), Token));
        await preview.Get<ReadAudit>().FlushAsync();
        Assert.Equal(before, await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync));
    }

    /// <summary>The snapshot would find what the real operations write.</summary>
    [Fact]
    public async Task Snapshot_TheSameBookingOutsideAPreview_IsFound()
    {
        await using var scene = await BookingScene.SetAsync();
        var before = await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync);
        await scene.BookAsync(scene.Request with { ContactType = 99 });
        Assert.NotEqual(before, await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync));
    }

    [Fact]
    public async Task CreateBooking_WhatWouldBeBooked_IsToldAsAPreview()
    {
        await using var scene = await BookingScene.SetAsync();
        using var preview = OpenOf(scene);
        await Assert.ThrowsAsync<PreviewException>(() => BookAsync(preview, scene.Request));
    }

    [Fact]
    public async Task CreateBooking_WhatWouldBeRefused_IsAnsweredAsToTheCitizen()
    {
        await using var scene = await BookingScene.SetAsync(option => (option.ShouldCitizenCall, option.PhoneNumber) = (true, null));
        using var preview = OpenOf(scene);
        Assert.Equal([8131], Codes(await BookAsync(preview, scene.Request)));
        Assert.Equal([4708], Codes(await BookAsync(preview, scene.Request with { ContactType = 99 })));
    }

    [Fact]
    public async Task Preview_AtAnotherDate_IsAsThingsStandThen()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(
            new Deadline { InterviewType = 12, BookBy = Today.AddDays(2), HoldBy = Today.AddDays(20) }));
        using var today = OpenOf(scene);
        using var later = OpenOf(scene, World.Danish(2027, 3, 5, 12));

        Assert.False((await StatusAsync(today)).Value.ImmediateBookingRequired);
        Assert.True((await StatusAsync(later)).Value.ImmediateBookingRequired);
        Assert.Equal(World.Danish(2027, 3, 5, 12), later.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Preview_CitizenOfAnotherJobcentre_IsAsOneWhomNobodyKnows()
    {
        await using var scene = await BookingScene.SetAsync();
        var elsewhere = await scene.Portal.World.AddCitizenAsync(citizen => citizen.JobCentreCode = TestPortal.Odense);
        var own = await scene.AssertBookedAsync();
        using var other = OpenOf(scene, citizen: elsewhere.Id);
        using var unknown = OpenOf(scene, citizen: 4711);

        foreach (var operation in OperationRows.All.Keys)
        {
            var answer = await CallAsync(other, operation, scene, own.Id);
            Assert.NotEmpty(answer);
            Assert.Equal(await CallAsync(unknown, operation, scene, own.Id), answer);
        }
    }

    [Fact]
    public async Task Preview_AnotherCitizenThanItsOwn_IsAsOneWhomNobodyKnows()
    {
        await using var scene = await BookingScene.SetAsync();
        var neighbour = await scene.Portal.World.AddCitizenAsync();
        using var preview = OpenOf(scene);

        Assert.Equal([1010], Codes(await preview.Get<GetCitizenStatus>().ExecuteAsync(new(CitizenReference.ById(neighbour.Id)), Token)));
        Assert.Equal([1010], Codes(await preview.Get<GetCitizenStatus>().ExecuteAsync(new(CitizenReference.ByPersonnummer(World.PersonnummerOf(0))), Token)));
        Assert.Empty(Codes(await StatusAsync(preview)));
    }

    [Fact]
    public async Task Profile_EveryOperation_WritesNoRowOfAnyTable()
    {
        await using var scene = await BookingScene.SetAsync();
        var before = await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync);
        using var preview = OpenOf(scene, new PreviewProfile(1) { Bookings = [new(4, World.Danish(2027, 3, 9, 10))] });
        var own = (await preview.Get<GetBookings>().ExecuteAsync(new(preview.Preview.Citizen), Token)).Value.Bookings.Single();

        foreach (var operation in OperationRows.All.Keys)
        {
            await CallAsync(preview, operation, scene, own.Id);
        }

        Assert.Equal(before, await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync));
    }

    [Fact]
    public async Task Profile_ContactGroup_SeesItsOffersAndTheirTimes()
    {
        await using var scene = await BookingScene.SetAsync(option => option.ContactGroups = [2]);
        using var meant = OpenOf(scene, new PreviewProfile(2));
        using var other = OpenOf(scene, new PreviewProfile(3));

        Assert.Equal(scene.Option.Id, Assert.Single((await OptionsAsync(meant)).Value.Options).Id);
        Assert.Empty((await OptionsAsync(other)).Value.Options);
        var times = await meant.Get<GetSelfbookTimeslots>().ExecuteAsync(
            new(meant.Preview.Citizen, scene.Option.Id, scene.Start, scene.Start.AddHours(1)), Token);
        Assert.Equal(scene.Start, Assert.Single(times.Value.Timeslots).Start);
    }

    [Fact]
    public async Task Profile_OfferForNamedCitizens_IsNotTheirs()
    {
        await using var scene = await BookingScene.SetAsync(option => option.ForNamedCitizens = true);
        using var preview = OpenOf(scene, new PreviewProfile(1));
        Assert.Empty((await OptionsAsync(preview)).Value.Options);
        Assert.Equal([8108], Codes(await BookAsync(preview, scene.Request)));
    }

    [Fact]
    public async Task Profile_OverdueDeadline_MustBookAtOnce()
    {
        await using var scene = await BookingScene.SetAsync();
        using var preview = OpenOf(scene, new PreviewProfile(1) { Deadlines = [new(12, Today.AddDays(-1), Today.AddDays(9))] });

        Assert.True((await StatusAsync(preview)).Value.ImmediateBookingRequired);
        var times = await preview.Get<GetImmediateBookingTimeslots>().ExecuteAsync(new(preview.Preview.Citizen), Token);
        Assert.Equal(scene.Start, Assert.Single(times.Value.Listing.Timeslots).Timeslot.Start);
    }

    [Fact]
    public async Task Profile_BookingThatFitsADeadline_MeetsIt()
    {
        await using var scene = await BookingScene.SetAsync();
        var profile = new PreviewProfile(1) { Deadlines = [new(12, Today.AddDays(3), Today.AddDays(9)), new(4, Today.AddDays(3), Today.AddDays(9))] };
        using var open = OpenOf(scene, profile);
        using var met = OpenOf(scene, profile with { Bookings = [new(12, World.Danish(2027, 3, 8, 10))] });

        Assert.Equal([12, 4], (await StatusAsync(open)).Value.Deadlines.Select(deadline => deadline.InterviewType));
        Assert.Equal([4], (await StatusAsync(met)).Value.Deadlines.Select(deadline => deadline.InterviewType));
    }

    [Theory]
    [InlineData(57, SelfBookingHindrance.Deprived)]
    [InlineData(75, SelfBookingHindrance.ContactIsWithUnemploymentFund)]
    public async Task Profile_Absence_TakesAwayTheRight(int type, SelfBookingHindrance hindrance)
    {
        await using var scene = await BookingScene.SetAsync();
        using var preview = OpenOf(scene, new PreviewProfile(1) { Absences = [new(type, Today)] });
        Assert.Equal(hindrance, (await StatusAsync(preview)).Value.Hindrance);
        Assert.Equal([8108], Codes(await BookAsync(preview, scene.Request)));
    }

    [Fact]
    public async Task Profile_DeadOrWithoutCustomerNumber_MayNotBook()
    {
        await using var scene = await BookingScene.SetAsync();
        using var dead = OpenOf(scene, new PreviewProfile(1) { Dead = true });
        using var unregistered = OpenOf(scene, new PreviewProfile(1) { HasCustomerNumber = false });
        Assert.Equal([4405], Codes(await BookAsync(dead, scene.Request)));
        Assert.Equal(SelfBookingHindrance.NoCustomerNumber, (await StatusAsync(unregistered)).Value.Hindrance);
    }

    [Fact]
    public async Task Profile_CurrentJobInterview_StandsInTheWayOfAnother()
    {
        await using var scene = await BookingScene.SetAsync(option => option.InterviewType = InterviewType.JobInterview);
        using var preview = OpenOf(scene, new PreviewProfile(1) { Bookings = [new(InterviewType.JobInterview, World.Danish(2027, 3, 4, 10))] });
        Assert.Equal([8273], Codes(await BookAsync(preview, scene.Request)));
    }

    [Fact]
    public async Task Profile_ItsBookings_AreThereToBeLookedAt()
    {
        await using var scene = await BookingScene.SetAsync();
        using var preview = OpenOf(scene, new PreviewProfile(1)
        {
            Bookings = [new(4, World.Danish(2027, 3, 9, 10)), new(4, World.Danish(2027, 2, 26, 10))],
        });

        var booking = Assert.Single((await preview.Get<GetBookings>().ExecuteAsync(new(preview.Preview.Citizen), Token)).Value.Bookings);
        var again = await preview.Get<GetBooking>().ExecuteAsync(new(preview.Preview.Citizen, booking.Id), Token);
        Assert.Equal((World.Danish(2027, 3, 9, 10), "Opfølgningssamtale"), (again.Value.Details.Start, again.Value.Details.Title));
        Assert.Equal([4768], Codes(await preview.Get<GetBooking>().ExecuteAsync(new(preview.Preview.Citizen, scene.Option.Id), Token)));
    }

    [Fact]
    public async Task Profile_PlannerOfItsOwn_IsRefused()
    {
        await using var scene = await RemoteScene.SetAsync();
        var refused = scene.Portal.Get<PreviewPortals>().Open(new(TestPortal.Aarhus, scene.Portal.Clock.GetUtcNow(), Profile: new PreviewProfile(1)));
        Assert.Equal((1014, "profil", PreviewPortals.PlannerIsElsewhere), (refused.Leading!.Code.Number, refused.Leading.Field, refused.Leading.Reason));
    }

    [Fact]
    public async Task CreateBooking_PlannerOfItsOwn_IsNeverAskedForASeat()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Options.Add(SoundAnswers.Option with { Id = "not an id" });
        var before = await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync);
        using var preview = scene.Portal.Get<PreviewPortals>().Open(new(TestPortal.Aarhus, scene.Portal.Clock.GetUtcNow(), scene.Citizen.Id)).Value;

        Assert.Single((await OptionsAsync(preview)).Value.Options);
        await Assert.ThrowsAsync<PreviewException>(() => BookAsync(preview, scene.Request));

        Assert.Empty(scene.Planner.Calls);
        Assert.Equal(before, await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync));
    }

    private static PreviewPortal OpenOf(BookingScene scene, DateTimeOffset? at = null, long? citizen = null) =>
        scene.Portal.Get<PreviewPortals>().Open(new(TestPortal.Aarhus, at ?? scene.Portal.Clock.GetUtcNow(), citizen ?? scene.Citizen.Id)).Value;

    private static PreviewPortal OpenOf(BookingScene scene, PreviewProfile profile) =>
        scene.Portal.Get<PreviewPortals>().Open(new(TestPortal.Aarhus, scene.Portal.Clock.GetUtcNow(), Profile: profile)).Value;

    private static IEnumerable<int> Codes<T>(Result<T> result)
        where T : notnull => result.Errors.Select(error => error.Code.Number);

    private static Task<Result<CreateBookingResult>> BookAsync(PreviewPortal preview, CreateBookingRequest request) =>
        preview.Get<CreateBooking>().ExecuteAsync(request with { Citizen = preview.Preview.Citizen }, Caller.Citizen, Token);

    private static Task<Result<CitizenStatus>> StatusAsync(PreviewPortal preview) =>
        preview.Get<GetCitizenStatus>().ExecuteAsync(new(preview.Preview.Citizen), Token);

    private static Task<Result<SelfbookInterviewOptions>> OptionsAsync(PreviewPortal preview) =>
        preview.Get<GetSelfbookInterviewOptions>().ExecuteAsync(new(preview.Preview.Citizen), Token);

    /// <summary>Calls an operation as the preview's citizen, for a booking and a time; a new operation belongs here.</summary>
    /// <returns>Its codes; empty where it succeeded, or would have changed something.</returns>
    private static async Task<IEnumerable<int>> CallAsync(PreviewPortal preview, string operation, BookingScene scene, Guid own)
    {
        var citizen = preview.Preview.Citizen;
        var (option, start) = (scene.Option.Id, scene.Start);
        try
        {
            return operation switch
            {
                OperationNames.GetCitizenStatus => Codes(await StatusAsync(preview)),
                OperationNames.GetSelfbookInterviewOptions => Codes(await OptionsAsync(preview)),
                OperationNames.GetSelfbookTimeslots => Codes(await preview.Get<GetSelfbookTimeslots>().ExecuteAsync(new(citizen, option, start, start.AddDays(1)), Token)),
                OperationNames.CreateBooking => Codes(await BookAsync(preview, scene.Request)),
                OperationNames.RescheduleBooking => Codes(await preview.Get<RescheduleBooking>().ExecuteAsync(new(citizen, own, start), Caller.Citizen, Token)),
                OperationNames.CancelBooking => Codes(await preview.Get<CancelBooking>().ExecuteAsync(new(citizen, own), Caller.Citizen, Token)),
                OperationNames.AcceptBooking => Codes(await preview.Get<AcceptBooking>().ExecuteAsync(new(citizen, own), Caller.Citizen, Token)),
                OperationNames.GetRescheduleCaseWorkers => Codes(await preview.Get<GetRescheduleCaseWorkers>().ExecuteAsync(new(citizen, own), Token)),
                OperationNames.GetRescheduleTimeslots => Codes(await preview.Get<GetRescheduleTimeslots>().ExecuteAsync(new(citizen, own, option, start, start.AddDays(1)), Token)),
                OperationNames.GetImmediateBookingTimeslots => Codes(await preview.Get<GetImmediateBookingTimeslots>().ExecuteAsync(new(citizen), Token)),
                OperationNames.CreateErrorReport => Codes(await preview.Get<CreateErrorReport>().ExecuteAsync(new(citizen, option, null, 1, "Tiden forsvandt.", 32, start), Caller.Citizen, Token)),
                OperationNames.GetBookings => Codes(await preview.Get<GetBookings>().ExecuteAsync(new(citizen), Token)),
                OperationNames.GetBooking => Codes(await preview.Get<GetBooking>().ExecuteAsync(new(citizen, own), Token)),
                _ => throw new InvalidOperationException($"{operation} is not called here."),
            };
        }
        catch (PreviewException)
        {
            return [];
        }
    }
}
