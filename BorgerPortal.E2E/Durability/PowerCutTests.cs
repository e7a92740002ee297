using BorgerPortal.E2E.Support;
using Xunit;

namespace BorgerPortal.E2E.Durability;

/// <summary>An acknowledged booking is on the disk, not only in the kernel's memory; see <see cref="FlushProof"/>.</summary>
public sealed class PowerCutTests
{
    private const int Bookings = 20;

    private readonly CancellationToken _cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateBooking_Answered201_ItsCommitWasFlushedBefore()
    {
        using var folder = new TempFolder();

        Assert.Empty(await FindFaultsAsync(new PortalSettings(folder), folder.Path("calls.log")));
    }

    [Fact]
    public async Task CreateBooking_DatabaseThatFlushesNothing_IsFoundOut()
    {
        using var folder = new TempFolder();
        var settings = new PortalSettings(folder);
        settings.FlushNothing();

        var faults = await FindFaultsAsync(settings, folder.Path("calls.log"));

        Assert.Equal(Bookings, faults.Count);
        Assert.All(faults, fault => Assert.EndsWith("answered before what was written was flushed.", fault, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> FindFaultsAsync(PortalSettings settings, string log)
    {
        await Strace.RequireAsync(_cancelled);
        var calls = DurabilityScenario.Bookings().Take(Bookings).ToList();
        await using (var portal = await settings.StartAsync(_cancelled, traceTo: log))
        {
            foreach (var call in calls)
            {
                await call.SendAsync(portal.Http, _cancelled);
            }

            await portal.KillAsync();
        }

        return FlushProof.FindFaults(StraceLog.Read(File.ReadLines(log)), [.. calls.Select(call => call.RequestId)]);
    }
}
