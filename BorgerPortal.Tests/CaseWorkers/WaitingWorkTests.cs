using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Time;
using BorgerPortal.Domain.Worklist;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Statements;
using Xunit;

namespace BorgerPortal.Tests.CaseWorkers;

/// <summary>What waits at a jobcentre. Now is 1 March 2027 at 10.</summary>
public abstract class WaitingWorkTests : IAsyncLifetime
{
    public sealed class OnSqlite : WaitingWorkTests;

    public sealed class OnPostgreSql : WaitingWorkTests;

    private static readonly Waiting Nothing = new(0, 0, 0, 0, 0);
    private static readonly DateOnly Today = new(2027, 3, 1);

    private readonly StatementLog _log = new();
    private BookingScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await BookingScene.SetAsync(services: _log.Listen);

    public async ValueTask DisposeAsync()
    {
        await _scene.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task Count_ErrorReports_OnlyThoseNobodyHasHandled()
    {
        await AddAsync(context => context.ErrorReports.AddRange(Report(handled: false), Report(handled: false), Report(handled: true)));

        await HasAsync(Nothing with { ErrorReports = 2 });
    }

    [Fact]
    public async Task Count_Receipts_OnlyThoseWhoseLastHandlingLeavesThemOpen()
    {
        var ids = Enumerable.Range(1, 3).Select(number => new Guid($"5b1f6f0a-0009-4000-8000-{number:D12}")).ToList();
        await AddAsync(context => context.EvidenceReceipts.AddRange(ids.Select(Receipt)));
        foreach (var (id, number, handled) in new[] { (ids[0], 1, true), (ids[1], 1, true), (ids[1], 2, false) })
        {
            await AddAsync(context => context.WorkHandlings.Add(new WorkHandling
            {
                ReceiptId = id,
                Number = number,
                At = _scene.Start,
                CaseWorkerId = _scene.Worker.Id,
                Step = handled ? WorkStep.Handle : WorkStep.Reopen,
                IsHandled = handled,
            }));
        }

        await HasAsync(Nothing with { Receipts = 2 });
    }

    [Theory]
    [InlineData(IntentStep.Reserving, 1)]
    [InlineData(IntentStep.Confirming, 1)]
    [InlineData(IntentStep.Unknown, 1)]
    [InlineData(IntentStep.Releasing, 0)]
    [InlineData(IntentStep.Settled, 0)]
    public async Task Count_OutcomesUnknown_UntilTheBookingSystemHasSaid(IntentStep step, int count)
    {
        await AddAsync(context => context.BookingIntents.Add(Intent(step)));

        await HasAsync(Nothing with { Unknown = count });
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 0)]
    public async Task Count_Deadlines_OnlyOpenOnesOfTheNextDays(int days, int count)
    {
        await AddDeadlineAsync(Today.AddDays(days));

        await HasAsync(Nothing with { DeadlinesSoon = count });
    }

    [Theory]
    [InlineData(Absence.ExemptFromSelfBooking, 0)]
    [InlineData(Absence.DeprivedOfSelfBooking, 0)]
    [InlineData(Absence.ContactIsWithUnemploymentFund, 0)]
    [InlineData(1, 1)]
    public async Task Count_DeadlineOfAnAbsentCitizen_IsClosedByThoseAbsencesAlone(int absence, int count)
    {
        await AddDeadlineAsync(Today, citizen => citizen.Absences.Add(new Absence { Type = absence, From = Today, To = Today }));

        await HasAsync(Nothing with { DeadlinesSoon = count });
    }

    [Fact]
    public async Task Count_DeadlineThatIsMetClosedOrOfSomebodyDead_IsNotOpen()
    {
        var booking = (await _scene.AssertBookedAsync()).Id;
        await AddDeadlineAsync(Today, citizen => citizen.Deadlines[0].MetBy = booking);
        await AddDeadlineAsync(Today, citizen => citizen.Deadlines[0].AdministrativelyClosed = true);
        await AddDeadlineAsync(Today, citizen => citizen.Dead = true);
        await HasAsync(Nothing);

        await AddAsync(context => context.Bookings.Single().State = BookingState.Cancelled);
        await HasAsync(Nothing with { DeadlinesSoon = 1 });
    }

    [Theory]
    [InlineData("2027-02-28T23:59", BookingState.Active, 0)]
    [InlineData("2027-03-01T00:00", BookingState.Active, 1)]
    [InlineData("2027-03-01T23:59", BookingState.Pending, 1)]
    [InlineData("2027-03-01T12:00", BookingState.Cancelled, 0)]
    [InlineData("2027-03-02T00:00", BookingState.Active, 0)]
    public async Task Count_Meetings_OnlyThoseOfTodayThatStand(string start, BookingState state, int count)
    {
        await _scene.AssertBookedAsync();
        await AddAsync(context =>
        {
            var booking = context.Bookings.Single();
            (booking.State, booking.Details) = (state, booking.Details with { Start = DanishTime.Parse(start)!.Value, End = DanishTime.Parse(start)!.Value.AddMinutes(45) });
        });

        await HasAsync(Nothing with { MeetingsToday = count });
    }

    [Fact]
    public async Task Count_EveryStatement_GoesByAnIndex()
    {
        _log.Clear();
        await CountAsync(TestPortal.Aarhus);

        Assert.Equal(5, _log.All.Count);
        Assert.Empty(await QueryPlans.WholeTablesAsync(_scene.Portal.Services, _log.All, _log.Lengths.Keys));
    }

    /// <summary>And of another jobcentre's work nothing is counted.</summary>
    private async Task HasAsync(Waiting expected)
    {
        Assert.Equal(expected, await CountAsync(TestPortal.Aarhus));
        Assert.Equal(Nothing, await CountAsync(TestPortal.Odense));
    }

    private Task<Waiting> CountAsync(string jobCentre) => _scene.Portal.Get<WaitingWork>().CountAsync(jobCentre, TestContext.Current.CancellationToken);

    private Task<int> AddAsync(Action<BookingDbContext> change) => _scene.Portal.SaveAsync(change);

    private Task<Citizen> AddDeadlineAsync(DateOnly bookBy, Action<Citizen>? change = null) => _scene.Portal.World.AddCitizenAsync(citizen =>
    {
        citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = bookBy, HoldBy = bookBy.AddDays(14) });
        change?.Invoke(citizen);
    });

    private ErrorReport Report(bool handled) => new()
    {
        JobCentreCode = TestPortal.Aarhus,
        Code = ReportCodes.ReportedByCitizen,
        Origin = ErrorOrigin.Jobnet,
        At = _scene.Start,
        FiledByPortal = false,
        HandledAt = handled ? _scene.Start : null,
    };

    private EvidenceReceipt Receipt(Guid id) => new()
    {
        Id = id,
        CitizenId = _scene.Citizen.Id,
        JobCentreCode = TestPortal.Aarhus,
        Kind = EvidenceKind.NoFreeTime,
        At = _scene.Start,
        Answers = [],
    };

    private BookingIntent Intent(IntentStep step) => new()
    {
        Id = new Guid("5b1f6f0a-0008-4000-8000-000000000001"),
        Kind = IntentKind.Book,
        BookingId = new Guid("5b1f6f0a-0008-4000-8000-000000000001"),
        CitizenId = _scene.Citizen.Id,
        JobCentreCode = TestPortal.Aarhus,
        Step = step,
        ReserveRequest = "reserve",
        ConfirmRequest = "confirm",
        ReleaseRequest = "release",
        AskedAt = _scene.Start,
        ActorKind = ActorKind.Citizen,
        NextTryAt = _scene.Start,
    };
}
