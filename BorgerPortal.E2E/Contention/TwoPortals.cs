using BorgerPortal.Domain.Bookings;
using BorgerPortal.E2E.Durability;
using BorgerPortal.E2E.Support;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Npgsql;
using Xunit;

namespace BorgerPortal.E2E.Contention;

/// <summary>Two portals as users start them, on one PostgreSQL.</summary>
internal sealed class TwoPortals : IAsyncDisposable
{
    /// <summary>No more than both portals write at once.</summary>
    private const int Blind = 20;

    private readonly TempFolder _folder;
    private readonly PostgreSqlServer _server;
    private readonly string _database;
    private readonly Dictionary<string, string> _settings;
    private readonly List<PortalProcess> _portals = [];

    private TwoPortals(TempFolder folder, PostgreSqlServer server)
    {
        (_folder, _server, _database) = (folder, server, server.CreateDatabase());
        _settings = new(StringComparer.Ordinal)
        {
            ["Data__Directory"] = folder.Path("data"),
            ["Planner__Scenario"] = folder.Path("scenario.json"),
            ["Clock__Now"] = RushScenario.Now,
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__BorgerPortal"] = _database,
        };
    }

    /// <param name="isDurable">Whether PostgreSQL flushes what it commits, as in operation.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<TwoPortals> StartAsync(bool isDurable, CancellationToken cancellationToken)
    {
        if (PostgreSqlServer.Programs is null)
        {
            Requirement.Missing(PostgreSqlServer.HowToGetIt);
        }

        var two = new TwoPortals(new TempFolder(), PostgreSqlServer.Start(isDurable));
        RushScenario.Write(two._folder.Path("scenario.json"));
        Assert.Equal(0, (await PortalProcess.RunAsync("migrate", two._settings, cancellationToken)).ExitCode);
        two._portals.Add(await PortalProcess.StartAsync(two._settings, traceTo: null, cancellationToken));
        two._portals.Add(await PortalProcess.StartAsync(two._settings, traceTo: null, cancellationToken));
        return two;
    }

    /// <summary>Both stop, and start again on another day; neither is given that day's work before both have asked for it.</summary>
    /// <returns>How many of them say that they have done it, once it is done.</returns>
    public async Task<int> WakeOnAsync(string now, CancellationToken cancellationToken)
    {
        foreach (var portal in _portals)
        {
            await portal.DisposeAsync();
        }

        _portals.Clear();
        _settings["Clock__Now"] = now;
        await using (var connection = await ConnectAsync(cancellationToken))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, "LOCK TABLE daily_runs IN EXCLUSIVE MODE", cancellationToken);
            _portals.AddRange(await Task.WhenAll(
                PortalProcess.StartAsync(_settings, traceTo: null, cancellationToken), PortalProcess.StartAsync(_settings, traceTo: null, cancellationToken)));
            await UntilWaitingAsync(_portals.Count, cancellationToken);
            await transaction.RollbackAsync(cancellationToken);
        }

        const string Done = "The work of ";
        await await Task.WhenAny(_portals.Select(portal => portal.UntilSaidAsync(Done, cancellationToken)));
        return _portals.Sum(portal => portal.TimesSaid(Done));
    }

    /// <summary>Counts in the database.</summary>
    public async Task<long> CountAsync(string from, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM {from}", connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Lets every citizen ask for the prize at once, every other one at the other portal.</summary>
    public async Task<RushOutcome> RushAsync(Prize prize, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(RushScenario.Citizens.Select((citizen, number) => Task.Run(
            () =>
            {
                var (offer, start) = prize.Times[number / 2 % prize.Times.Count];
                return new BookingCall($"rush-{prize.Day}-{number}", citizen, offer, start).TryAsync(_portals[number % 2].Http, cancellationToken);
            },
            cancellationToken)));
        var booked = await CountAsync(prize, cancellationToken);
        return new RushOutcome(prize.Seats, booked, [.. answers]);
    }

    /// <summary>The same, but no seat is given away before many have decided to take one: each saw it free.</summary>
    public Task<RushOutcome> RushBlindlyAsync(Prize prize, CancellationToken cancellationToken) =>
        BlindlyAsync(() => RushAsync(prize, cancellationToken), cancellationToken);

    private async Task<RushOutcome> BlindlyAsync(Func<Task<RushOutcome>> start, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        Task<RushOutcome> rush;
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await ExecuteAsync(connection, "LOCK TABLE occupancies, timeslots IN EXCLUSIVE MODE", cancellationToken);
            rush = start();
            await UntilWaitingAsync(Blind, cancellationToken);
            await transaction.RollbackAsync(cancellationToken);
        }

        return await rush;
    }

    /// <summary>Lets every citizen book a time of their own, and then all of them move it to the same one at once.</summary>
    /// <returns>What each mover was told, and how many bookings hold the time that everybody wanted.</returns>
    public async Task<RushOutcome> MoveAsync(MovePrize prize, CancellationToken cancellationToken) =>
        await MoveAsync(prize, await BookHomesAsync(prize, cancellationToken), cancellationToken);

    /// <summary>The same, but no seat is given away before many have decided to take it.</summary>
    public async Task<RushOutcome> MoveBlindlyAsync(MovePrize prize, CancellationToken cancellationToken)
    {
        var homes = await BookHomesAsync(prize, cancellationToken);
        return await BlindlyAsync(() => MoveAsync(prize, homes, cancellationToken), cancellationToken);
    }

    /// <summary>One citizen asks for all job interviews at once, every other one at the other portal.</summary>
    public async Task<RushOutcome> AskForJobInterviewsAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(JobInterviews.Starts.Select((start, number) => Task.Run(
            () => new BookingCall($"job-{number}", RushScenario.Citizens[^1], JobInterviews.Offer, start).TryAsync(_portals[number % 2].Http, cancellationToken),
            cancellationToken)));
        var booked = await CountAsync($"bookings WHERE option_id = '{JobInterviews.Offer}'", cancellationToken);
        return new RushOutcome(Seats: 1, booked, [.. answers]);
    }

    /// <summary>Everybody moves their booking at the one portal and cancels it at the other at the same time.</summary>
    /// <returns>The bookings of which somebody was told what is not so, and how many are cancelled.</returns>
    public async Task<(IReadOnlyList<string> Misled, int Cancelled)> ContradictAsync(MovePrize prize, CancellationToken cancellationToken)
    {
        var bookings = await BookHomesAsync(prize, cancellationToken);
        var calls = await Task.WhenAll(bookings.Select((booking, mover) => Task.Run(
            async () =>
            {
                var move = new BookingCall($"contra-{mover}", RushScenario.Citizens[mover], prize.Offer, prize.Target) { Moving = booking };
                var cancel = move with { RequestId = $"contra-cancel-{mover}", Moving = null, Cancelling = booking };
                var both = await Task.WhenAll(
                    move.TryAsync(_portals[mover % 2].Http, cancellationToken), cancel.TryAsync(_portals[(mover + 1) % 2].Http, cancellationToken));
                return (Booking: booking, Moved: both[0].Status == 204, Cancelled: both[1].Status == 204);
            },
            cancellationToken)));
        var misled = new List<string>();
        foreach (var (booking, moved, cancelled) in calls)
        {
            var isAsTold = $"""
                bookings AS b WHERE b.id = '{booking}'
                AND (b.state = {(int)BookingState.Cancelled}) = {cancelled}
                AND (b.starts_at = (SELECT max(starts_at) FROM timeslots WHERE option_id = '{prize.Offer}')) = {moved}
                AND EXISTS (SELECT 1 FROM occupancies AS o WHERE o.session = b.id) = NOT {cancelled}
                """;
            if (await CountAsync(isAsTold, cancellationToken) != 1)
            {
                misled.Add(booking);
            }
        }

        return (misled, calls.Count(call => call.Cancelled));
    }

    private Task<string[]> BookHomesAsync(MovePrize prize, CancellationToken cancellationToken) =>
        Task.WhenAll(RushScenario.Citizens.Take(prize.Movers).Select((citizen, number) =>
            new BookingCall($"home-{prize.Weeks}-{number}", citizen, prize.Offer, prize.HomeOf(number)).SendAsync(_portals[number % 2].Http, cancellationToken)));

    private async Task<RushOutcome> MoveAsync(MovePrize prize, string[] bookings, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(RushScenario.Citizens.Select((citizen, number) => Task.Run(
            () => new BookingCall($"move-{prize.Weeks}-{number}", citizen, prize.Offer, prize.Target) { Moving = bookings.ElementAtOrDefault(number) }
                .TryAsync(_portals[number / 2 % 2].Http, cancellationToken),
            cancellationToken)));
        return new RushOutcome(prize.Seats, await CountAsync(prize, cancellationToken), [.. answers]);
    }

    /// <summary>Changes the database behind the portals' backs.</summary>
    public async Task SabotageAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await ExecuteAsync(connection, sql, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var portal in _portals)
        {
            await portal.DisposeAsync();
        }

        _server.Dispose();
        _folder.Dispose();
    }

    private async Task<long> CountAsync(Prize prize, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM bookings WHERE option_id = ANY($1)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = prize.Times.Select(time => time.Offer).ToArray() });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>How many bookings hold the time that everybody wanted; less than nothing where one has no place of its own.</summary>
    private async Task<long> CountAsync(MovePrize prize, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            SELECT count(*) FILTER (WHERE starts_at = (SELECT max(starts_at) FROM timeslots WHERE option_id = $1))
                - 1000 * count(*) FILTER (WHERE NOT $2 AND NOT EXISTS (
                    SELECT 1 FROM occupancies AS o WHERE o.session = b.id AND o.case_worker_id = b.case_worker_id AND o.starts_at = b.starts_at))
                - 1000 * (SELECT count(*) FROM timeslots AS t WHERE $2 AND t.option_id = $1
                    AND t.seats_taken <> (SELECT count(*) FROM bookings AS own WHERE own.option_id = $1 AND own.starts_at = t.starts_at))
            FROM bookings AS b WHERE option_id = $1
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter { Value = prize.Offer });
        command.Parameters.Add(new NpgsqlParameter { Value = prize.IsGroup });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task UntilWaitingAsync(int statements, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var waiting = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", connection);
        while ((long)(await waiting.ExecuteScalarAsync(cancellationToken))! < statements)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
