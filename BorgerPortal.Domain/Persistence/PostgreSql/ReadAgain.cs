using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>
/// An EF query that meets a broken connection is asked again on a new one, and fails in the domain's own terms. Within a
/// transaction nothing is asked again: a new connection would be outside of it, and see another state of the database.
/// </summary>
internal sealed class ReadAgain(DbContext context) : IExecutionStrategy
{
    /// <summary>So EF reads all rows before it hands out the first: a query is asked again as a whole.</summary>
    public bool RetriesOnFailure => true;

    public TResult Execute<TState, TResult>(
        TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return operation(context, state);
            }
            catch (NpgsqlException exception) when (!PostgreSqlFailures.IsBug(exception))
            {
                ThrowUnlessAgain(exception, attempt);
            }
        }
    }

    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state,
        Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await operation(context, state, cancellationToken);
            }
            catch (NpgsqlException exception) when (!PostgreSqlFailures.IsBug(exception))
            {
                ThrowUnlessAgain(exception, attempt);
            }
        }
    }

    private void ThrowUnlessAgain(NpgsqlException exception, int attempt)
    {
        if (context.Database.CurrentTransaction is not null || !PostgreSqlFailures.MayBeRepeated(exception, attempt))
        {
            throw PostgreSqlFailures.Unavailable(exception);
        }
    }
}
