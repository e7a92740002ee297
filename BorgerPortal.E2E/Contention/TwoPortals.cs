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

    private Task<string[]> BookHomesAsync(MovePrize prize, CancellationToken cancellationToken) =>
        Task.WhenAll(RushScenario.Citizens.Select((citizen, number) =>
            new BookingCall($"home-{prize.Week}-{number}", citizen, prize.Offer, prize.HomeOf(number)).SendAsync(_portals[number % 2].Http, cancellationToken)));

    private async Task<RushOutcome> MoveAsync(MovePrize prize, string[] bookings, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(RushScenario.Citizens.Select((citizen, number) => Task.Run(
            () => new BookingCall($"move-{prize.Week}-{number}", citizen, prize.Offer, prize.Target) { Moving = bookings[number] }
                .TryAsync(_portals[number % 2].Http, cancellationToken),
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

    /// <summary>How many bookings are not where they were; less than nothing where one has no time of its own.</summary>
    private async Task<long> CountAsync(MovePrize prize, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            SELECT count(*) FILTER (WHERE starts_at = (SELECT max(starts_at) FROM timeslots WHERE option_id = $1))
                - 1000 * count(*) FILTER (WHERE NOT EXISTS (
                    SELECT 1 FROM occupancies AS o WHERE o.session = b.id AND o.case_worker_id = b.case_worker_id AND o.starts_at = b.starts_at))
            FROM bookings AS b WHERE option_id = $1
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter { Value = prize.Offer });
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
