using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>
/// The writer on PostgreSQL: a plan is a transaction of its own, of two round trips. Several are under way at once, here
/// and in other processes; PostgreSQL lets those that end together share one flush, so nothing is gathered here.
/// </summary>
public sealed class PostgreSqlBookingWriter(
    PostgreSqlSettings settings, PostgreSqlPools pools, ILogger<PostgreSqlBookingWriter> logger) : IBookingWriter, IAsyncDisposable
{
    // Those who wait for their turn here wait without a limit; the pool would give up on them.
    private readonly SemaphoreSlim _turns = new(settings.Writers);
    private readonly GateWatch _gate = new();

    public async Task<WriteRefusal?> ApplyAsync(WritePlan plan)
    {
        await _turns.WaitAsync();
        try
        {
            using var visit = _gate.Come();
            for (var attempt = 1; ; attempt++)
            {
                if (await TryAsync(plan, visit, attempt) is { } outcome)
                {
                    return outcome.Refusal;
                }
            }
        }
        finally
        {
            _turns.Release();
        }
    }

    public async Task<T> RunAloneAsync<T>(Func<BookingDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await pools.OpenForWritingAsync(cancellationToken);
            await using var context = PostgreSqlSettings.CreateContext(connection);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await context.Database.ExecuteSqlRawAsync(PostgreSqlGate.WaitForLocks, cancellationToken);
            await context.Database.ExecuteSqlRawAsync(PostgreSqlGate.TakeAlone, cancellationToken);
            var result = await work(context, cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (NpgsqlException exception) when (!PostgreSqlFailures.IsBug(exception))
        {
            throw PostgreSqlFailures.Unavailable(exception);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Waits for the plans that are under way.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var turn = 0; turn < settings.Writers; turn++)
        {
            await _turns.WaitAsync();
        }

        _turns.Dispose();
    }

    /// <returns>Null where the plan is to be tried again.</returns>
    private async Task<Outcome?> TryAsync(WritePlan plan, GateWatch.Visit visit, int attempt)
    {
        var isCommitting = false;
        try
        {
            await using var connection = await pools.OpenForWritingAsync(CancellationToken.None);
            var refusal = await ExecuteAsync(plan, connection);
            visit.Passed();
            if (refusal is not null)
            {
                // A connection that goes back to its pool within a transaction is rolled back.
                return new Outcome(refusal);
            }

            isCommitting = true;
            await using var commit = new PostgreSqlBatch(connection) { "COMMIT" };
            await commit.ExecuteAsync();
            return new Outcome(Refusal: null);
        }
        catch (PostgresException exception) when (PostgreSqlFailures.IsClosedGate(exception))
        {
            visit.WasTurnedAway();
            throw PostgreSqlFailures.Unavailable(exception);
        }
        catch (NpgsqlException exception) when (!isCommitting && PostgreSqlFailures.MayBeRepeated(exception, attempt))
        {
            // Nothing was written: it was rolled back, or the server has never heard of it.
            return null;
        }
        catch (NpgsqlException exception) when (!PostgreSqlFailures.IsBug(exception))
        {
            // Where the connection was lost in the commit, nobody knows what became of it; the request id makes a repeat safe.
            logger.LogError(exception, "A change was not written.");
            throw PostgreSqlFailures.Unavailable(exception);
        }
    }

    // BEGIN and COMMIT are prepared like everything else, which Npgsql's own transactions are not.
    private static async Task<WriteRefusal?> ExecuteAsync(WritePlan plan, NpgsqlConnection connection)
    {
        await using var batch = new PostgreSqlBatch(connection) { "BEGIN", PostgreSqlGate.Share };
        var first = batch.Count;
        foreach (var write in plan.Writes)
        {
            batch.Add(write);
        }

        try
        {
            await batch.ExecuteAsync();
            return FirstRefusal(plan, batch, first, plan.Writes.Count);
        }
        catch (PostgresException exception) when (PostgreSqlFailures.IsBug(exception))
        {
            // The server goes on after a row that was not touched, and may stumble over what follows from that.
            var failed = batch.IndexOf(exception.BatchCommand as NpgsqlBatchCommand) - first;
            var refusal = FirstRefusal(plan, batch, first, failed)
                ?? (failed >= 0 && PostgreSqlFailures.IsRefusal(exception) ? plan.Writes[failed].Refusal : null);
            if (refusal is null)
            {
                throw;
            }

            return refusal;
        }
    }

    private static WriteRefusal? FirstRefusal(WritePlan plan, PostgreSqlBatch batch, int first, int before)
    {
        for (var index = 0; index < before; index++)
        {
            if (plan.Writes[index].Refusal is { } refusal && batch.RowsOf(first + index) == 0)
            {
                return refusal;
            }
        }

        return null;
    }

    private readonly record struct Outcome(WriteRefusal? Refusal);
}
