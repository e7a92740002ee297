using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Overview;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Tracing;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Statements;
using Xunit;

namespace BorgerPortal.Tests.Persistence;

/// <summary>What an operation costs must not grow with what others have: no table is read from end to end, and no row costs a query.</summary>
public abstract class QueryPlanTests
{
    public sealed class OnSqlite : QueryPlanTests;

    public sealed class OnPostgreSql : QueryPlanTests;

    private static readonly Caller WithRequestId = Caller.Citizen with { Request = new RequestKey("test", OperationNames.CreateBooking, "id-1", [1]) };

    /// <summary>Each operation, as a citizen calls it; a new operation belongs here.</summary>
    public static readonly TheoryData<string> Operations = [.. OperationRows.All.Keys.Order(StringComparer.Ordinal), "Reconciler", "RuleTracer", "OfferTracer", "JobCentreOverviews"];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_EveryStatement_GoesByAnIndex(string operation)
    {
        using var log = new StatementLog();
        await using var scene = await BookingScene.SetAsync(
            option => option.ForNamedCitizens = operation == OperationNames.GetSelfbookTimeslots, OverdueFor(operation), services: log.Listen);
        var own = await SummonAsync(scene, operation);
        var isOfJobCentre = operation == "JobCentreOverviews";
        if (isOfJobCentre)
        {
            await ManyJobCentres.AddAsync(scene);
        }

        log.Clear();

        await CallAsync(scene, operation, own);

        Assert.NotEmpty(log.All);
        Assert.Empty(await QueryPlans.WholeTablesAsync(scene.Portal.Services, log.All, log.Lengths.Keys, asCounted: isOfJobCentre));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_MoreRowsOfEverything_NoMoreStatements(string operation)
    {
        using var log = new StatementLog();
        await using var scene = await BookingScene.SetAsync(citizen: OverdueFor(operation), services: log.Listen);
        var world = scene.Portal.World;
        var own = await SummonAsync(scene, operation);
        log.Clear();
        await CallAsync(scene, operation, own);
        var few = log.All.Count;

        // One who must book at once must no more once they have.
        var booker = operation == OperationNames.GetImmediateBookingTimeslots
            ? CitizenReference.ById((await world.AddCitizenAsync()).Id)
            : scene.Request.Citizen;
        for (var more = 1; more <= 5; more++)
        {
            var worker = await world.AddCaseWorkerAsync($"RID-{more + 1}");
            var option = await world.AddOptionAsync([worker, scene.Worker]);
            await world.AddTimeslotAsync(option, scene.Start.AddHours(more), [worker]);
            await world.AddTimeslotAsync(scene.Option, scene.Start.AddHours(more), [worker, scene.Worker]);
            await scene.AssertBookedAsync(scene.Request with { Citizen = booker, StartTime = scene.Start.AddHours(more), OptionId = option.Id });
        }

        await world.AddTimeslotAsync(scene.Option, scene.Start.AddDays(1), [scene.Worker]);
        own = await SummonAsync(scene, operation, day: 1);
        log.Clear();
        await CallAsync(scene, operation, own, day: 1);

        Assert.Equal(few, log.All.Count);
    }

    /// <summary>The other tests hold nothing of what they do not hear.</summary>
    [Theory]
    [InlineData(OperationNames.GetSelfbookInterviewOptions, "options", "FROM citizens", "option_case_workers")]
    [InlineData(OperationNames.GetSelfbookTimeslots, "timeslots", "occupancies", "FROM citizens")]
    [InlineData(OperationNames.GetBooking, "bookings", "FROM citizens")]
    [InlineData(OperationNames.CreateBooking, "INSERT INTO bookings", "INSERT INTO occupancies", "FROM stored_answers", "FROM timeslots")]
    [InlineData(OperationNames.RescheduleBooking, "UPDATE bookings", "INSERT INTO occupancies", "DELETE FROM occupancies", "FROM bookings WHERE id")]
    [InlineData(OperationNames.CancelBooking, "UPDATE bookings", "DELETE FROM occupancies", "FROM stored_answers")]
    [InlineData("Reconciler", "booking_intents")]
    [InlineData("RuleTracer", "FROM timeslots", "FROM citizens")]
    [InlineData("OfferTracer", "FROM options", "option_citizens")]
    [InlineData("JobCentreOverviews", "JOIN timeslots", "JOIN occupancies", "JOIN deadlines", "JOIN absences", "JOIN option_citizens")]
    public async Task Operation_WhatItAsks_IsHeard(string operation, params string[] parts)
    {
        using var log = new StatementLog();
        await using var scene = await BookingScene.SetAsync(services: log.Listen);
        var own = await SummonAsync(scene, operation);
        log.Clear();

        await CallAsync(scene, operation, own);

        Assert.All(parts, part => Assert.Contains(log.All, sql => sql.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WholeTables_AStatementWithoutAnIndex_IsFound()
    {
        await using var scene = await BookingScene.SetAsync();
        Assert.NotEmpty(await QueryPlans.WholeTablesAsync(scene.Portal.Services, ["SELECT id FROM bookings WHERE title = @title"], []));
    }

    /// <summary>On PostgreSQL this walked an index from end to end, for as long as bookings were few.</summary>
    [Fact]
    public async Task WholeTables_AnIndexThatNothingIsLookedUpIn_IsFound()
    {
        await using var scene = await BookingScene.SetAsync();
        Assert.NotEmpty(await QueryPlans.WholeTablesAsync(scene.Portal.Services, ["SELECT id FROM bookings ORDER BY id"], []));
    }

    /// <summary>PostgreSQL may look for the second column of an index in all of it, and in ex_occupancies did so for the third.</summary>
    [Fact]
    public async Task WholeTables_AnIndexWhoseFirstColumnIsNotAskedFor_IsFound()
    {
        await using var scene = await BookingScene.SetAsync();
        Assert.NotEmpty(await QueryPlans.WholeTablesAsync(scene.Portal.Services, ["SELECT identifier FROM case_workers WHERE identifier = @identifier"], []));
    }

    private static Action<Citizen> OverdueFor(string operation) => citizen =>
    {
        if (operation == OperationNames.GetImmediateBookingTimeslots)
        {
            citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = new DateOnly(2027, 2, 20), HoldBy = new DateOnly(2027, 2, 22) });
        }
    };

    /// <summary>A summons of the citizen's, for the operations on one.</summary>
    private static async Task<Guid> SummonAsync(BookingScene scene, string operation, int day = 0)
    {
        if (!OperationRows.All.TryGetValue(operation, out var row) || !row.Contains(4768) || operation == OperationNames.GetBooking)
        {
            return Guid.Empty;
        }

        var start = scene.Start.AddDays(10 + day);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [scene.Worker]);
        var booking = await scene.AssertBookedAsync(scene.Request with { StartTime = start });
        await scene.ChangeAsync(booking, own => (own.SelfBooked, own.CitizenShouldAccept, own.Accepted) = (false, true, false));
        return booking.Id;
    }

    private static async Task CallAsync(BookingScene scene, string operation, Guid own, int day = 0)
    {
        var citizen = CitizenReference.ById(scene.Citizen.Id);
        var token = TestContext.Current.CancellationToken;
        switch (operation)
        {
            case OperationNames.GetCitizenStatus:
                Assert.Empty((await scene.Portal.Get<GetCitizenStatus>().ExecuteAsync(new GetCitizenStatusRequest(citizen), token)).Errors);
                break;
            case OperationNames.GetSelfbookInterviewOptions:
                Assert.Empty((await scene.Portal.Get<GetSelfbookInterviewOptions>().ExecuteAsync(new GetSelfbookInterviewOptionsRequest(citizen), token)).Errors);
                break;
            case OperationNames.GetSelfbookTimeslots:
                await scene.Portal.Get<GetSelfbookTimeslots>().ExecuteAsync(
                    new GetSelfbookTimeslotsRequest(citizen, scene.Option.Id, scene.Start, scene.Start.AddDays(2)), token);
                break;
            case OperationNames.CreateBooking:
                Assert.Empty((await scene.BookAsync(
                    scene.Request with { StartTime = scene.Start.AddDays(day) },
                    WithRequestId with { Request = WithRequestId.Request! with { Id = $"id-{day}" } })).Errors);
                break;
            case OperationNames.RescheduleBooking:
                Assert.Empty((await scene.MoveAsync(
                    new(citizen, own, scene.Start.AddDays(day)), WithRequestId with { Request = WithRequestId.Request! with { Id = $"id-{day}" } })).Errors);
                break;
            case OperationNames.CancelBooking:
                Assert.Empty((await scene.CancelAsync(own, caller: WithRequestId with { Request = WithRequestId.Request! with { Id = $"id-{day}" } })).Errors);
                break;
            case OperationNames.AcceptBooking:
                Assert.Empty((await scene.AcceptAsync(own)).Errors);
                break;
            case OperationNames.GetRescheduleCaseWorkers:
                Assert.Empty((await scene.Portal.Get<GetRescheduleCaseWorkers>().ExecuteAsync(new(citizen, own), token)).Errors);
                break;
            case OperationNames.GetRescheduleTimeslots:
                Assert.Empty((await scene.Portal.Get<GetRescheduleTimeslots>().ExecuteAsync(
                    new(citizen, own, scene.Option.Id, scene.Start, scene.Start.AddDays(20)), token)).Errors);
                break;
            case OperationNames.GetImmediateBookingTimeslots:
                Assert.Empty((await scene.Portal.Get<GetImmediateBookingTimeslots>().ExecuteAsync(new(citizen), token)).Errors);
                break;
            case OperationNames.CreateErrorReport:
                Assert.Empty((await scene.Portal.Get<CreateErrorReport>().ExecuteAsync(
                    new(citizen, scene.Option.Id, null, 1, "Tiden forsvandt.", 32, scene.Start), Caller.Citizen, token)).Errors);
                await scene.Portal.Get<ReportForwarder>().ForwardAsync(token);
                break;
            case OperationNames.GetBookings:
                Assert.Empty((await scene.Portal.Get<GetBookings>().ExecuteAsync(new GetBookingsRequest(citizen), token)).Errors);
                break;
            case OperationNames.GetBooking:
                Assert.Equal(
                    Errors.UnknownBooking,
                    (await scene.Portal.Get<GetBooking>().ExecuteAsync(new GetBookingRequest(citizen, Guid.Empty), token)).Leading!.Code);
                break;
            case "Reconciler":
                await scene.Portal.Get<Reconciler>().SettleAsync(token);
                break;
            case "RuleTracer":
                await scene.Portal.Get<RuleTracer>().TraceAsync(scene.Request with { StartTime = scene.Start.AddDays(day) }, token);
                break;
            case "OfferTracer":
                Assert.NotEmpty((await scene.Portal.Get<OfferTracer>().TraceAsync(citizen, token)).Offers);
                break;
            case "JobCentreOverviews":
                Assert.NotEmpty((await scene.Portal.Get<JobCentreOverviews>().ReadAsync(TestPortal.Aarhus, token))!.Offers);
                break;
            default:
                Assert.Fail($"{operation} is not called here.");
                break;
        }
    }
}
