using BorgerPortal.E2E.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace BorgerPortal.E2E.Durability;

/// <summary>The portal is killed again and again in the middle of a stream of bookings, and started on what it left.</summary>
public sealed class KillTests
{
    private readonly CancellationToken _cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_InAStreamOfBookings_LosesNoneAcknowledgedAndDoublesNoneRepeated()
    {
        using var folder = new TempFolder();
        var settings = new PortalSettings(folder);
        var stream = new BookingStream(DurabilityScenario.Bookings(), settings.Database + "-wal");

        foreach (var acknowledged in (int[])[1, 20, 40, 60, 80])
        {
            await using var portal = await settings.StartAsync(_cancelled);
            await AssertNothingLostAsync(portal, stream);
            await stream.KillAfterAsync(acknowledged, portal, _cancelled);
        }

        await using (var portal = await settings.StartAsync(_cancelled))
        {
            await AssertNothingLostAsync(portal, stream);
        }

        Assert.Equal("ok", CheckIntegrity(settings.Database));
    }

    private async Task AssertNothingLostAsync(PortalProcess portal, BookingStream stream)
    {
        var known = await ReadAllAsync(portal);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{stream.Acknowledged.Count} acknowledged, {stream.Unanswered.Count} unanswered; {known.Count} are there.");

        // A repeat under the same request id gives a definite answer, and the same one ever after.
        while (stream.Unanswered.TryTake(out var call))
        {
            var booking = await call.SendAsync(portal.Http, _cancelled);
            Assert.Equal(booking, await call.SendAsync(portal.Http, _cancelled));
            stream.Acknowledged[call] = booking;
        }

        // Exactly these: one that is missing was lost, and one that nobody was told of is a double.
        Assert.Equal(stream.Acknowledged.Values.Order(StringComparer.Ordinal), await ReadAllAsync(portal));
    }

    private async Task<IReadOnlyList<string>> ReadAllAsync(PortalProcess portal)
    {
        var all = await Task.WhenAll(DurabilityScenario.Citizens.Select(citizen => BookingCall.ReadBookingsAsync(portal.Http, citizen, _cancelled)));
        return [.. all.SelectMany(bookings => bookings).Order(StringComparer.Ordinal)];
    }

    private static string CheckIntegrity(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }
}
