using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>
/// The reader on PostgreSQL: a query is one round trip. Each of its SELECTs sees what was committed when it began. That
/// is enough: the row with the version comes first, and a plan that was decided on something newer than its version is refused.
/// </summary>
public sealed class PostgreSqlBookingReader(PostgreSqlPools pools) : IBookingReader
{
    public async ValueTask<T> ReadAsync<T>(Query<T> query, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AskAsync(query, cancellationToken);
            }
            catch (NpgsqlException exception) when (!PostgreSqlFailures.IsBug(exception))
            {
                if (!PostgreSqlFailures.MayBeRepeated(exception, attempt))
                {
                    throw PostgreSqlFailures.Unavailable(exception);
                }
            }
        }
    }

    private async Task<T> AskAsync<T>(Query<T> query, CancellationToken cancellationToken)
    {
        await using var connection = await pools.OpenForReadingAsync(cancellationToken);
        await using var batch = new PostgreSqlBatch(connection);
        batch.Add(query);
        await using var reader = await batch.ReadAsync(cancellationToken);
        return query.Read(new PostgreSqlRows(reader));
    }

    private sealed class PostgreSqlRows(NpgsqlDataReader reader) : QueryRows(reader)
    {
        protected override DateTimeOffset ReadInstant(int column) => Reader.GetFieldValue<DateTimeOffset>(column);
    }
}
