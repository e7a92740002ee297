using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Overview;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using BorgerPortal.Tests.Tracing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Overview;

/// <summary>A jobcentre's offers at a glance, held against what a citizen meets who books them.</summary>
public abstract class JobCentreOverviewsTests
{
    public sealed class OnSqlite : JobCentreOverviewsTests;

    public sealed class OnPostgreSql : JobCentreOverviewsTests;

    private static readonly DateOnly Today = new(2027, 3, 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overview_SoundOffer_HasItsTimesAndBreaksNothing()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.Portal.World.AddTimeslotAsync(scene.Option, scene.Start.AddDays(1), [scene.Worker]);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, scene.Start.AddDays(-9), [scene.Worker]);
        await scene.AssertBookedAsync();
        var before = await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync);

        var offer = Assert.Single((await ReadAsync(scene.Portal)).Offers);

        Assert.Equal((2, 1, scene.Start.AddDays(1), scene.Start.AddDays(1)), (offer.Times, offer.FreeTimes, offer.FirstFree, offer.FirstSound));
        Assert.True(offer is { Active: true, IsOffered: true, Breaks: [] });
        Assert.Equal(before, await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync));
    }

    /// <summary>What an offer breaks for anyone is what CreateBooking answers somebody in whose own way nothing stands.</summary>
    [Fact]
    public async Task Overview_OffersBrokenInAllWays_BreakWhatCreateBookingAnswers()
    {
        await using var portal = await TestPortal.StartAsync();
        await AnyTown.BuildAsync(portal, seed: 3);
        var overview = await ReadAsync(portal);
        var found = new HashSet<int>();
        foreach (var offer in overview.Offers.Where(offer => offer.IsOffered))
        {
            var citizen = await FreshCitizenAsync(portal, offer.OptionId);
            var times = await portal.ReadAsync(context => context.Timeslots
                .Where(time => time.OptionId == offer.OptionId && time.Start >= portal.Clock.GetUtcNow()).OrderBy(time => time.Start).ToListAsync());
            var (codes, sound) = (new HashSet<int>(), new List<DateTimeOffset>());
            foreach (var time in times)
            {
                var answers = new List<IReadOnlyList<int>>();
                foreach (var type in time.ContactTypes)
                {
                    answers.Add(await CodesAsync(portal, new(citizen, offer.OptionId, time.Start, type)));
                }

                codes.UnionWith(answers.SelectMany(answer => answer));
                sound.AddRange(answers.Any(answer => answer.Count == 0) ? [time.Start] : []);
            }

            // CreateBooking stops before the assembled rules where a rule is broken that needs no seat.
            Assert.Subset(offer.Breaks.Select(broken => broken.Code.Number).ToHashSet(), codes);
            Assert.Equal(offer.Breaks.Count == 0, codes.Count == 0);
            Assert.Equal((times.Count, sound.Count == 0 ? (DateTimeOffset?)null : sound[0]), (offer.Times, offer.FirstSound));
            found.UnionWith(codes);
        }

        Assert.Superset(new HashSet<int> { 4709, 4805, 4708, 8109, 4792, 8130, 8135, 8126, 8127, 8128, 8129, 8131, 8132, 8133, 8134, 8136, 8270, 4804 }, found);
    }

    [Fact]
    public async Task Overview_FreeTimes_AreThoseThatACitizenIsShown()
    {
        await using var portal = await TestPortal.StartAsync();
        await AnyTown.BuildAsync(portal, seed: 5);
        foreach (var offer in (await ReadAsync(portal)).Offers.Where(offer => offer.IsOffered))
        {
            var citizen = await FreshCitizenAsync(portal, offer.OptionId);
            var now = portal.Clock.GetUtcNow();
            var shown = await portal.Get<GetSelfbookTimeslots>().ExecuteAsync(new(citizen, offer.OptionId, now, now.AddDays(300)), Token);
            Assert.Equal(shown.IsError ? 0 : shown.Value.Timeslots.Count, offer.FreeTimes);
            Assert.Equal(shown.IsError ? null : shown.Value.Timeslots[0].Start, offer.FirstFree);
        }
    }

    [Fact]
    public async Task Overview_SomeTimesAreBroken_TellsHowMany()
    {
        await using var scene = await BookingScene.SetAsync(option => option.LastTimeslot = World.Danish(2027, 3, 9, 12));
        foreach (var day in (int[])[3, 4])
        {
            await scene.Portal.World.AddTimeslotAsync(scene.Option, scene.Start.AddDays(day), [scene.Worker]);
        }

        var offer = Assert.Single((await ReadAsync(scene.Portal)).Offers);

        Assert.Equal([new BrokenAtAGlance(Errors.OutsideOptionBounds, 2)], offer.Breaks);
        Assert.Equal((3, scene.Start), (offer.Times, offer.FirstSound));
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(6, 0)]
    public async Task Overview_DeadlineBeforeTheFirstTime_CannotBeMet(int holdBy, int met)
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(Frist(holdBy)));
        var unmet = (await ReadAsync(scene.Portal)).Unmet;
        Assert.Equal(1 - met, unmet.Count);
        Assert.All(unmet, deadline => Assert.Equal((12, Today.AddDays(holdBy)), (deadline.InterviewType, deadline.HoldBy)));
        Assert.All(unmet, deadline => Assert.Equal([scene.Citizen.Id], deadline.CitizenIds));
    }

    [Fact]
    public async Task Overview_DeadlinesThatSomethingElseSettles_AreNotCounted()
    {
        await using var scene = await BookingScene.SetAsync(option => option.InterviewType = 4);
        Action<Citizen>[] settled =
        [
            citizen => citizen.Dead = true,
            citizen => citizen.CustomerNumber = null,
            citizen => citizen.Absences.Add(new Absence { Type = Absence.ExemptFromSelfBooking, From = Today }),
            citizen => citizen.Absences.Add(new Absence { Type = Absence.ContactIsWithUnemploymentFund, From = Today, To = Today }),
            citizen => citizen.JobCentreCode = TestPortal.Odense,
            citizen => citizen.Deadlines[0].AdministrativelyClosed = true,
        ];
        foreach (var change in settled)
        {
            await scene.Portal.World.AddCitizenAsync(citizen =>
            {
                citizen.Deadlines.Add(Frist(20));
                change(citizen);
            });
        }

        var open = await scene.Portal.World.AddCitizenAsync(citizen => citizen.Deadlines.Add(Frist(20)));
        Assert.Equal([open.Id], Assert.Single((await ReadAsync(scene.Portal)).Unmet).CitizenIds);
    }

    [Fact]
    public async Task Overview_OffersThatAreNotTheCitizens_MeetNothing()
    {
        await using var scene = await BookingScene.SetAsync(option => (option.ForNamedCitizens, option.ContactGroups) = (true, [1, 2]));
        var named = await scene.Portal.World.AddCitizenAsync(citizen => citizen.Deadlines.Add(Frist(20)));
        var elsewhere = await scene.Portal.World.AddCitizenAsync(citizen =>
        {
            citizen.ContactGroup = 3;
            citizen.Deadlines.Add(Frist(20));
        });
        var other = await scene.Portal.World.AddCitizenAsync(citizen => citizen.Deadlines.Add(Frist(20)));
        await scene.Portal.SaveAsync(context => context.OptionCitizens.AddRange(
            new PlannedOptionCitizen { OptionId = scene.Option.Id, CitizenId = named.Id },
            new PlannedOptionCitizen { OptionId = scene.Option.Id, CitizenId = elsewhere.Id }));

        Assert.Equal([elsewhere.Id, other.Id], Assert.Single((await ReadAsync(scene.Portal)).Unmet).CitizenIds);
    }

    [Fact]
    public async Task Overview_OverdueDeadline_IsMetByAnyTime()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(
            new Deadline { InterviewType = 12, BookBy = Today.AddDays(-3), HoldBy = Today.AddDays(-1) }));
        Assert.Empty((await ReadAsync(scene.Portal)).Unmet);
    }

    [Fact]
    public async Task Overview_OfferThatEveryTimeBreaks_MeetsNothing()
    {
        await using var scene = await BookingScene.SetAsync(option => option.ShouldCitizenCall = true, citizen => citizen.Deadlines.Add(Frist(20)));
        var overview = await ReadAsync(scene.Portal);
        Assert.Equal((8131, 1), (overview.Offers[0].Breaks[0].Code.Number, overview.Offers[0].Breaks[0].Times));
        Assert.Null(overview.Offers[0].FirstSound);
        Assert.Single(overview.Unmet);
    }

    [Fact]
    public async Task Overview_PlannerOfItsOwn_KeepsItsOffersElsewhere()
    {
        await using var scene = await RemoteScene.SetAsync();
        Assert.Null(await scene.Portal.Get<JobCentreOverviews>().ReadAsync(TestPortal.Aarhus, Token));
    }

    private static Deadline Frist(int holdBy) => new() { InterviewType = 12, BookBy = Today.AddDays(1), HoldBy = Today.AddDays(holdBy) };

    private static async Task<JobCentreOverview> ReadAsync(TestPortal portal) =>
        (await portal.Get<JobCentreOverviews>().ReadAsync(TestPortal.Aarhus, Token))!;

    /// <summary>What CreateBooking answers; it books nothing, so that each time stays as it is.</summary>
    private static async Task<IReadOnlyList<int>> CodesAsync(TestPortal portal, CreateBookingRequest request)
    {
        using var preview = portal.Get<PreviewPortals>().Open(new(TestPortal.Aarhus, portal.Clock.GetUtcNow(), request.Citizen.Id)).Value;
        try
        {
            var result = await preview.Get<CreateBooking>().ExecuteAsync(request, Caller.Citizen, Token);
            return [.. result.Errors.Select(error => error.Code.Number)];
        }
        catch (PreviewException)
        {
            return [];
        }
    }

    /// <summary>Somebody whom the offer is meant for and in whose own way nothing stands.</summary>
    private static async Task<CitizenReference> FreshCitizenAsync(TestPortal portal, Guid optionId)
    {
        var option = await portal.ReadAsync(context => Task.FromResult(context.Options.Single(option => option.Id == optionId)));
        var group = option.ContactGroups.Count > 0 ? option.ContactGroups[^1] : 11;
        var citizen = await portal.World.AddCitizenAsync(citizen => citizen.ContactGroup = group);
        if (option.ForNamedCitizens)
        {
            await portal.SaveAsync(context => context.OptionCitizens.Add(new PlannedOptionCitizen { OptionId = optionId, CitizenId = citizen.Id }));
        }

        return CitizenReference.ById(citizen.Id);
    }
}
