using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Tracing;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using Xunit;

namespace BorgerPortal.Tests.Tracing;

/// <summary>What a trace tells of one time.</summary>
public abstract class RuleTracerTests
{
    public sealed class OnSqlite : RuleTracerTests;

    public sealed class OnPostgreSql : RuleTracerTests;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RuleTrace_SoundTime_PassesEveryRuleAndWritesNothing()
    {
        await using var scene = await BookingScene.SetAsync();
        var before = await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync);

        var trace = await TraceAsync(scene);

        Assert.True(trace.WouldBook);
        Assert.DoesNotContain(trace.Lines, line => line.IsBroken);
        Assert.Equal(
            [.. BookingGates.BeforePlanner.Select(gate => gate.Code), .. BookingGates.OfPlanner.Select(gate => gate.Code), .. BookingRules.All.Select(rule => rule.Code),
             .. SeatRules.BeforePlanner.Select(rule => rule.Code), .. SeatRules.OfPlanner.Select(rule => rule.Code), .. AssembledRules.OfCreateBooking.Select(rule => rule.Code)],
            trace.Lines.Select(line => line.Code));
        Assert.Equal(before, await scene.Portal.ReadAsync(StateSnapshot.TakeAllAsync));
    }

    [Fact]
    public async Task RuleTrace_BrokenGate_LeavesTheRestNotJudged()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Dead = true);

        var trace = await TraceAsync(scene);

        Assert.Equal([4405], trace.BrokenCodes);
        var after = trace.Lines.SkipWhile(line => !line.IsBroken).Skip(1).ToList();
        Assert.NotEmpty(after);
        Assert.All(after, line => Assert.Equal(Judgement.NotJudged, line.Verdict.Judgement));
    }

    [Fact]
    public async Task RuleTrace_BrokenRule_TellsTheValuesThatDecided()
    {
        await using var scene = await BookingScene.SetAsync();

        var trace = await TraceAsync(scene, scene.Request with { ContactType = ContactType.Video });

        var line = Assert.Single(trace.Lines, line => line.IsBroken);
        Assert.Equal((TracePart.Rule, 4708), (line.Part, line.Code.Number));
        Assert.Equal(ContactType.Video, line.Verdict.Because.Single(value => value.Name == "samtaleformType").Value);
        Assert.Equal([ContactType.Personal, ContactType.Telephone], (IEnumerable<int>)line.Verdict.Because.Single(value => value.Name == "samtaleformer").Value!);
    }

    [Fact]
    public async Task RuleTrace_TakenTime_TellsThatNobodyIsFree()
    {
        await using var scene = await BookingScene.SetAsync();
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.AssertBookedAsync(scene.Request with { Citizen = CitizenReference.ById(other.Id) });

        var trace = await TraceAsync(scene);

        var line = Assert.Single(trace.Lines, line => line.IsBroken);
        Assert.Equal((TracePart.Seat, 4819, SeatRules.Taken), (line.Part, line.Code.Number, line.Aspect));
        Assert.Equal([("tidFindes", true), ("ledigeSagsbehandlere", 0)], line.Verdict.Because);
    }

    [Fact]
    public async Task RuleTrace_OfferForNamedOthers_TellsWhyAndNamesNobody()
    {
        await using var scene = await BookingScene.SetAsync(option => option.ForNamedCitizens = true);
        var named = await scene.Portal.World.AddCitizenAsync();
        await scene.Portal.SaveAsync(context => context.OptionCitizens.Add(new PlannedOptionCitizen { OptionId = scene.Option.Id, CitizenId = named.Id }));

        var trace = await TraceAsync(scene);

        Assert.Equal([8108], trace.BrokenCodes);
        var line = Assert.Single(trace.Lines, line => line is { Part: TracePart.Offer, IsBroken: true });
        Assert.Equal("navngivne", line.Aspect);
        Assert.Equal([("naevnt", false)], line.Verdict.Because);
    }

    [Fact]
    public async Task RuleTrace_OfferOfAnotherJobcentre_IsAsOneThatIsNotThere()
    {
        await using var scene = await BookingScene.SetAsync(option => option.JobCentreCode = TestPortal.Odense);
        var elsewhere = await TraceAsync(scene);
        var nowhere = await TraceAsync(scene, scene.Request with { OptionId = Guid.Empty });
        Assert.Equal(Told(nowhere), Told(elsewhere));
        Assert.Equal([8108], elsewhere.BrokenCodes);
    }

    [Fact]
    public async Task RuleTrace_InAPreviewOfSomebodyMadeUp_JudgesThem()
    {
        await using var scene = await BookingScene.SetAsync(option => option.InterviewType = InterviewType.RehabTeam);
        using var preview = scene.Portal.Get<PreviewPortals>()
            .Open(new(TestPortal.Aarhus, scene.Portal.Clock.GetUtcNow(), Profile: new PreviewProfile(2))).Value;

        var trace = await preview.Get<RuleTracer>().TraceAsync(scene.Request with { Citizen = preview.Preview.Citizen }, Token);

        Assert.Equal([9121], trace.BrokenCodes);
    }

    [Fact]
    public async Task RuleTrace_PlannerOfItsOwn_LeavesToItWhatIsIts()
    {
        await using var scene = await RemoteScene.SetAsync();

        var trace = await scene.Portal.Get<RuleTracer>().TraceAsync(scene.Request, Token);

        Assert.True(trace.PlannerDecides);
        Assert.True(trace.WouldBook);
        Assert.All(trace.Lines.Where(line => line.Part == TracePart.Rule && line.Code != Errors.UnknownCaseWorker && line.Code != Errors.CaseWorkerNotAllowed),
            line => Assert.Equal(Judgement.Passed, line.Verdict.Judgement));
        Assert.All(trace.Lines.Where(line => line.Part == TracePart.Assembled || line.Aspect == SeatRules.Taken),
            line => Assert.Equal(Judgement.NotJudged, line.Verdict.Judgement));
        Assert.Empty(scene.Planner.Calls);
    }

    [Fact]
    public async Task RuleTrace_PlannerThatFails_TellsItsCode()
    {
        foreach (var code in (ErrorCode[])[Errors.BookingSystemUnreachable, Errors.BookingSystemFault, Errors.BookingSystemBrokeContract])
        {
            await using var scene = await BookingScene.SetAsync(services: PlannerDouble.Replace);
            scene.Portal.Get<PlannerDouble>().Refusal = code;
            Assert.Equal([code.Number], (await TraceAsync(scene)).BrokenCodes);
        }
    }

    [Fact]
    public async Task RuleTrace_BookingThatIsNotSettled_IsTheAnswer()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ConfirmAsync", PlannerFault.AnswerLost);
        var since = (await scene.BookAsync()).Value.PendingSince;

        var trace = await scene.Portal.Get<RuleTracer>().TraceAsync(scene.Request, Token);

        Assert.NotNull(since);
        Assert.Equal(since, trace.PendingSince);
        Assert.False(trace.WouldBook);
        Assert.Empty(trace.BrokenCodes);
    }

    [Fact]
    public async Task OfferTrace_PlannerOfItsOwn_TellsWhatItShows()
    {
        await using var scene = await RemoteScene.SetAsync();
        var traces = await scene.Portal.Get<OfferTracer>().TraceAsync(scene.Request.Citizen, Token);
        Assert.True(traces.PlannerDecides);
        Assert.Equal((SoundAnswers.OptionId, true), (Assert.Single(traces.Offers).OptionId, traces.Offers[0].IsSeen));
    }

    [Fact]
    public async Task OfferTrace_UnknownCitizenOrNoBookingSystem_TellsTheGateAlone()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.JobCentreCode = TestPortal.Unconfigured);
        var unconfigured = await scene.Portal.Get<OfferTracer>().TraceAsync(scene.Request.Citizen, Token);
        var unknown = await scene.Portal.Get<OfferTracer>().TraceAsync(CitizenReference.ById(4711), Token);
        Assert.Equal((9018, 8111), (unconfigured.Gates.Single(line => line.IsBroken).Code.Number, unknown.Gates.Single(line => line.IsBroken).Code.Number));
        Assert.Empty(unconfigured.Offers.Concat(unknown.Offers));
    }

    private static Task<RuleTrace> TraceAsync(BookingScene scene, CreateBookingRequest? request = null) =>
        scene.Portal.Get<RuleTracer>().TraceAsync(request ?? scene.Request, Token);

    private static IEnumerable<string> Told(RuleTrace trace) => trace.Lines.Select(line =>
        $"{line.Part} {line.Code} {line.Aspect} {line.Verdict.Judgement} {string.Join(", ", line.Verdict.Because)}");
}
