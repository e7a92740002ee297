using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Worklist;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Worklist;

/// <summary>A jobcentre with cases to work on, and two caseworkers who do. Now is 1 March 2027 at 10.</summary>
internal sealed class WorkScene : IAsyncDisposable
{
    private WorkScene(BookingScene booking, CaseWorker other) => (Booking, Other) = (booking, new Desk(other.Id, TestPortal.Aarhus));

    public BookingScene Booking { get; }

    /// <summary>Mette Holm's.</summary>
    public Desk Desk => new(Booking.Worker.Id, TestPortal.Aarhus);

    public Desk Other { get; }

    public Desk Elsewhere => new(Booking.Worker.Id, TestPortal.Odense);

    public static async Task<WorkScene> SetAsync() => await OfAsync(await BookingScene.SetAsync());

    /// <summary>In a scene that is there already.</summary>
    public static async Task<WorkScene> OfAsync(BookingScene booking) => new(booking, await booking.Portal.World.AddCaseWorkerAsync("RID-2"));

    public async Task<WorkKey> AddReportAsync(int minute = 0, int code = 8131, bool byPortal = false, string jobCentre = TestPortal.Aarhus)
    {
        var report = new ErrorReport
        {
            JobCentreCode = jobCentre,
            CitizenId = byPortal ? null : Booking.Citizen.Id,
            OptionId = Booking.Option.Id,
            Code = code,
            Origin = ErrorOrigin.Dfdg,
            Text = "Der mangler noget",
            At = Booking.Portal.Clock.GetUtcNow().AddMinutes(minute),
            FiledByPortal = byPortal,
        };
        await Booking.Portal.SaveAsync(context => context.ErrorReports.Add(report));
        return WorkKey.Of(report.Id);
    }

    public async Task<WorkKey> AddReceiptAsync(int minute = 0)
    {
        var receipt = new EvidenceReceipt
        {
            Id = Booking.Portal.Get<IdSource>().Next(),
            CitizenId = Booking.Citizen.Id,
            JobCentreCode = TestPortal.Aarhus,
            Kind = EvidenceKind.NoFreeTime,
            At = Booking.Portal.Clock.GetUtcNow().AddMinutes(minute),
            InterviewType = 12,
            Answers = [],
        };
        await Booking.Portal.SaveAsync(context => context.EvidenceReceipts.Add(receipt));
        return WorkKey.Of(receipt.Id);
    }

    public Task<WorkPage> ListAsync(WorkFilter filter, Desk? desk = null) =>
        Booking.Portal.Get<WorklistReader>().ListAsync(desk ?? Desk, filter, TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<WorkKey>> KeysAsync(WorkFilter filter, Desk? desk = null) => [.. (await ListAsync(filter, desk)).Items.Select(item => item.Key)];

    public Task<WorkFile?> FindAsync(WorkKey key, Desk? desk = null) =>
        Booking.Portal.Get<WorklistReader>().FindAsync(desk ?? Desk, key, TestContext.Current.CancellationToken);

    /// <summary>Does something with a case as it stands.</summary>
    public async Task<WorkOutcome> DoAsync(WorkKey key, WorkStep step, Desk? desk = null, string? note = null, int? seen = null) =>
        await Booking.Portal.Get<HandleWork>().ExecuteAsync(
            new HandleWorkRequest(desk ?? Desk, key, seen ?? (await FindAsync(key))?.Item.Steps ?? 0, step, note), TestContext.Current.CancellationToken);

    public Task<int> CountStepsAsync() => Booking.Portal.ReadAsync(context => context.WorkHandlings.CountAsync());

    public ValueTask DisposeAsync() => Booking.DisposeAsync();
}
