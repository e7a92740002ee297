using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Audit;

/// <summary>What is written of who has looked at what.</summary>
public abstract class ReadAuditTests
{
    public sealed class OnSqlite : ReadAuditTests;

    public sealed class OnPostgreSql : ReadAuditTests;

    private static readonly Caller Jobnet = new(ActorKind.Client, "Jobnet");

    /// <summary>Every operation that only reads; a new one belongs here.</summary>
    public static readonly TheoryData<string> Looks = [.. OperationRows.All.Keys.Where(AuditNames.IsLook).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Operation_ThatReads_IsNotedWithWhoAndWhomAndHowItEnded(string operation)
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        var known = CitizenReference.ById(scene.Citizen.Id);

        var codes = await CallAsync(scene, operation, known, booking.Id);
        var unknown = await CallAsync(scene, operation, CitizenReference.ById(999), booking.Id);
        var malformed = await CallAsync(scene, operation, CitizenReference.ByPersonnummer("0101505321x"), booking.Id);
        Assert.Equal(1, await CountAsync(scene));
        await scene.Portal.Get<ReadAudit>().FlushAsync();

        var entries = await scene.Portal.ReadAsync(context => context.AuditEntries.Where(entry => entry.Operation == operation).OrderBy(entry => entry.Id).ToListAsync());
        Assert.All(entries, entry => Assert.Equal(
            (ActorKind.Client, "Jobnet", scene.Portal.Clock.GetUtcNow()), (entry.ActorKind, entry.Actor, entry.At)));
        Assert.Equal([scene.Citizen.Id, null, null], entries.Select(entry => entry.CitizenId));
        Assert.Equal([codes, unknown, malformed], entries.Select(entry => entry.Codes));
        Assert.Equal([1014], malformed);
    }

    [Fact]
    public async Task FlushAsync_DatabaseIsAway_WritesItLaterAndOnce()
    {
        await using var scene = await BookingScene.SetAsync(services: services => services.WrapWriter(writer => new FailingWriter(writer)));
        var audit = scene.Portal.Get<ReadAudit>();
        await LookAsync(scene, 3);
        scene.Portal.Get<FailingWriter>().IsDown = true;
        await Assert.ThrowsAsync<BookingStoreUnavailableException>(audit.FlushAsync);
        await LookAsync(scene, 2);

        scene.Portal.Get<FailingWriter>().IsDown = false;
        await audit.FlushAsync();
        await audit.FlushAsync();

        Assert.Equal(5, await CountAsync(scene));
    }

    [Fact]
    public async Task FlushAsync_ManyLooksAndSeveralAtOnce_WritesEachOnce()
    {
        await using var scene = await BookingScene.SetAsync();
        await LookAsync(scene, 450);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(scene.Portal.Get<ReadAudit>().FlushAsync)));

        Assert.Equal(450, await CountAsync(scene));
    }

    [Fact]
    public async Task NoteAsync_NoRoomLeft_WritesWhatIsThereOrRefuses()
    {
        await using var scene = await BookingScene.SetAsync(services: services => services.WrapWriter(writer => new FailingWriter(writer)));
        var (audit, now) = (scene.Portal.Get<ReadAudit>(), scene.Portal.Clock.GetUtcNow());
        for (var number = 0; number < 10_000; number++)
        {
            await audit.NoteAsync(Entry(scene, ActorKind.Citizen, now));
        }

        scene.Portal.Get<FailingWriter>().IsDown = true;
        for (var tries = 0; tries < 2; tries++)
        {
            // At once; and once more after the 200 that the batch under way made room for.
            await Assert.ThrowsAsync<BookingStoreUnavailableException>(async () =>
            {
                for (var number = 0; number <= 200; number++)
                {
                    await audit.NoteAsync(Entry(scene, ActorKind.Citizen, now));
                }
            });
        }

        scene.Portal.Get<FailingWriter>().IsDown = false;
        await audit.NoteAsync(Entry(scene, ActorKind.Citizen, now));
        await audit.FlushAsync();

        Assert.Equal(10_201, await CountAsync(scene));
    }

    [Fact]
    public async Task WriteAsync_CaseWorkersLook_IsThereAtOnceWithItsReason()
    {
        await using var scene = await BookingScene.SetAsync();

        await scene.Portal.Get<ReadAudit>().WriteAsync(Entry(scene, ActorKind.CaseWorker, scene.Portal.Clock.GetUtcNow(), "RID-1", "Borgeren ringede"));

        Assert.Equal("Borgeren ringede", await scene.Portal.ReadAsync(context => context.AuditEntries.Select(entry => entry.Reason).SingleAsync()));
    }

    [Fact]
    public async Task CitizenAudit_OwnLooksOfADay_AreOneLineAndOthersStandAlone()
    {
        await using var scene = await BookingScene.SetAsync();
        var now = scene.Portal.Clock.GetUtcNow();
        await scene.Portal.SaveAsync(context => context.AuditEntries.AddRange(
            Entry(scene, ActorKind.Citizen, now.AddDays(-1)),
            Entry(scene, ActorKind.Citizen, now.AddMinutes(-9)),
            Entry(scene, ActorKind.Citizen, now.AddMinutes(-8)),
            Entry(scene, ActorKind.CaseWorker, now.AddMinutes(-7), "RID-1", "Samtale i dag"),
            Entry(scene, ActorKind.CaseWorker, now.AddMinutes(-6), "RID-1", "Samtale i dag"),
            Entry(scene, ActorKind.Client, now.AddMinutes(-5), "Jobnet"),
            Entry(scene, ActorKind.Client, now.AddMinutes(-4), "Jobnet"),
            Entry(scene, ActorKind.Citizen, now.AddMinutes(-3)),
            Entry(scene, ActorKind.Citizen, now.AddMinutes(-2), operation: OperationNames.CreateBooking)));

        var page = await ReadAsync(scene, after: null);

        Assert.Equal(
            [(ActorKind.Citizen, 1), (ActorKind.Citizen, 1), (ActorKind.Client, 2), (ActorKind.CaseWorker, 1), (ActorKind.CaseWorker, 1), (ActorKind.Citizen, 2), (ActorKind.Citizen, 1)],
            page.Lines.Select(line => (line.Last.ActorKind, line.Count)));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task CitizenAudit_MoreThanAPage_IsReadToTheEndEachOnceAndNobodyElses()
    {
        await using var scene = await BookingScene.SetAsync();
        var now = scene.Portal.Clock.GetUtcNow();
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.Portal.SaveAsync(context =>
        {
            // All at one instant: what comes first is told by the id.
            context.AuditEntries.AddRange(Enumerable.Range(0, 60).Select(number => Entry(scene, ActorKind.CaseWorker, now, $"RID-{number}")));
            var foreign = Entry(scene, ActorKind.CaseWorker, now, "RID-other");
            foreign.CitizenId = other.Id;
            context.AuditEntries.Add(foreign);
        });

        var seen = new List<string?>();
        AuditPlace? after = null;
        do
        {
            var page = await ReadAsync(scene, after);
            Assert.InRange(page.Lines.Count, 1, 25);
            seen.AddRange(page.Lines.Select(line => line.Last.Actor));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 60).Select(number => $"RID-{59 - number}"), seen);
    }

    private static AuditEntry Entry(
        BookingScene scene, ActorKind kind, DateTimeOffset at, string? actor = null, string? reason = null, string operation = OperationNames.GetBookings) => new()
        {
            At = at,
            ActorKind = kind,
            Actor = actor,
            CitizenId = scene.Citizen.Id,
            Operation = operation,
            Reason = reason,
            Codes = [],
        };

    private static async Task<AuditPage> ReadAsync(BookingScene scene, AuditPlace? after) =>
        (await scene.Portal.Get<CitizenAudit>().ReadAsync(CitizenReference.ById(scene.Citizen.Id), after, TestContext.Current.CancellationToken)).Value;

    private static Task<int> CountAsync(BookingScene scene) => scene.Portal.ReadAsync(context => context.AuditEntries.CountAsync());

    private static async Task LookAsync(BookingScene scene, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await CallAsync(scene, OperationNames.GetCitizenStatus, CitizenReference.ById(scene.Citizen.Id), Guid.Empty);
        }
    }

    private static async Task<IReadOnlyList<int>> CallAsync(BookingScene scene, string operation, CitizenReference citizen, Guid booking)
    {
        var (portal, token) = (scene.Portal, TestContext.Current.CancellationToken);
        var (from, to) = (scene.Start.AddDays(-1), scene.Start.AddDays(1));
        var errors = operation switch
        {
            OperationNames.GetCitizenStatus => (await portal.Get<GetCitizenStatus>().ExecuteAsync(new(citizen) { Asker = Jobnet }, token)).Errors,
            OperationNames.GetSelfbookInterviewOptions => (await portal.Get<GetSelfbookInterviewOptions>().ExecuteAsync(new(citizen) { Asker = Jobnet }, token)).Errors,
            OperationNames.GetSelfbookTimeslots =>
                (await portal.Get<GetSelfbookTimeslots>().ExecuteAsync(new(citizen, scene.Option.Id, from, to) { Asker = Jobnet }, token)).Errors,
            OperationNames.GetRescheduleCaseWorkers => (await portal.Get<GetRescheduleCaseWorkers>().ExecuteAsync(new(citizen, booking) { Asker = Jobnet }, token)).Errors,
            OperationNames.GetRescheduleTimeslots =>
                (await portal.Get<GetRescheduleTimeslots>().ExecuteAsync(new(citizen, booking, scene.Option.Id, from, to) { Asker = Jobnet }, token)).Errors,
            OperationNames.GetImmediateBookingTimeslots => (await portal.Get<GetImmediateBookingTimeslots>().ExecuteAsync(new(citizen) { Asker = Jobnet }, token)).Errors,
            OperationNames.GetBookings => (await portal.Get<GetBookings>().ExecuteAsync(new(citizen) { Asker = Jobnet }, token)).Errors,
            OperationNames.GetBooking => (await portal.Get<GetBooking>().ExecuteAsync(new(citizen, booking) { Asker = Jobnet }, token)).Errors,
            _ => throw new ArgumentException($"{operation} is not called here.", nameof(operation)),
        };
        return [.. errors.Select(error => error.Code.Number)];
    }
}
