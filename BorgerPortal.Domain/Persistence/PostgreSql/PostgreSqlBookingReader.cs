using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>
/// The reader on PostgreSQL: a query, or several that are asked together, is one round trip. Each of its SELECTs sees what was committed when it began. That
/// is enough: the row with the version comes first, and a plan that was decided on something newer than its version is refused.
/// </summary>
public sealed class PostgreSqlBookingReader(PostgreSqlPools pools) : IBookingReader
{
    public async ValueTask ReadAsync(Reading reading, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await AskAsync(reading, cancellationToken);
                return;
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

    private async Task AskAsync(Reading reading, CancellationToken cancellationToken)
    {
        await using var connection = await pools.OpenForReadingAsync(cancellationToken);
        await using var batch = new PostgreSqlBatch(connection);
        foreach (var question in reading.Questions)
        {
            batch.Add(question.Query);
        }

        await using var reader = await batch.ReadAsync(cancellationToken);
        var rows = new PostgreSqlRows(reader);
        foreach (var question in reading.Questions)
        {
            question.Read(rows);
        }
    }

    private sealed class PostgreSqlRows(NpgsqlDataReader reader) : QueryRows(reader)
    {
        protected override DateTimeOffset ReadInstant(int column) => Reader.GetFieldValue<DateTimeOffset>(column);
    }
}
