using System.Data.Common;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Worklist;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Worklist;

/// <summary>What caseworkers do with cases.</summary>
public abstract class HandleWorkTests : IAsyncLifetime
{
    public sealed class OnSqlite : HandleWorkTests;

    public sealed class OnPostgreSql : HandleWorkTests;

    private WorkScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await WorkScene.SetAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Handle_StepByStep_StandsAsTheLastStepLeftItAndKeepsThemAll(bool receipt)
    {
        var key = receipt ? await _scene.AddReceiptAsync() : await _scene.AddReportAsync();

        await HasAsync(key, WorkStep.Take, taken: true, handled: false);
        await HasAsync(key, WorkStep.Note, taken: true, handled: false, "Ringer i morgen");
        await HasAsync(key, WorkStep.Handle, taken: true, handled: true, "Løst");
        await HasAsync(key, WorkStep.Reopen, taken: true, handled: false);
        await HasAsync(key, WorkStep.LetGo, taken: false, handled: false);

        Assert.Equal(
            [(WorkStep.Take, null), (WorkStep.Note, "Ringer i morgen"), (WorkStep.Handle, "Løst"), (WorkStep.Reopen, null), (WorkStep.LetGo, null)],
            (await _scene.FindAsync(key))!.Done.Select(done => (done.Step, done.Note)));
    }

    [Fact]
    public async Task Take_SomebodyElses_IsTheirsFromNowOn()
    {
        var key = await _scene.AddReportAsync();
        await _scene.DoAsync(key, WorkStep.Take);

        Assert.Equal(WorkOutcome.Done, await _scene.DoAsync(key, WorkStep.Take, _scene.Other));

        Assert.Equal(_scene.Other.CaseWorkerId, (await _scene.FindAsync(key))!.Item.TakenBy);
    }

    [Fact]
    public async Task Take_ManyAtOnce_OneGetsItAndTheOthersAreToldToLookAgain()
    {
        var key = await _scene.AddReportAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            Task.Run(() => _scene.DoAsync(key, WorkStep.Take, number % 2 == 0 ? _scene.Desk : _scene.Other, seen: 0))));

        Assert.Equal([WorkOutcome.Done, .. Enumerable.Repeat(WorkOutcome.MovedOn, 7)], outcomes.Order());
        Assert.Equal(1, await _scene.CountStepsAsync());
    }

    [Fact]
    public async Task Handle_OnTopOfWhatWasNotSeen_IsNotDone()
    {
        var key = await _scene.AddReportAsync();
        await _scene.DoAsync(key, WorkStep.Take, _scene.Other);

        Assert.Equal(WorkOutcome.MovedOn, await _scene.DoAsync(key, WorkStep.Handle, seen: 0));

        Assert.Equal((1, false), (await _scene.CountStepsAsync(), (await _scene.FindAsync(key))!.Item.IsHandled));
    }

    [Fact]
    public async Task Handle_CaseOfAnotherJobCentre_IsUnknownAndNothingIsWritten()
    {
        var key = await _scene.AddReportAsync();

        Assert.Equal(WorkOutcome.Unknown, await _scene.DoAsync(key, WorkStep.Handle, _scene.Elsewhere));
        Assert.Equal(WorkOutcome.Unknown, await _scene.DoAsync(WorkKey.Of(_scene.Booking.Portal.Get<IdSource>().Next()), WorkStep.Handle, seen: 0));

        Assert.Equal(0, await _scene.CountStepsAsync());
    }

    [Theory]
    [InlineData(null, WorkOutcome.NoteMissingOrTooLong)]
    [InlineData("  ", WorkOutcome.NoteMissingOrTooLong)]
    [InlineData("Ringer", WorkOutcome.Done)]
    public async Task Note_WithAndWithoutText_NeedsOne(string? note, WorkOutcome outcome) =>
        Assert.Equal(outcome, await _scene.DoAsync(await _scene.AddReportAsync(), WorkStep.Note, note: note));

    [Fact]
    public async Task Note_TooLong_IsRefusedAndOneWithAPersonnummerIsMasked()
    {
        var key = await _scene.AddReportAsync();

        Assert.Equal(WorkOutcome.NoteMissingOrTooLong, await _scene.DoAsync(key, WorkStep.Handle, note: new string('a', WorkHandling.LongestNote + 1)));
        await _scene.DoAsync(key, WorkStep.Note, note: "Ringer til 010150-5321");

        Assert.DoesNotContain("5321", Assert.Single((await _scene.FindAsync(key))!.Done).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopen_PortalHasFoundTheSameAnew_LeavesTheOldOneClosed()
    {
        var old = await _scene.AddReportAsync(byPortal: true);
        await _scene.DoAsync(old, WorkStep.Handle);
        var anew = await _scene.AddReportAsync(byPortal: true);

        Assert.Equal(WorkOutcome.FoundAnew, await _scene.DoAsync(old, WorkStep.Reopen));

        Assert.Equal([anew], await _scene.KeysAsync(new WorkFilter()));
        Assert.Equal(1, await _scene.CountStepsAsync());
    }

    [Fact]
    public async Task Handle_ReportOfThePortal_LetsTheNextOneBeFiled()
    {
        var key = await _scene.AddReportAsync(byPortal: true);

        await _scene.DoAsync(key, WorkStep.Handle);

        Assert.NotEqual(key, await _scene.AddReportAsync(byPortal: true));
    }

    [Fact]
    public async Task Steps_ChangedOrDeletedByAnybody_AreRefusedByTheDatabase()
    {
        await _scene.DoAsync(await _scene.AddReportAsync(), WorkStep.Take);
        Task<int> ChangeAsync(Func<BookingDbContext, CancellationToken, Task<int>> change) =>
            _scene.Booking.Portal.Get<IBookingWriter>().RunAloneAsync(change, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<DbException>(() => ChangeAsync((context, token) => context.WorkHandlings.ExecuteDeleteAsync(token)));
        await Assert.ThrowsAnyAsync<DbException>(() => ChangeAsync((context, token) =>
            context.WorkHandlings.ExecuteUpdateAsync(set => set.SetProperty(step => step.IsHandled, true), token)));
    }

    private async Task HasAsync(WorkKey key, WorkStep step, bool taken, bool handled, string? note = null)
    {
        Assert.Equal(WorkOutcome.Done, await _scene.DoAsync(key, step, note: note));
        var item = (await _scene.FindAsync(key))!.Item;
        Assert.Equal((step, taken, handled), (step, item.TakenBy == _scene.Desk.CaseWorkerId, item.IsHandled));
        if (key.ReportId is { } id)
        {
            Assert.Equal(handled, (await _scene.Booking.Portal.ReadAsync(context => context.ErrorReports.SingleAsync(report => report.Id == id))).HandledAt is not null);
        }
    }
}
