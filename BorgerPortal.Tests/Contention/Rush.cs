using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;

namespace BorgerPortal.Tests.Contention;

/// <summary>
/// The harness: many callers book at once, each having decided before the first of them was written, and a report is
/// drawn up of what they got.
/// </summary>
internal sealed class Rush : IAsyncDisposable
{
    /// <summary>How long a rush may take before it is given up as stuck.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly int _callers;

    private Rush(TestPortal portal, int callers) => (Portal, _callers) = (portal, callers);

    public TestPortal Portal { get; }

    public GatheringWriter Writer => Portal.Get<GatheringWriter>();

    public World World => Portal.World;

    /// <summary>A portal with its jobcentres, whose writer waits for all callers.</summary>
    public static async Task<Rush> PrepareAsync(int callers, Func<Write, bool>? keeps = null)
    {
        var portal = await TestPortal.StartAsync(
            configure: services => services.WrapWriter(inner => new GatheringWriter(inner, callers, keeps)));
        await portal.World.AddJobCentresAsync();
        return new Rush(portal, callers);
    }

    public async Task<IReadOnlyList<CaseWorker>> AddCaseWorkersAsync(int count)
    {
        var workers = new List<CaseWorker>();
        for (var number = 1; number <= count; number++)
        {
            workers.Add(await World.AddCaseWorkerAsync($"RID-{number}"));
        }

        return workers;
    }

    /// <summary>Citizens who may book, each with a deadline that the booking meets.</summary>
    public async Task<IReadOnlyList<Citizen>> AddCitizensAsync(int interviewType)
    {
        var citizens = await World.AddCitizensAsync(_callers);
        await Portal.SaveAsync(context => context.Deadlines.AddRange(citizens.Select(citizen => NewDeadline(citizen, interviewType))));
        return citizens;
    }

    public Task AddDeadlineAsync(Citizen citizen, int interviewType) =>
        Portal.SaveAsync(context => context.Deadlines.Add(NewDeadline(citizen, interviewType)));

    /// <summary>Sends every request from a thread of its own and reports.</summary>
    /// <param name="requests">One for each caller.</param>
    /// <param name="seats">How many of them may succeed.</param>
    /// <param name="refusal">What the others are to be told, and nothing else.</param>
    public async Task<RushReport> RunAsync(IEnumerable<CreateBookingRequest> requests, int seats, ErrorCode refusal)
    {
        using var patience = new CancellationTokenSource(Patience);
        var operation = Portal.Get<CreateBooking>();
        var answers = await Task.WhenAll(requests.Select(request =>
            Task.Run(() => operation.ExecuteAsync(request, Caller.Citizen, patience.Token))));
        return await RushReport.ReadAsync(Portal, answers, seats, refusal);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static Deadline NewDeadline(Citizen citizen, int interviewType) => new()
    {
        CitizenId = citizen.Id,
        InterviewType = interviewType,
        BookBy = new DateOnly(2027, 3, 20),
        HoldBy = new DateOnly(2027, 3, 30),
    };
}
