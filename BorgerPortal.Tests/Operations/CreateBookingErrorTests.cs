using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>Each code of CreateBooking's row that the embedded planner can bring, with its place in the order.</summary>
public abstract class CreateBookingErrorTests
{
    public sealed class OnSqlite : CreateBookingErrorTests;

    public sealed class OnPostgreSql : CreateBookingErrorTests;

    private static readonly DateOnly Today = new(2027, 3, 1);

    /// <summary>The rules on the assembled booking in the order of the specification.</summary>
    private static readonly int[] AssembledOrder = [4792, 8130, 8135, 8126, 8127, 8128, 8129, 8131, 8132, 8133, 8134, 8136, 8270, 4804];

    [Fact]
    public async Task CreateBooking_1014_NamesEveryBrokenField()
    {
        await using var scene = await BookingScene.SetAsync();
        var request = new CreateBookingRequest(CitizenReference.ByPersonnummer("0000000000"), null, null, null, "") { Unreadable = ["ukendt"] };
        var result = await scene.BookAsync(request);
        Assert.All(result.Errors, error => Assert.Equal(1014, error.Code.Number));
        Assert.Equal(
            ["personnummer", "ukendt", "moedetilbudId", "moedeStarttidspunkt", "samtaleformType", "sagsbehandlerEksterntId"],
            result.Errors.Select(error => error.Field));
        await scene.AssertRefusedAsync([1014, 1014, 1014, 1014, 1014, 1014], request);
    }

    [Fact]
    public async Task CreateBooking_8111_UnknownCitizen()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertRefusedAsync([8111], scene.Request with { Citizen = CitizenReference.ByPersonnummer("3112575999") });
        await scene.AssertRefusedAsync([8111], scene.Request with { Citizen = CitizenReference.ById(4711), OptionId = Guid.Empty, ContactType = 99 });
    }

    [Fact]
    public async Task CreateBooking_4405_DeadCitizen_IsAloneBeforeAllThatFollows()
    {
        await using var scene = await BookingScene.SetAsync(
            option => option.Active = false,
            citizen => (citizen.Dead, citizen.JobCentreCode) = (true, TestPortal.Unconfigured));
        await scene.AssertRefusedAsync([4405]);
    }

    [Fact]
    public async Task CreateBooking_9018_JobcentreWithoutBookingSystem_IsAlone()
    {
        await using var scene = await BookingScene.SetAsync(
            option => option.Active = false, citizen => citizen.JobCentreCode = TestPortal.Unconfigured);
        await scene.AssertRefusedAsync([9018]);
        await scene.AssertRefusedAsync([9018], scene.Request with { ContactType = 99 });
    }

    [Fact]
    public async Task CreateBooking_8108_OfferThatIsNotThisCitizens_IsAlone()
    {
        Action<PlannedOption>[] changes =
        [
            option => option.Active = false,
            option => option.ValidFrom = Today.AddDays(1),
            option => option.ValidTo = Today.AddDays(-1),
            option => option.ContactGroups = [2, 3],
            option => option.ForNamedCitizens = true,
            option => option.JobCentreCode = TestPortal.Odense,
        ];
        foreach (var change in changes)
        {
            await using var scene = await BookingScene.SetAsync(change);
            await scene.AssertRefusedAsync([8108]);
            await scene.AssertRefusedAsync([8108], Broken(scene.Request));
        }
    }

    [Fact]
    public async Task CreateBooking_8108_UnknownOffer()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertRefusedAsync([8108], Broken(scene.Request) with { OptionId = Guid.Empty });
    }

    [Theory]
    [InlineData(57)]
    [InlineData(75)]
    public async Task CreateBooking_8108_NoRightToSelfBook(int absence)
    {
        await using var scene = await BookingScene.SetAsync(
            citizen: citizen => citizen.Absences.Add(new Absence { Type = absence, From = Today, To = Today }));
        await scene.AssertRefusedAsync([8108]);
        scene.Portal.Clock.Advance(TimeSpan.FromDays(1));
        await scene.AssertBookedAsync();
    }

    [Fact]
    public async Task CreateBooking_8108_NoCustomerNumber()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.CustomerNumber = null);
        await scene.AssertRefusedAsync([8108]);
    }

    [Fact]
    public async Task CreateBooking_4709_InterviewTypeOutsideTheList_LeadsWhatFollows()
    {
        await using var scene = await BookingScene.SetAsync(option => (option.InterviewType, option.InterviewFormType) = (99, 9));
        await scene.AssertRefusedAsync([4709, 4805, 4708], scene.Request with { ContactType = 99 });
    }

    [Fact]
    public async Task CreateBooking_4805_MeetingGroupTypeOutsideTheList()
    {
        await using var scene = await BookingScene.SetAsync(option => option.InterviewFormType = 9);
        await scene.AssertRefusedAsync([4805]);
        await scene.AssertRefusedAsync([4805, 4708, 4783], Broken(scene.Request));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(ContactType.Video)]
    public async Task CreateBooking_4708_ContactFormThatTheTimeDoesNotHave(int contactType)
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertRefusedAsync([4708], scene.Request with { ContactType = contactType });
        await scene.AssertRefusedAsync([4708, 9003], scene.Request with { ContactType = contactType, SupervisorIdentifier = "RID-1" });
    }

    [Fact]
    public async Task CreateBooking_4708_WhereThereIsNoSuchTime_TheOffersFormsCount()
    {
        await using var scene = await BookingScene.SetAsync();
        var elsewhere = scene.Request with { StartTime = scene.Start.AddDays(1) };
        await scene.AssertRefusedAsync([4708], elsewhere with { ContactType = ContactType.Video });
        await scene.AssertRefusedAsync([4819], elsewhere);
    }

    [Fact]
    public async Task CreateBooking_4822_CaseworkerWhomNobodyKnows()
    {
        await using var scene = await BookingScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        await scene.AssertRefusedAsync([4822], scene.Request with { SupervisorIdentifier = "RID-UKENDT" });
        await scene.AssertRefusedAsync([4708, 4822, 4783], Broken(scene.Request) with { SupervisorIdentifier = "RID-UKENDT" });
    }

    [Fact]
    public async Task CreateBooking_9003_CaseworkerWhoIsNotOnTheOffer()
    {
        await using var scene = await BookingScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        await scene.Portal.World.AddCaseWorkerAsync("RID-2");
        await scene.AssertRefusedAsync([9003], scene.Request with { SupervisorIdentifier = "RID-2" });
        await scene.AssertRefusedAsync([4708, 9003, 4783], Broken(scene.Request) with { SupervisorIdentifier = "RID-2" });
    }

    [Fact]
    public async Task CreateBooking_9003_OfferThatGivesNoChoice()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertRefusedAsync([9003], scene.Request with { SupervisorIdentifier = "RID-1" });
    }

    [Fact]
    public async Task CreateBooking_4783_StartBeforeToday()
    {
        await using var scene = await BookingScene.SetAsync();
        var yesterday = scene.Request with { StartTime = World.Danish(2027, 2, 28, 23, 59) };
        await scene.AssertRefusedAsync([4783], yesterday);
        await scene.AssertRefusedAsync([9003, 4783], yesterday with { SupervisorIdentifier = "RID-1" });
        await using var bounded = await BookingScene.SetAsync(option => option.FirstTimeslot = World.Danish(2027, 3, 2, 9));
        await bounded.AssertRefusedAsync([4783, 8109], bounded.Request with { StartTime = yesterday.StartTime });
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(-10, -1)]
    public async Task CreateBooking_8109_OutsideTheOffersBounds(int firstMinutes, int lastMinutes)
    {
        var start = World.Danish(2027, 3, 8, 9);
        await using var scene = await BookingScene.SetAsync(
            option => (option.FirstTimeslot, option.LastTimeslot) = (start.AddMinutes(firstMinutes), start.AddMinutes(lastMinutes)),
            citizen => citizen.Deadlines.Add(NewDeadline(type: 12, bookBy: 5, holdBy: 7)),
            start: start);
        await scene.AssertRefusedAsync([8109]);
        await scene.AssertRefusedAsync([4708, 8109], scene.Request with { ContactType = 99 });
        await scene.AssertRefusedAsync([8109, 8288], scene.Request with { StartTime = lastMinutes < 0 ? start.AddDays(1) : start.AddMinutes(lastMinutes).AddDays(1) });
    }

    [Fact]
    public async Task CreateBooking_OnTheOffersBounds_IsBooked()
    {
        var start = World.Danish(2027, 3, 8, 9);
        await using var scene = await BookingScene.SetAsync(
            option => (option.FirstTimeslot, option.LastTimeslot) = (start, start), start: start);
        await scene.AssertBookedAsync();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(11, false)]
    [InlineData(12, false)]
    [InlineData(13, false)]
    public async Task CreateBooking_9121_RehabTeamForOtherContactGroups(int contactGroup, bool isRefused)
    {
        await using var scene = await BookingScene.SetAsync(
            option => (option.InterviewType, option.RebookingPossible) = (InterviewType.RehabTeam, false),
            citizen => citizen.ContactGroup = contactGroup);
        if (isRefused)
        {
            await scene.AssertRefusedAsync([9121]);
            await scene.AssertRefusedAsync([4708, 4783, 9121], Broken(scene.Request));
            await AddDeadlineAsync(scene, NewDeadline(InterviewType.RehabTeam, bookBy: 5, holdBy: 6));
            await scene.AssertRefusedAsync([9121, 8288]);
        }
        else
        {
            await scene.AssertBookedAsync();
        }
    }

    [Fact]
    public Task CreateBooking_8273_ACurrentJobInterview() => RefusesASecondOfTypeAsync(InterviewType.JobInterview, 8273);

    [Fact]
    public Task CreateBooking_9220_ACurrentFollowUp() => RefusesASecondOfTypeAsync(InterviewType.FollowUp, 9220);

    [Theory]
    [InlineData(InterviewType.JobInterview)]
    [InlineData(InterviewType.FollowUp)]
    public async Task CreateBooking_TheLastOneHasBeenHeld_IsBooked(int type)
    {
        await using var scene = await BookingScene.SetAsync(option => option.InterviewType = type);
        var later = scene.Start.AddDays(3);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, later, [scene.Worker]);
        await scene.AssertBookedAsync();
        scene.Portal.Clock.Advance(TimeSpan.FromDays(8));
        await scene.AssertBookedAsync(scene.Request with { StartTime = later });
    }

    [Fact]
    public async Task CreateBooking_8288_LaterThanADeadlineOfTheType()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen =>
        {
            citizen.Deadlines.Add(NewDeadline(type: 12, bookBy: 5, holdBy: 6));
            citizen.Deadlines.Add(NewDeadline(type: 12, bookBy: 5, holdBy: 30, position: 1));
        });
        await scene.AssertRefusedAsync([8288]);
        await scene.AssertRefusedAsync([4708, 8288], scene.Request with { ContactType = 99 });
    }

    [Fact]
    public async Task CreateBooking_OnTheLastDayOfADeadline_IsBookedAndMeetsIt()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(type: 12, bookBy: 5, holdBy: 7)));
        await scene.AssertBookedAsync();
        Assert.Equal(1, (await scene.CountAsync()).DeadlinesMet);
    }

    [Fact]
    public async Task CreateBooking_DeadlineOfAnotherType_IsNeitherMetNorInTheWay()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(type: 7, bookBy: 5, holdBy: 6)));
        await scene.AssertBookedAsync();
        Assert.Equal(0, (await scene.CountAsync()).DeadlinesMet);
    }

    [Fact]
    public async Task CreateBooking_4819_TimeIsTaken()
    {
        await using var scene = await BookingScene.SetAsync();
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.AssertBookedAsync(scene.Request with { Citizen = CitizenReference.ById(other.Id) });
        await scene.AssertRefusedAsync([4819]);

        // The rules come before the seat, and a seat that is not to be had before what the planner would have made of it.
        await scene.AssertRefusedAsync([4708], scene.Request with { ContactType = 99 });
        await scene.Portal.SaveAsync(context => context.Options.Single(option => option.Id == scene.Option.Id).PrintComment = "<b>");
        await scene.AssertRefusedAsync([4819]);
    }

    [Fact]
    public async Task CreateBooking_4819_NoSuchTime()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertRefusedAsync([4819], scene.Request with { StartTime = scene.Start.AddMilliseconds(1) });
        await scene.AssertRefusedAsync([4819], scene.Request with { StartTime = scene.Start.AddTicks(1) });
    }

    [Fact]
    public async Task CreateBooking_4819_EarlierToday()
    {
        await using var scene = await BookingScene.SetAsync(start: World.Danish(2027, 3, 1, 9, 59));
        await scene.AssertRefusedAsync([4819]);
    }

    [Fact]
    public async Task CreateBooking_4819_TheCitizenHasASeatThere()
    {
        await using var scene = await BookingScene.SetAsync();
        var second = await scene.Portal.World.AddCaseWorkerAsync("RID-2");
        var start = scene.Start.AddDays(1);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [scene.Worker, second]);
        await scene.AssertBookedAsync(scene.Request with { StartTime = start });
        await scene.AssertRefusedAsync([4819], scene.Request with { StartTime = start });
    }

    [Fact]
    public Task CreateBooking_4792_EndBeforeStart() => RefusesAssembledAsync(option => option.DurationMinutes = -10, 4792);

    [Fact]
    public Task CreateBooking_8130_NoDuration() => RefusesAssembledAsync(option => option.DurationMinutes = 0, 8130);

    [Fact]
    public Task CreateBooking_8135_LongerThanADay() => RefusesAssembledAsync(option => option.DurationMinutes = (24 * 60) + 1, 8135);

    [Fact]
    public Task CreateBooking_8126_NoRebookingDeadline() => RefusesAssembledAsync(option => option.RebookingDeadlineHours = null, 8126);

    [Fact]
    public Task CreateBooking_8127_CancellationDeadlineWithoutCancelling() => RefusesAssembledAsync(
        option => (option.CancellationPossible, option.CancellationDeadline) = (false, World.Danish(2027, 3, 5, 9)), 8127);

    [Fact]
    public Task CreateBooking_8128_NoCancellationDeadline() => RefusesAssembledAsync(option => option.CancellationDeadlineHours = null, 8128);

    [Fact]
    public Task CreateBooking_8129_InPersonWithoutAddress() => RefusesAssembledAsync(option => option.Location = null, 8129);

    [Fact]
    public async Task CreateBooking_ByTelephoneWithoutAddress_IsBooked()
    {
        await using var scene = await BookingScene.SetAsync(option => option.Location = null);
        await scene.AssertBookedAsync(scene.Request with { ContactType = ContactType.Telephone });
    }

    [Fact]
    public Task CreateBooking_8131_CitizenCallsWithoutANumber() => RefusesAssembledAsync(option => option.ShouldCitizenCall = true, 8131);

    [Fact]
    public Task CreateBooking_8132_RebookingDeadlineBeforeToday() =>
        RefusesAssembledAsync(option => option.RebookingDeadline = World.Danish(2027, 2, 28, 23, 59), 8132);

    [Fact]
    public Task CreateBooking_8133_CancellationDeadlineBeforeToday() =>
        RefusesAssembledAsync(option => option.CancellationDeadline = World.Danish(2027, 2, 28, 23, 59), 8133);

    [Fact]
    public Task CreateBooking_8134_RebookingDeadlineAfterStart() =>
        RefusesAssembledAsync(option => option.RebookingDeadline = World.Danish(2027, 3, 8, 10, 1), 8134);

    [Fact]
    public Task CreateBooking_8136_CancellationDeadlineAfterStart() =>
        RefusesAssembledAsync(option => option.CancellationDeadline = World.Danish(2027, 3, 8, 10, 1), 8136);

    [Theory]
    [InlineData(InterviewType.JointJobInterview)]
    [InlineData(InterviewType.RehabTeam)]
    public async Task CreateBooking_8270_TypeThatMayNotBeRebooked(int type)
    {
        Action<Citizen> rehab = citizen => citizen.ContactGroup = 13;
        await using var scene = await BookingScene.SetAsync(option => option.InterviewType = type, rehab);
        await scene.AssertRefusedAsync([8270]);
        await RefusesAssembledAsync(option => option.InterviewType = type, 8270, rehab);
    }

    [Theory]
    [InlineData("<b>Husk</b> CV", true)]
    [InlineData("</p>", true)]
    [InlineData("<!-- -->", true)]
    [InlineData("1 < 2 og 3 > 2", false)]
    [InlineData("<3", false)]
    public async Task CreateBooking_4804_HtmlInThePrintComment(string comment, bool isRefused)
    {
        await using var scene = await BookingScene.SetAsync(option => option.PrintComment = comment);
        if (isRefused)
        {
            await scene.AssertRefusedAsync([4804]);
            await RefusesAssembledAsync(option => option.PrintComment = comment, 4804);
        }
        else
        {
            await scene.AssertBookedAsync();
        }
    }

    [Fact]
    public async Task CreateBooking_SeveralRulesBroken_ReturnsAllInOrder()
    {
        await using var scene = await BookingScene.SetAsync(option =>
        {
            option.DurationMinutes = 0;
            option.Location = null;
            option.ShouldCitizenCall = true;
            option.PrintComment = "<i>";
            option.RebookingDeadlineHours = null;
            option.CancellationDeadline = World.Danish(2027, 2, 28, 12);
        });
        await scene.AssertRefusedAsync([8130, 8126, 8129, 8131, 8133, 4804]);
    }

    [Fact]
    public async Task CreateBooking_BrokenOffer_IsReportedOnceForEachCodeUntilHandled()
    {
        await using var scene = await BookingScene.SetAsync(option => (option.Location, option.DurationMinutes) = (null, 0));
        await scene.AssertRefusedAsync([8130, 8129]);
        await scene.AssertRefusedAsync([8130, 8129]);
        var reports = await ReportsAsync(scene);
        Assert.Equal([8129, 8130], reports.Select(report => report.Code));
        Assert.All(reports, report => Assert.Equal(
            (scene.Option.Id, TestPortal.Aarhus, ErrorOrigin.Dfdg), (report.OptionId, report.JobCentreCode, report.Origin)));

        await scene.Portal.Get<IBookingWriter>().RunAloneAsync(
            (context, token) => context.ErrorReports.ExecuteUpdateAsync(set => set.SetProperty(r => r.HandledAt, scene.Start), token),
            TestContext.Current.CancellationToken);
        await scene.AssertRefusedAsync([8130, 8129]);
        Assert.Equal(4, (await ReportsAsync(scene)).Count);
    }

    [Fact]
    public async Task CreateBooking_RulesBeforeTheSeatAreBroken_ThePlannerIsNotAskedToWrite()
    {
        await using var scene = await BookingScene.SetAsync(option => option.Location = null);
        await scene.AssertRefusedAsync([4708, 4783], scene.Request with { ContactType = 99, StartTime = World.Danish(2027, 2, 1, 9) });
    }

    [Fact]
    public Task CreateBooking_4769_BookingSystemIsNotReached() => RefusesAnswerAsync(Errors.BookingSystemUnreachable, 4769);

    [Fact]
    public Task CreateBooking_9329_AnswerBreaksTheContract() => RefusesAnswerAsync(Errors.BookingSystemBrokeContract, 9329);

    [Fact]
    public async Task CreateBooking_9303_FaultOrCodeOutsideTheRow()
    {
        await RefusesAnswerAsync(Errors.BookingSystemFault, 9303);
        await RefusesAnswerAsync(Errors.NoFreeTimes, 9303);
    }

    [Fact]
    public Task CreateBooking_PlannerRefusesWithACodeOfTheRow_PassesItOn() => RefusesAnswerAsync(Errors.OutsideOptionBounds, 8109);

    private static Task<List<ErrorReport>> ReportsAsync(BookingScene scene) =>
        scene.Portal.ReadAsync(context => context.ErrorReports.AsNoTracking().OrderBy(report => report.Code).ToListAsync());

    private static async Task RefusesAnswerAsync(ErrorCode answer, int code)
    {
        await using var scene = await BookingScene.SetAsync(services: PlannerDouble.Replace);
        scene.Portal.Get<PlannerDouble>().Refusal = answer;
        await scene.AssertRefusedAsync([code]);
    }

    /// <summary>The code alone; and with three others broken too, each at its place.</summary>
    private static async Task RefusesAssembledAsync(Action<PlannedOption> change, int code, Action<Citizen>? citizen = null)
    {
        await using var scene = await BookingScene.SetAsync(change, citizen);
        await scene.AssertRefusedAsync([code]);
        await using var several = await BookingScene.SetAsync(
            option =>
            {
                (option.Location, option.ShouldCitizenCall, option.PrintComment) = (null, true, "<b>");
                change(option);
            },
            citizen);
        int[] broken = [code, 8129, 8131, 4804];
        await several.AssertRefusedAsync([.. AssembledOrder.Where(broken.Contains)]);
    }

    /// <summary>A contact form that there is not (4708), and a start before today (4783): rules early and in the middle of the order.</summary>
    private static CreateBookingRequest Broken(CreateBookingRequest request) =>
        request with { ContactType = 99, StartTime = World.Danish(2027, 2, 28, 9) };

    private static async Task AddDeadlineAsync(BookingScene scene, Deadline deadline) =>
        await scene.Portal.SaveAsync(context => context.Citizens.Single(citizen => citizen.Id == scene.Citizen.Id).Deadlines.Add(deadline));

    private static async Task RefusesASecondOfTypeAsync(int type, int code)
    {
        await using var scene = await BookingScene.SetAsync(option => option.InterviewType = type);
        var later = scene.Start.AddDays(1);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, later, [scene.Worker]);
        await scene.AssertBookedAsync();
        await scene.AssertRefusedAsync([code], scene.Request with { StartTime = later });
        await scene.AssertRefusedAsync([4708, 4783, code], Broken(scene.Request));
        await AddDeadlineAsync(scene, NewDeadline(type, bookBy: 5, holdBy: 6));
        await scene.AssertRefusedAsync([code, 8288], scene.Request with { StartTime = later });
    }

    private static Deadline NewDeadline(int type, int bookBy, int holdBy, int position = 0) =>
        new() { InterviewType = type, BookBy = Today.AddDays(bookBy), HoldBy = Today.AddDays(holdBy), Position = position };
}
