using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>The pools of one running portal.</summary>
public sealed class PostgreSqlSources(PostgreSqlSettings settings) : IAsyncDisposable, IDisposable
{
    public NpgsqlDataSource Reading { get; } = settings.CreateReading();

    public NpgsqlDataSource Writing { get; } = settings.CreateWriting();

    public async ValueTask DisposeAsync()
    {
        await Reading.DisposeAsync();
        await Writing.DisposeAsync();
    }

    public void Dispose()
    {
        Reading.Dispose();
        Writing.Dispose();
    }
}
