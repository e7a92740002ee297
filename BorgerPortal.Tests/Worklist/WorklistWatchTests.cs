using BorgerPortal.Domain.Worklist;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Worklist;

/// <summary>Whoever looks at the list hears of what others do.</summary>
public abstract class WorklistWatchTests : IAsyncLifetime
{
    public sealed class OnSqlite : WorklistWatchTests;

    public sealed class OnPostgreSql : WorklistWatchTests;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private WorkScene _scene = null!;

    private WorklistWatch Watched => _scene.Booking.Portal.Get<WorklistWatch>();

    public async ValueTask InitializeAsync() => _scene = await WorkScene.SetAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Watch_SomethingIsDoneInThisPortal_IsToldAtOnceToItsJobCentreAlone()
    {
        var (here, elsewhere) = (0, 0);
        using var one = Watched.Watch(TestPortal.Aarhus, () => here++);
        using var other = Watched.Watch(TestPortal.Odense, () => elsewhere++);

        await _scene.DoAsync(await _scene.AddReportAsync(), WorkStep.Take);

        Assert.Equal((1, 0), (here, elsewhere));
    }

    [Fact]
    public async Task Watch_EndedBefore_HearsNothing()
    {
        var heard = 0;
        Watched.Watch(TestPortal.Aarhus, () => heard++).Dispose();

        await _scene.DoAsync(await _scene.AddReportAsync(), WorkStep.Take);

        Assert.Equal(0, heard);
    }

    /// <summary>What another portal writes is seen in the database alone.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Watch_SomethingIsWrittenByAnotherPortal_IsToldAfterAPause(bool receipt)
    {
        var told = new TaskCompletionSource();
        using var watch = Watched.Watch(TestPortal.Aarhus, () => told.TrySetResult());
        using var patience = new CancellationTokenSource(Patience);

        // Again and again: when the first look has been had is not to be seen from here.
        for (var minute = 1; !told.Task.IsCompleted; minute++)
        {
            Assert.False(patience.IsCancellationRequested, "Nothing was told.");
            await (receipt ? _scene.AddReceiptAsync(minute) : _scene.AddReportAsync(minute));
            _scene.Booking.Portal.Clock.Advance(WorklistWatch.Pause);
        }

        Assert.True(told.Task.IsCompletedSuccessfully);
    }
}
