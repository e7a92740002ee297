using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>Whatever is booked, moved and cancelled, in whatever order: what is taken is what is booked, and deadlines follow from the bookings.</summary>
public abstract class AnySequenceTests
{
    public sealed class OnSqlite : AnySequenceTests;

    public sealed class OnPostgreSql : AnySequenceTests;

    private const int Citizens = 3;
    private const int Times = 9;

    private static readonly DateTimeOffset First = World.Danish(2027, 3, 8, 9);
    private static readonly DateOnly Today = new(2027, 3, 1);

    private enum Deed
    {
        Book,
        Move,
        Cancel,
    }

    private static readonly Gen<(Deed Deed, int Citizen, int Time)[]> AnySteps = Gen.Select(
        Gen.Int[0, 5].Select(number => number < 3 ? Deed.Book : number < 5 ? Deed.Move : Deed.Cancel),
        Gen.Int[0, Citizens - 1],
        Gen.Int[0, Times - 1]).Array[8, 25];

    [Fact]
    public Task BookMoveAndCancel_InAnyOrder_ThePlanHoldsAfterEachStep() => AnySteps.SampleAsync(RunAsync, iter: 12, threads: 1);

    private static async Task RunAsync((Deed Deed, int Citizen, int Time)[] steps)
    {
        await using var town = await Town.BuildAsync();
        foreach (var (deed, citizen, time) in steps)
        {
            var before = await town.Portal.ReadAsync(StateSnapshot.TakeAsync);
            var isDone = await town.DoAsync(deed, citizen, time);
            Assert.Empty(await town.Portal.ReadAsync(context => PlanInvariants.FaultsAsync(context, Today)));
            if (!isDone)
            {
                Assert.Equal(before, await town.Portal.ReadAsync(StateSnapshot.TakeAsync));
            }
        }
    }

    /// <summary>An offer whose times overlap, one of group sessions, and one of job interviews, served by the same two caseworkers.</summary>
    private sealed class Town(TestPortal portal) : IAsyncDisposable
    {
        private readonly List<(Guid Option, DateTimeOffset Start)> _times = [];
        private readonly List<long> _citizens = [];

        public TestPortal Portal => portal;

        public static async Task<Town> BuildAsync()
        {
            var portal = await TestPortal.StartAsync();
            var town = new Town(portal);
            await portal.World.AddJobCentresAsync();
            CaseWorker[] workers = [await portal.World.AddCaseWorkerAsync("RID-1"), await portal.World.AddCaseWorkerAsync("RID-2")];
            await town.AddAsync(workers, [0, 15, 30, 60], seats: null, option => option.AllowChoiceOfSupervisor = true);
            await town.AddAsync([workers[0]], [180, 24 * 60], seats: 2, option => option.InterviewFormType = InterviewFormType.Group);
            await town.AddAsync(workers, [45, 90, 3 * 24 * 60], seats: null, option => option.InterviewType = InterviewType.JobInterview);
            for (var number = 0; number < Citizens; number++)
            {
                town._citizens.Add((await portal.World.AddCitizenAsync(AddDeadlines)).Id);
            }

            return town;
        }

        /// <returns>False where it was refused.</returns>
        public async Task<bool> DoAsync(Deed deed, int citizen, int time)
        {
            var (option, start) = _times[time];
            var reference = CitizenReference.ById(_citizens[citizen]);
            var token = TestContext.Current.CancellationToken;
            if (deed == Deed.Book)
            {
                return !(await portal.Get<CreateBooking>().ExecuteAsync(new(reference, option, start, ContactType.Personal), Caller.Citizen, token)).IsError;
            }

            var own = await portal.ReadAsync(context => context.Bookings
                .Where(booking => booking.CitizenId == _citizens[citizen] && booking.State == BookingState.Active)
                .OrderBy(booking => booking.OptionId == option ? 0 : 1).ThenBy(booking => booking.CreatedAt).ThenBy(booking => booking.Details.Start)
                .Select(booking => booking.Id).FirstOrDefaultAsync());
            return deed == Deed.Move
                ? !(await portal.Get<RescheduleBooking>().ExecuteAsync(new(reference, own, start), Caller.Citizen, token)).IsError
                : !(await portal.Get<CancelBooking>().ExecuteAsync(new(reference, own), Caller.Citizen, token)).IsError;
        }

        public ValueTask DisposeAsync() => portal.DisposeAsync();

        private static void AddDeadlines(Citizen citizen)
        {
            citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = Today.AddDays(5), HoldBy = Today.AddDays(30) });
            citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = Today.AddDays(5), HoldBy = Today.AddDays(7), Position = 1 });
            citizen.Deadlines.Add(new Deadline { InterviewType = 7, BookBy = Today.AddDays(5), HoldBy = Today.AddDays(8), Position = 2 });
        }

        private async Task AddAsync(CaseWorker[] workers, int[] minutes, int? seats, Action<PlannedOption> change)
        {
            var option = await portal.World.AddOptionAsync(workers, change);
            foreach (var start in minutes.Select(minute => First.AddMinutes(minute)))
            {
                await portal.World.AddTimeslotAsync(option, start, workers, seats);
                _times.Add((option.Id, start));
            }
        }
    }
}
