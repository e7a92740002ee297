using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>The connections of one running portal: some are the writer's, which no reader can take from it.</summary>
public sealed class PostgreSqlPools(PostgreSqlSettings settings) : IDisposable
{
    public ValueTask<NpgsqlConnection> OpenForReadingAsync(CancellationToken cancellationToken) => OpenAsync(settings.ReaderConnectionString, cancellationToken);

    public ValueTask<NpgsqlConnection> OpenForWritingAsync(CancellationToken cancellationToken) => OpenAsync(settings.WriterConnectionString, cancellationToken);

    public void Dispose()
    {
        foreach (var pool in (string[])[settings.ReaderConnectionString, settings.WriterConnectionString])
        {
            using var connection = new NpgsqlConnection(pool);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    private static async ValueTask<NpgsqlConnection> OpenAsync(string pool, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(pool);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
