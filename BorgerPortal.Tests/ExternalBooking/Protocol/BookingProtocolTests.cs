using BorgerPortal.Domain;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support.Remote;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.ExternalBooking.Protocol;

/// <summary>CreateBooking with a planner that is a system of its own: reserve, check, confirm.</summary>
public abstract class BookingProtocolTests
{
    public sealed class OnSqlite : BookingProtocolTests;

    public sealed class OnPostgreSql : BookingProtocolTests;

    private static readonly string[] Confirmed = ["Reserve", "Confirm"];

    [Fact]
    public async Task CreateBooking_ThePlannerConfirms_BooksWithAllThatFollows()
    {
        await using var scene = await RemoteScene.SetAsync();
        await AddDeadlineAsync(scene);

        var result = await scene.BookAsync();

        var booking = Assert.Single(await scene.BookingsAsync());
        Assert.Equal((new CreateBookingResult(booking.Id), BookingState.Active), (result.Value, booking.State));
        Assert.Equal(SeatState.Booked, scene.Planner.StateOf(booking.Id));
        Assert.Equal(Confirmed, scene.Planner.Calls.Select(call => call.Call));
        Assert.Equal(2, scene.Planner.Calls.Select(call => call.RequestId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(scene.Planner.Calls, call => Assert.InRange(call.RequestId.Length, 1, RequestKey.LongestId));
        Assert.Equal(IntentStep.Settled, (await scene.IntentAsync()).Step);
        await scene.Portal.ReadAsync(async context =>
        {
            Assert.Equal(booking.Id, (await context.Deadlines.SingleAsync()).MetBy);
            Assert.Equal(NoticeKind.Confirmation, (await context.OutboxNotices.SingleAsync()).Kind);
            var entry = await context.AuditEntries.SingleAsync();
            Assert.Equal((booking.Id, ActorKind.Citizen), (entry.BookingId!.Value, entry.ActorKind));
            return 0;
        });
    }

    [Fact]
    public async Task CreateBooking_ImmediateBooking_CanBeNeitherMovedNorCancelledAndMeetsTheDeadlineThatForcedIt()
    {
        await using var scene = await RemoteScene.SetAsync();
        await AddDeadlineAsync(scene, bookBy: -1, holdBy: 1);

        var booking = await BookedAsync(scene);

        Assert.True(booking.ImmediateBooking);
        Assert.Equal((false, false, null), (booking.Details.RebookingPossible, booking.Details.CancellationPossible, booking.Details.RebookingDeadline));
        Assert.Equal(booking.Id, await scene.Portal.ReadAsync(context => context.Deadlines.Select(deadline => deadline.MetBy).SingleAsync()));
    }

    [Fact]
    public async Task CreateBooking_4819_ThePlannerHasNoSeat()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ReserveAsync", PlannerFault.Refuse(Errors.TimeNoLongerAvailable));
        await scene.AssertRefusedAsync(4819);
        Assert.Equal(["Reserve"], scene.Planner.Calls.Select(call => call.Call));
    }

    [Theory]
    [InlineData(8109, 8109)]
    [InlineData(9003, 9003)]
    [InlineData(8270, 8270)]
    [InlineData(4768, 9303)]
    [InlineData(99201, 9303)]
    public async Task CreateBooking_ThePlannerRefuses_PassesOnACodeOfItsRowAndNoOther(int refused, int code)
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ReserveAsync", PlannerFault.Refuse(Errors.ByNumber[refused]));
        await scene.AssertRefusedAsync(code);
    }

    public static readonly TheoryData<string, PlannerFault, int> LostReserves = new()
    {
        { "call lost", PlannerFault.CallLost, 4769 },
        { "answer lost", PlannerFault.AnswerLost, 4769 },
        { "fault without a reason", PlannerFault.Unexplained, 9303 },
        { "half a document", PlannerFault.Unreadable, 9329 },
        { "the line breaks", PlannerFault.LineBreaks, 9303 },
    };

    [Theory]
    [MemberData(nameof(LostReserves), DisableDiscoveryEnumeration = true)]
    public async Task CreateBooking_ReserveHasNoCertainAnswer_TellsTheCitizenAndLetsTheSeatGo(string what, PlannerFault fault, int code)
    {
        Assert.NotEmpty(what);
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ReserveAsync", fault);
        await scene.AssertRefusedAsync(code);
        Assert.Equal(["Reserve", "Release"], scene.Planner.Calls.Select(call => call.Call));

        // Released for good, and free for the next attempt.
        Assert.Null((await scene.BookAsync()).Value.PendingSince);
    }

    [Theory]
    [InlineData("GetOptionsAsync")]
    [InlineData("GetTimeslotsAsync")]
    public async Task CreateBooking_AReadHasNoCertainAnswer_AsksForNoSeat(string call)
    {
        await using var scene = await RemoteScene.SetAsync();
        foreach (var (fault, code) in new[] { (PlannerFault.CallLost, 4769), (PlannerFault.Unexplained, 9303), (PlannerFault.Unreadable, 9329), (PlannerFault.LineBreaks, 9303) })
        {
            scene.Planner.Fail(call, fault);
            await scene.AssertRefusedAsync(code);
        }

        Assert.Empty(scene.Planner.Calls);
    }

    [Fact]
    public async Task CreateBooking_TheAssembledBookingBreaksRules_ReturnsAllReportsThemAndLetsTheSeatGo()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Assemble = booking => booking with { Location = null, RebookingDeadline = null, PrintComment = "<b>Husk</b>" };

        await scene.AssertRefusedAsync(8126, 8129, 4804);

        Assert.Equal([4804, 8126, 8129], (await scene.ReportsAsync()).Select(report => report.Code));
        Assert.All(await scene.ReportsAsync(), report => Assert.Equal(
            (SoundAnswers.OptionId, ErrorOrigin.Dfdg, true), (report.OptionId, report.Origin, report.FiledByPortal)));
        Assert.Equal(["Reserve", "Release"], scene.Planner.Calls.Select(call => call.Call));
    }

    [Fact]
    public async Task CreateBooking_RulesBeforeTheSeatAreBroken_ThePlannerIsNotAskedToWrite()
    {
        await using var scene = await RemoteScene.SetAsync();
        await scene.AssertRefusedAsync([4708, 4822], scene.Request with { ContactType = 7, SupervisorIdentifier = "RID-9" });
        scene.Planner.Options.Add(SoundAnswers.Option with
        {
            Id = "5b1f6f0a-0002-4000-8000-000000000002",
            Supervisors = [SoundAnswers.Supervisor with { Identifier = "RID-2" }],
        });
        await scene.AssertRefusedAsync([9003], scene.Request with { SupervisorIdentifier = "RID-2" });
        await scene.AssertRefusedAsync([8108], scene.Request with { OptionId = Guid.Empty });
        await scene.AssertRefusedAsync([4819], scene.Request with { StartTime = scene.Portal.Clock.GetUtcNow().AddHours(-1) });
        Assert.Empty(scene.Planner.Calls);
    }

    [Fact]
    public async Task CreateBooking_ConfirmIsRefused_TheHeldSeatHasExpired4819()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ConfirmAsync", PlannerFault.Refuse(Errors.TimeNoLongerAvailable));

        var result = await scene.BookAsync();
        await scene.SettleAsync();

        Assert.Equal(4819, Assert.Single(result.Errors).Code.Number);
        Assert.Equal(BookingState.Cancelled, Assert.Single(await scene.BookingsAsync()).State);
        Assert.Equal(0, scene.Planner.Held);
        Assert.Empty(await scene.Portal.ReadAsync(context => context.OutboxNotices.ToListAsync()));
        Assert.Null((await scene.BookAsync()).Value.PendingSince);
    }

    [Fact]
    public async Task CreateBooking_ConfirmHasNoCertainAnswer_IsPendingAndAnsweredWithUntilSettled()
    {
        await using var scene = await RemoteScene.SetAsync();
        await AddDeadlineAsync(scene);
        scene.Planner.Fail("ConfirmAsync", PlannerFault.AnswerLost);
        var askedAt = scene.Portal.Clock.GetUtcNow();

        var pending = (await scene.BookAsync()).Value;
        Assert.Equal(askedAt, pending.PendingSince);
        Assert.Equal((pending.BookingId, BookingState.Pending), Assert.Single(await scene.BookingsAsync()) is var booking ? (booking.Id, booking.State) : default);
        Assert.Null(await MetByAsync(scene));

        // Before any rule: not even the contact form of the second call is looked at.
        scene.Portal.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(pending, (await scene.BookAsync(scene.Request with { ContactType = 99, StartTime = scene.Start.AddHours(3) })).Value);
        Assert.Equal(Confirmed, scene.Planner.Calls.Select(call => call.Call));

        await scene.SettleAsync();
        Assert.Equal(BookingState.Active, Assert.Single(await scene.BookingsAsync()).State);
        Assert.Equal(pending.BookingId, await MetByAsync(scene));
        Assert.Equal(1, await scene.Portal.ReadAsync(context => context.OutboxNotices.CountAsync(notice => notice.Kind == NoticeKind.Confirmation)));
        Assert.Equal(ActorKind.System, await scene.Portal.ReadAsync(context => context.AuditEntries.OrderByDescending(e => e.Id).Select(e => e.ActorKind).FirstAsync()));
    }

    [Fact]
    public async Task CreateBooking_APendingBookingIsCurrentInEveryRule()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Options[0] = SoundAnswers.Option with { InterviewType = 7 };
        var other = Guid.Parse("5b1f6f0a-0002-4000-8000-000000000002");
        scene.Planner.Options.Add(SoundAnswers.Option with { Id = other.ToString(), InterviewType = 7 });
        scene.Planner.Fail("ConfirmAsync", PlannerFault.CallLost);
        Assert.NotNull((await scene.BookAsync()).Value.PendingSince);

        var second = await scene.BookAsync(scene.Request with { OptionId = other });

        Assert.Equal([8273], second.Errors.Select(error => error.Code.Number));
    }

    [Fact]
    public async Task CreateBooking_SameRequestIdWhilePending_IsToldHowItStands()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ConfirmAsync", PlannerFault.AnswerLost);
        var caller = Caller.Citizen with { Request = new RequestKey("test", OperationNames.CreateBooking, "id-1", [1]) };

        var pending = (await scene.BookAsync(caller: caller)).Value;
        Assert.NotNull(pending.PendingSince);
        Assert.Equal(pending, (await scene.BookAsync(caller: caller)).Value);
        await Assert.ThrowsAsync<RequestIdReusedException>(() => scene.BookAsync(
            caller: caller with { Request = caller.Request! with { PayloadHash = [2] } }));

        await scene.SettleAsync();
        Assert.Equal(new CreateBookingResult(pending.BookingId), (await scene.BookAsync(caller: caller)).Value);
        Assert.Equal(Confirmed, scene.Planner.Calls.Select(call => call.Call));
    }

    [Fact]
    public async Task CreateBooking_SameRequestIdAfterAReasonThatMayPass_TriesAnew()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ReserveAsync", PlannerFault.CallLost, PlannerFault.Refuse(Errors.TimeNoLongerAvailable));
        var caller = Caller.Citizen with { Request = new RequestKey("test", OperationNames.CreateBooking, "id-1", [1]) };

        Assert.Equal(4769, (await scene.BookAsync(caller: caller)).Leading!.Code.Number);
        Assert.Equal(4819, (await scene.BookAsync(caller: caller)).Leading!.Code.Number);
        Assert.Equal(4819, (await scene.BookAsync(caller: caller)).Leading!.Code.Number);
        Assert.Equal(2, scene.Planner.Calls.Count(call => call.Call == "Reserve"));
    }

    private static async Task<Booking> BookedAsync(RemoteScene scene)
    {
        Assert.Empty((await scene.BookAsync()).Errors);
        return Assert.Single(await scene.BookingsAsync());
    }

    private static Task<Guid?> MetByAsync(RemoteScene scene) =>
        scene.Portal.ReadAsync(context => context.Deadlines.Select(deadline => deadline.MetBy).SingleAsync());

    private static Task<int> AddDeadlineAsync(RemoteScene scene, int bookBy = 10, int holdBy = 20)
    {
        var today = DateOnly.FromDateTime(scene.Portal.Clock.GetUtcNow().DateTime);
        return scene.Portal.SaveAsync(context => context.Deadlines.Add(new Deadline
        {
            CitizenId = scene.Citizen.Id,
            InterviewType = 12,
            BookBy = today.AddDays(bookBy),
            HoldBy = today.AddDays(holdBy),
        }));
    }
}
