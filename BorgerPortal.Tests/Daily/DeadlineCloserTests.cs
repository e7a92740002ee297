using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Daily;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Daily;

/// <summary>Which deadlines the day's work closes for good. Now is 1 March 2027 at 10.</summary>
public abstract class DeadlineCloserTests
{
    public sealed class OnSqlite : DeadlineCloserTests;

    public sealed class OnPostgreSql : DeadlineCloserTests;

    private static readonly DateOnly Today = new(2027, 3, 1);

    [Theory]
    [InlineData(56, 0, 0, true)]
    [InlineData(57, -30, 30, true)]
    [InlineData(75, -30, null, true)]
    [InlineData(75, 0, null, true)]
    [InlineData(75, 1, null, false)]
    [InlineData(57, -30, -1, false)]
    [InlineData(58, -30, null, false)]
    public async Task RunAsync_AbsenceOfToday_ClosesOpenDeadlinesForGood(int type, int from, int? to, bool isClosed)
    {
        await using var scene = await SetAsync(NewAbsence(type, from, to));

        await RunAsync(scene);

        Assert.Equal(isClosed, await IsClosedAsync(scene));
        var entries = await scene.Portal.ReadAsync(context => context.AuditEntries.Where(entry => entry.Operation == AuditNames.CloseDeadline).ToListAsync());
        Assert.Equal(isClosed ? 1 : 0, entries.Count);
        Assert.All(entries, entry => Assert.Equal((ActorKind.System, scene.Citizen.Id), (entry.ActorKind, entry.CitizenId!.Value)));
    }

    [Fact]
    public async Task RunAsync_AbsenceCameAndWentDuringAStop_ClosesWhatItClosed()
    {
        await using var scene = await SetAsync(NewAbsence(57, 2, 4));
        await RunAsync(scene);
        Assert.False(await IsClosedAsync(scene));

        scene.Portal.Clock.Advance(TimeSpan.FromDays(7));
        await RunAsync(scene);

        Assert.True(await IsClosedAsync(scene));
    }

    [Fact]
    public async Task RunAsync_DeadlineWasIssuedAfterTheAbsence_StaysOpen()
    {
        await using var scene = await SetAsync(NewAbsence(57, 2, 4), deadline => deadline.IssuedOn = Today.AddDays(5));
        await RunAsync(scene);

        scene.Portal.Clock.Advance(TimeSpan.FromDays(7));
        await RunAsync(scene);

        Assert.False(await IsClosedAsync(scene));
    }

    [Fact]
    public async Task RunAsync_DeadlineIsMet_StaysMetUntilTheBookingIsCancelled()
    {
        await using var scene = await SetAsync();
        var booking = await scene.AssertBookedAsync();
        await scene.Portal.SaveAsync(context => context.Absences.Add(Absence(scene.Citizen.Id)));
        await RunAsync(scene);
        Assert.False(await IsClosedAsync(scene));

        Assert.Empty((await scene.CancelAsync(booking.Id)).Errors);
        scene.Portal.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(scene);

        Assert.True(await IsClosedAsync(scene));
    }

    [Fact]
    public async Task RunAsync_MoreCitizensThanOnePart_ClosesThemAll()
    {
        await using var scene = await SetAsync();
        var citizens = await scene.Portal.World.AddCitizensAsync(250);
        await scene.Portal.SaveAsync(context =>
        {
            context.Absences.AddRange(citizens.Select(citizen => Absence(citizen.Id)));
            context.Deadlines.AddRange(citizens.Select(citizen => NewDeadline(citizen.Id)));
        });

        var outcome = await RunAsync(scene);

        Assert.Equal(250, outcome!.DeadlinesClosed);
        Assert.Equal(250, await scene.Portal.ReadAsync(context => context.Deadlines.CountAsync(deadline => deadline.AdministrativelyClosed)));
        Assert.Equal(250, await scene.Portal.ReadAsync(context => context.Citizens.CountAsync(citizen => citizen.Version == 1)));
    }

    private static Task<BookingScene> SetAsync(Absence? absence = null, Action<Deadline>? change = null) => BookingScene.SetAsync(citizen: citizen =>
    {
        var deadline = NewDeadline(citizen.Id);
        change?.Invoke(deadline);
        citizen.Deadlines.Add(deadline);
        if (absence is not null)
        {
            citizen.Absences.Add(absence);
        }
    });

    private static Deadline NewDeadline(long citizen) =>
        new() { CitizenId = citizen, InterviewType = 12, BookBy = Today.AddDays(20), HoldBy = Today.AddDays(30) };

    private static Absence NewAbsence(int type, int from, int? to) =>
        new() { Type = type, From = Today.AddDays(from), To = to is { } days ? Today.AddDays(days) : null };

    private static Absence Absence(long citizen) => new() { CitizenId = citizen, Type = 57, From = Today };

    private static Task<DailyOutcome?> RunAsync(BookingScene scene) =>
        scene.Portal.Get<DailyJob>().RunAsync(TestContext.Current.CancellationToken);

    private static Task<bool> IsClosedAsync(BookingScene scene) => scene.Portal.ReadAsync(
        context => context.Deadlines.Where(deadline => deadline.CitizenId == scene.Citizen.Id).Select(deadline => deadline.AdministrativelyClosed).SingleAsync());
}
