using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Bench.Running;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using BorgerPortal.Tests.Support.Databases;

namespace BorgerPortal.Bench.ChangeBooking;

/// <summary>
/// CreateOmbooking and DeleteBooking over bare programs that write the same rows, at 1, 16 and 128 callers. Each program has a
/// database of its own in which everybody has booked; afterwards the rows are counted.
/// </summary>
internal sealed class ChangeBookingBenchmark
{
    private const double Aim = 0.5;

    private readonly Contest _contest = new(rounds: 5, calls: 1_000);
    private readonly KeyRing _keys = KeyRing.Create();
    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly Schedule _schedule;
    private readonly Changes _changes;

    public ChangeBookingBenchmark(string folder, TimeProvider clock)
    {
        (_folder, _clock, _schedule) = (folder, clock, new Schedule(Moment.Read(clock).Today));
        _changes = new Changes(_schedule, _contest.CallsEach, clock);
    }

    public async Task RunAsync(TextWriter output, Aims aims)
    {
        await RunAsync(new BookedOnSqlite(_folder), output, aims);
        if (PostgreSqlServer.Programs is null)
        {
            aims.Skip("Moving and cancelling on PostgreSQL", PostgreSqlServer.HowToGetIt);
            return;
        }

        using var server = PostgreSqlServer.Start(isDurable: true);
        await RunAsync(new BookedOnPostgreSql(server), output, aims);
    }

    private async Task RunAsync(IBookedDatabase database, TextWriter output, Aims aims)
    {
        await database.MakeAsync(_keys, _schedule, _changes.Times);
        await using (var domain = await StartAsync(database.Seed))
        {
            var next = -1;
            await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
            {
                for (var number = Interlocked.Increment(ref next); number < _contest.CallsEach; number = Interlocked.Increment(ref next))
                {
                    await domain.BookAsync(number);
                }
            })));
        }

        var made = await database.ReadAsync();
        var moving = new Kind(
            "CreateOmbooking", OperationNames.RescheduleBooking, (domain, number) => MoveAsync(domain, number, made[number]), number => _changes.MoveOf(number, made[number]));
        var cancelling = new Kind(
            "DeleteBooking", OperationNames.CancelBooking, (domain, number) => CancelAsync(domain, number, made[number]), number => _changes.CancelOf(number, made[number]));
        foreach (var kind in new[] { moving, cancelling })
        {
            var table = new Table(output);
            await table.WriteHeadAsync($"{kind.Name} on {database.Name}; every call is a change, every change a durable commit");
            await RunAsync(database, kind, new Callers(16, _clock));
            foreach (var count in new[] { 1, 16, 128 })
            {
                var callers = new Callers(count, _clock);
                var scores = await RunAsync(database, kind, callers);
                await table.WriteAsync(callers, scores);
                aims.AtLeast($"{kind.Name} on {database.Name.Split(' ', ',')[0]} of the same rows, {count} callers", scores[0].Over(scores[1]), Aim);
            }
        }
    }

    private async Task<IReadOnlyList<Score>> RunAsync(IBookedDatabase database, Kind kind, Callers callers)
    {
        var (own, same) = (await database.CopyAsync(), await database.CopyAsync());
        IReadOnlyList<Score> scores;
        var bare = database.Bare(same, kind.Rows);
        await using (var domain = await StartAsync(own))
        {
            scores = await _contest.RunAsync(
                callers, new Contestant(kind.Name, number => kind.CallAsync(domain, number)), new Contestant("bare: same rows", bare.WriteAsync));
        }

        await bare.DisposeAsync();
        foreach (var table in (string[])["outbox_notices", "audit_entries", "stored_answers", "bookings"])
        {
            var (ours, theirs) = (await database.CountAsync(own, $"SELECT count(*) FROM {table}"), await database.CountAsync(same, $"SELECT count(*) FROM {table}"));
            if (ours != theirs || ours < _contest.CallsEach)
            {
                throw new InvalidOperationException($"{table} has {ours} rows here and {theirs} in the bare program's.");
            }
        }

        var changed = $"SELECT count(*) FROM audit_entries WHERE operation = '{kind.Operation}' AND codes = ''";
        if (await database.CountAsync(own, changed) != _contest.CallsEach)
        {
            throw new InvalidOperationException($"{kind.Name} did not do what was asked.");
        }

        return scores;
    }

    private Task<DomainProgram> StartAsync(Copy copy) => DomainProgram.StartAsync(copy.AddTo, _keys, _schedule, _clock);

    private async Task MoveAsync(DomainProgram domain, int number, MadeBooking made) => Expect(await domain.Get<RescheduleBooking>().ExecuteAsync(
        new RescheduleBookingRequest(CitizenOf(number), made.Id, _changes.TargetOf(number)), CallerOf(OperationNames.RescheduleBooking, number), CancellationToken.None));

    private static async Task CancelAsync(DomainProgram domain, int number, MadeBooking made) => Expect(await domain.Get<CancelBooking>().ExecuteAsync(
        new CancelBookingRequest(CitizenOf(number), made.Id), CallerOf(OperationNames.CancelBooking, number), CancellationToken.None));

    private static CitizenReference CitizenOf(int number) => CitizenReference.ByPersonnummer(SeedFile.PersonnummerOf(Schedule.CitizenOf(number)));

    private static Caller CallerOf(string operation, int number) => new(
        ActorKind.Client, DomainProgram.Client, new RequestKey(DomainProgram.Client, operation, $"request-{number:D8}", new byte[32]));

    private static void Expect(Result<BookingChange> result)
    {
        if (result.IsError)
        {
            throw new InvalidOperationException($"A change was refused with {result.Leading!.Code}.");
        }
    }

    /// <summary>A kind of change: as the domain makes it, and the rows of it.</summary>
    private sealed record Kind(string Name, string Operation, Func<DomainProgram, int, Task> CallAsync, Func<int, Write[]> Rows);
}
