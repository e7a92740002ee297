using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>Each code of CreateOmbooking's row that the embedded planner can bring, with its place in the order; the booking stands untouched.</summary>
public abstract class RescheduleBookingErrorTests
{
    public sealed class OnSqlite : RescheduleBookingErrorTests;

    public sealed class OnPostgreSql : RescheduleBookingErrorTests;

    private static readonly DateOnly Today = new(2027, 3, 1);

    private static readonly int[] AssembledOrder = [4792, 8130, 8135, 8126, 8127, 8128, 8129, 8131, 8132, 8133, 8134, 8136, 8270];

    [Fact]
    public async Task RescheduleBooking_1014_NamesEveryBrokenField()
    {
        await using var scene = await BookingScene.SetAsync();
        var request = new RescheduleBookingRequest(CitizenReference.ByPersonnummer("0000000000"), null, null, null, "") { Unreadable = ["ukendt"] };
        var result = await scene.MoveAsync(request);
        Assert.All(result.Errors, error => Assert.Equal(1014, error.Code.Number));
        Assert.Equal(
            ["personnummer", "ukendt", "indkaldelseId", "moedeStarttidspunkt", "sagsbehandlerEksterntId"], result.Errors.Select(error => error.Field));
    }

    [Fact]
    public async Task RescheduleBooking_4400_UnknownCitizen_IsAlone()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.AssertRefusedAsync([4400], Broken(scene) with { Citizen = CitizenReference.ByPersonnummer("3112575999"), BookingId = Guid.Empty });
    }

    [Fact]
    public async Task RescheduleBooking_4405_DeadCitizen_IsAloneBeforeAllThatFollows()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.Portal.SaveAsync(context => context.Citizens.Single(citizen => citizen.Id == scene.Scene.Citizen.Id).Dead = true);
        await scene.AssertRefusedAsync([4405], Broken(scene));
        await scene.AssertRefusedAsync([4405], Broken(scene) with { BookingId = Guid.Empty });
    }

    [Fact]
    public async Task RescheduleBooking_4768_UnknownOrCancelled_IsAlone()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.AssertRefusedAsync([4768], Broken(scene) with { BookingId = Guid.Empty });
        await scene.Scene.CancelAsync(scene.Booking.Id);
        await scene.AssertRefusedAsync([4768], Broken(scene));
    }

    [Fact]
    public async Task RescheduleBooking_8107_AnothersBooking_IsAloneBefore9018()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.ChangeAsync(booking => booking.JobCentreCode = TestPortal.Unconfigured);
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.AssertRefusedAsync([8107], Broken(scene) with { Citizen = CitizenReference.ById(other.Id) });
    }

    [Fact]
    public async Task RescheduleBooking_9018_TheBookingsJobcentreHasNoBookingSystem_IsAlone()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.ChangeAsync(booking => booking.JobCentreCode = TestPortal.Unconfigured);
        await scene.AssertRefusedAsync([9018], Broken(scene));
    }

    [Fact]
    public async Task RescheduleBooking_9130_AnImmediateBooking_Leads()
    {
        await using var scene = await MoveScene.SetAsync(citizen: citizen =>
            citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = Today.AddDays(-1), HoldBy = Today.AddDays(30) }));
        await scene.AssertRefusedAsync([9130, 1014]);
        await scene.AssertRefusedAsync([9130, 1014, 4708, 4783], Broken(scene));
        await scene.ChangeAsync(booking => booking.Details = booking.Details with { RebookingPossible = true });
        await scene.AssertRefusedAsync([9130]);
    }

    [Fact]
    public async Task RescheduleBooking_9121_RehabTeamForOtherContactGroups()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.ChangeAsync(booking => booking.Details = booking.Details with { InterviewType = InterviewType.RehabTeam });
        await scene.AssertRefusedAsync([9121]);
        await scene.ChangeAsync(booking => booking.ImmediateBooking = true);
        await scene.AssertRefusedAsync([9130, 9121, 4708, 4783], Broken(scene));
    }

    [Theory]
    [InlineData(InterviewType.JointJobInterview)]
    [InlineData(InterviewType.RehabTeam)]
    public async Task RescheduleBooking_8270_TypeThatIsNotMoved(int type)
    {
        await using var scene = await MoveScene.SetAsync(
            option => (option.InterviewType, option.RebookingPossible) = (type, false), citizen => citizen.ContactGroup = 13);
        await scene.AssertRefusedAsync([8270]);
        await scene.AssertRefusedAsync([8270, 4708, 4783], Broken(scene));

        // Where the planner says that it may be moved all the same, that is a fault of the new booking.
        await scene.ChangeAsync(booking => booking.Details = booking.Details with { RebookingPossible = true, RebookingDeadline = scene.Later });
        await scene.ChangeOfferAsync(option => (option.RebookingPossible, option.RebookingDeadlineHours) = (true, 1));
        await scene.AssertRefusedAsync([8270]);
    }

    [Fact]
    public async Task RescheduleBooking_8132_TheDeadlinesDateLiesBeforeToday()
    {
        await using var scene = await MoveScene.SetAsync();
        scene.Portal.Clock.SetUtcNow(World.Danish(2027, 3, 8, 0));
        await scene.AssertRefusedAsync([8132]);
        await scene.AssertRefusedAsync([8132, 4708, 4783], Broken(scene));
    }

    [Fact]
    public async Task RescheduleBooking_1014_NotPossible() =>
        await AssertObstacleAsync("NotPossible", scene => scene.ChangeAsync(booking => booking.Details = booking.Details with { RebookingPossible = false }));

    [Fact]
    public async Task RescheduleBooking_1014_TheDeadlinePassedEarlierToday() =>
        await AssertObstacleAsync("DeadlinePassedToday", scene =>
        {
            scene.Portal.Clock.SetUtcNow(scene.Booking.Details.RebookingDeadline!.Value.AddMilliseconds(1));
            return Task.CompletedTask;
        });

    [Fact]
    public async Task RescheduleBooking_1014_ItHasStarted() =>
        await AssertObstacleAsync("Started", async scene =>
        {
            await scene.ChangeAsync(booking => booking.Details = booking.Details with { RebookingDeadline = scene.Scene.Start });
            scene.Portal.Clock.SetUtcNow(scene.Scene.Start.AddMilliseconds(1));
        });

    [Theory]
    [InlineData(BookingState.Pending)]
    [InlineData(BookingState.Changing)]
    public async Task RescheduleBooking_1014_Pending(BookingState state) =>
        await AssertObstacleAsync("Pending", scene => scene.ChangeAsync(booking => booking.State = state));

    [Fact]
    public async Task RescheduleBooking_1014_SummonedWithoutAnOffer()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.ChangeAsync(booking => (booking.OptionId, booking.SelfBooked) = (null, false));
        Assert.Equal(new Error(Errors.InvalidMessage, "indkaldelseId", "NoOffer"), (await scene.MoveAsync()).Leading);
        await scene.AssertRefusedAsync([1014, 4783], scene.Request with { StartTime = World.Danish(2027, 2, 28, 9) });
    }

    [Fact]
    public async Task RescheduleBooking_OnTheDeadlinesInstant_IsMoved()
    {
        await using var scene = await MoveScene.SetAsync();
        scene.Portal.Clock.SetUtcNow(scene.Booking.Details.RebookingDeadline!.Value);
        Assert.Empty((await scene.MoveAsync()).Errors);
    }

    [Fact]
    public async Task RescheduleBooking_4709_TheOffersTypeIsOutsideTheList()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.ChangeOfferAsync(option => option.InterviewType = 99);
        await scene.AssertRefusedAsync([4709]);
        await scene.AssertRefusedAsync([4709, 4708, 4783], Broken(scene));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(-1)]
    [InlineData(ContactType.Video)]
    public async Task RescheduleBooking_4708_ContactFormThatTheTimeDoesNotHave(int contactType)
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.AssertRefusedAsync([4708], scene.Request with { ContactType = contactType });
        await scene.AssertRefusedAsync([4708, 4822], scene.Request with { ContactType = contactType, SupervisorIdentifier = "RID-9" });
    }

    [Fact]
    public async Task RescheduleBooking_4708_TheFormThatStaysIsNotAmongTheNewTimes()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.Portal.SaveAsync(context => context.Timeslots.Single(time => time.Start == scene.Later).ContactTypes = [ContactType.Video]);
        await scene.AssertRefusedAsync([4708]);
        Assert.Empty((await scene.MoveAsync(scene.Request with { ContactType = ContactType.Video })).Errors);
    }

    [Fact]
    public async Task RescheduleBooking_4822_CaseworkerWhomNobodyKnowsOrWhoIsNotOnTheOffer()
    {
        await using var scene = await MoveScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        await scene.Portal.World.AddCaseWorkerAsync("RID-2");
        foreach (var identifier in new[] { "RID-2", "RID-UKENDT" })
        {
            await scene.AssertRefusedAsync([4822], scene.Request with { SupervisorIdentifier = identifier });
            await scene.AssertRefusedAsync([4708, 4822, 4783], Broken(scene) with { SupervisorIdentifier = identifier });
        }
    }

    [Fact]
    public async Task RescheduleBooking_4822_OfferThatGivesNoChoice()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.AssertRefusedAsync([4822], scene.Request with { SupervisorIdentifier = "RID-1" });
    }

    [Fact]
    public async Task RescheduleBooking_4783_StartBeforeToday()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.AssertRefusedAsync([4783], scene.Request with { StartTime = World.Danish(2027, 2, 28, 23, 59) });
    }

    [Fact]
    public async Task RescheduleBooking_8288_LaterThanADeadlineThatIsOpenOrThatItMeets()
    {
        await using var meets = await MoveScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(holdBy: 7)));
        await meets.AssertRefusedAsync([8288]);
        await meets.AssertRefusedAsync([4708, 8288], meets.Request with { ContactType = 99 });

        await using var open = await MoveScene.SetAsync();
        await open.Portal.SaveAsync(context => context.Citizens.Single(citizen => citizen.Id == open.Scene.Citizen.Id).Deadlines.Add(NewDeadline(holdBy: 7)));
        await open.AssertRefusedAsync([8288]);
    }

    [Fact]
    public async Task RescheduleBooking_8288_ADeadlineThatAnotherBookingMeets_IsNotInTheWay()
    {
        await using var scene = await MoveScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(holdBy: 7)));
        await scene.Portal.World.AddTimeslotAsync(scene.Option, scene.Scene.Start.AddHours(2), [scene.Scene.Worker]);
        var second = await scene.Scene.AssertBookedAsync(scene.Scene.Request with { StartTime = scene.Scene.Start.AddHours(2) });
        Assert.Empty((await scene.MoveAsync(scene.Request with { BookingId = second.Id })).Errors);
    }

    [Fact]
    public async Task RescheduleBooking_4767_TimeIsTaken()
    {
        await using var scene = await MoveScene.SetAsync();
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.Scene.AssertBookedAsync(scene.Scene.Request with { Citizen = CitizenReference.ById(other.Id), StartTime = scene.Later });
        await scene.AssertRefusedAsync([4767]);

        // The rules come before the seat, and a seat that is not to be had before what the planner would have made of it.
        await scene.AssertRefusedAsync([4708], scene.Request with { ContactType = 99 });
        await scene.ChangeOfferAsync(option => option.Location = null);
        await scene.AssertRefusedAsync([4767]);
    }

    [Fact]
    public async Task RescheduleBooking_4767_TheCaseworkerWhoStaysIsTaken()
    {
        await using var scene = await MoveScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        var second = await scene.Portal.World.AddCaseWorkerAsync("RID-2");
        var start = scene.Later.AddDays(1);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [second]);
        await scene.AssertRefusedAsync([4767], scene.Request with { StartTime = start });
    }

    [Fact]
    public async Task RescheduleBooking_4767_FullGroupSession()
    {
        await using var scene = await BookingScene.SetAsync(option => option.InterviewFormType = InterviewFormType.Group);
        DateTimeOffset[] starts = [scene.Start.AddDays(1), scene.Start.AddDays(2)];
        foreach (var start in starts)
        {
            await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [scene.Worker], seats: 1);
        }

        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.AssertBookedAsync(scene.Request with { Citizen = CitizenReference.ById(other.Id), StartTime = starts[1] });
        var booking = await scene.AssertBookedAsync(scene.Request with { StartTime = starts[0] });
        await scene.AssertRefusedAsync([4767], () => scene.MoveAsync(new(CitizenReference.ById(scene.Citizen.Id), booking.Id, starts[1])));
    }

    [Fact]
    public async Task RescheduleBooking_4767_NoSuchTimeEarlierTodayOutsideTheBoundsOrOnesOwnOther()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.AssertRefusedAsync([4767], scene.Request with { StartTime = scene.Later.AddTicks(1) });
        await scene.Portal.World.AddTimeslotAsync(scene.Option, World.Danish(2027, 3, 1, 9, 59), [scene.Scene.Worker]);
        await scene.AssertRefusedAsync([4767], scene.Request with { StartTime = World.Danish(2027, 3, 1, 9, 59) });
        await scene.ChangeOfferAsync(option => option.LastTimeslot = scene.Later.AddMinutes(-1));
        await scene.AssertRefusedAsync([4767]);
        await scene.ChangeOfferAsync(option => (option.FirstTimeslot, option.LastTimeslot) = (scene.Later.AddMinutes(1), null));
        await scene.AssertRefusedAsync([4767]);

        await using var own = await MoveScene.SetAsync();
        await own.Scene.AssertBookedAsync(own.Scene.Request with { StartTime = own.Later });
        await own.AssertRefusedAsync([4767]);
    }

    [Fact]
    public async Task RescheduleBooking_4767_TheOfferIsNoLongerOffered()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.ChangeOfferAsync(option => option.Active = false);
        await scene.AssertRefusedAsync([4767]);
        await scene.AssertRefusedAsync([4783], scene.Request with { StartTime = World.Danish(2027, 2, 28, 9) });
    }

    [Fact]
    public Task RescheduleBooking_4792_EndBeforeStart() => RefusesAssembledAsync(option => option.DurationMinutes = -10, 4792);

    [Fact]
    public Task RescheduleBooking_8130_NoDuration() => RefusesAssembledAsync(option => option.DurationMinutes = 0, 8130);

    [Fact]
    public Task RescheduleBooking_8135_LongerThanADay() => RefusesAssembledAsync(option => option.DurationMinutes = (24 * 60) + 1, 8135);

    [Fact]
    public Task RescheduleBooking_8126_NoRebookingDeadline() => RefusesAssembledAsync(option => option.RebookingDeadlineHours = null, 8126);

    [Fact]
    public Task RescheduleBooking_8127_CancellationDeadlineWithoutCancelling() => RefusesAssembledAsync(
        option => (option.CancellationPossible, option.CancellationDeadline) = (false, World.Danish(2027, 3, 5, 9)), 8127);

    [Fact]
    public Task RescheduleBooking_8128_NoCancellationDeadline() => RefusesAssembledAsync(option => option.CancellationDeadlineHours = null, 8128);

    [Fact]
    public Task RescheduleBooking_8129_InPersonWithoutAddress() => RefusesAssembledAsync(option => option.Location = null, 8129);

    [Fact]
    public Task RescheduleBooking_8131_CitizenCallsWithoutANumber() => RefusesAssembledAsync(option => option.ShouldCitizenCall = true, 8131);

    [Fact]
    public Task RescheduleBooking_8132_TheNewDeadlineLiesBeforeToday() =>
        RefusesAssembledAsync(option => option.RebookingDeadline = World.Danish(2027, 2, 28, 23, 59), 8132);

    [Fact]
    public Task RescheduleBooking_8133_CancellationDeadlineBeforeToday() =>
        RefusesAssembledAsync(option => option.CancellationDeadline = World.Danish(2027, 2, 28, 23, 59), 8133);

    [Fact]
    public Task RescheduleBooking_8134_RebookingDeadlineAfterStart() =>
        RefusesAssembledAsync(option => option.RebookingDeadline = World.Danish(2027, 3, 9, 10, 1), 8134);

    [Fact]
    public Task RescheduleBooking_8136_CancellationDeadlineAfterStart() =>
        RefusesAssembledAsync(option => option.CancellationDeadline = World.Danish(2027, 3, 9, 10, 1), 8136);

    [Fact]
    public async Task RescheduleBooking_HtmlInThePrintComment_IsNotInItsRow()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.ChangeOfferAsync(option => option.PrintComment = "<b>");
        Assert.Empty((await scene.MoveAsync()).Errors);
    }

    [Fact]
    public async Task RescheduleBooking_BrokenOffer_IsReportedOnce()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.ChangeOfferAsync(option => option.Location = null);
        await scene.AssertRefusedAsync([8129]);
        await scene.AssertRefusedAsync([8129]);
        var report = await scene.Portal.ReadAsync(context => context.ErrorReports.SingleAsync());
        Assert.Equal((8129, scene.Option.Id, ErrorOrigin.Dfdg), (report.Code, report.OptionId!.Value, report.Origin));
    }

    [Fact]
    public Task RescheduleBooking_4769_BookingSystemIsNotReached() => RefusesAnswerAsync(Errors.BookingSystemUnreachable, 4769);

    [Fact]
    public Task RescheduleBooking_9329_AnswerBreaksTheContract() => RefusesAnswerAsync(Errors.BookingSystemBrokeContract, 9329);

    [Fact]
    public async Task RescheduleBooking_9303_FaultOrCodeOutsideTheRow()
    {
        await RefusesAnswerAsync(Errors.BookingSystemFault, 9303);
        await RefusesAnswerAsync(Errors.NoFreeTimes, 9303);
    }

    [Theory]
    [InlineData(4819, 4767)]
    [InlineData(8109, 4767)]
    [InlineData(9003, 4822)]
    [InlineData(8288, 8288)]
    public Task RescheduleBooking_ThePlannerRefusesAsItRefusesABooking_IsToldInTheWordsOfAMove(int refused, int code) =>
        RefusesAnswerAsync(Errors.ByNumber[refused], code);

    private static async Task RefusesAnswerAsync(ErrorCode answer, int code)
    {
        await using var scene = await MoveScene.SetAsync(services: PlannerDouble.Replace);
        scene.Portal.Get<PlannerDouble>().Refusal = answer;
        await scene.AssertRefusedAsync([code]);

        // What can be judged without the booking system is judged without it.
        await scene.AssertRefusedAsync([4783], scene.Request with { StartTime = World.Danish(2027, 2, 28, 9) });
    }

    private static async Task AssertObstacleAsync(string reason, Func<MoveScene, Task> set)
    {
        await using var scene = await MoveScene.SetAsync();
        await set(scene);
        Assert.Equal(new Error(Errors.InvalidMessage, "indkaldelseId", reason), (await scene.MoveAsync()).Leading);
        await scene.AssertRefusedAsync([1014]);
        await scene.AssertRefusedAsync([1014, 4708], scene.Request with { ContactType = 99 });
    }

    /// <summary>The code alone; and with others broken too, each at its place.</summary>
    private static async Task RefusesAssembledAsync(Action<PlannedOption> change, int code)
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.ChangeOfferAsync(change);
        await scene.AssertRefusedAsync([code]);
        await scene.ChangeOfferAsync(option => (option.Location, option.ShouldCitizenCall) = (null, true));
        int[] broken = [code, 8129, 8131];
        await scene.AssertRefusedAsync([.. AssembledOrder.Where(broken.Contains)]);
    }

    /// <summary>A contact form that there is not (4708), and a start before today (4783): rules in the middle of the order.</summary>
    private static RescheduleBookingRequest Broken(MoveScene scene) =>
        scene.Request with { ContactType = 99, StartTime = World.Danish(2027, 2, 28, 9) };

    private static Deadline NewDeadline(int holdBy) => new() { InterviewType = 12, BookBy = Today.AddDays(5), HoldBy = Today.AddDays(holdBy) };
}
