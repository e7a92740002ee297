using System.Collections;
using Npgsql;
using NpgsqlTypes;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>Statements that go to the server together and are answered together: one round trip.</summary>
internal sealed class PostgreSqlBatch(NpgsqlConnection connection) : IWriteParameters, IAsyncDisposable, IEnumerable
{
    private readonly NpgsqlBatch _batch = new(connection);
    private readonly List<string> _names = [];
    private readonly List<(NpgsqlDbType Type, object Value)> _values = [];

    /// <summary>How many statements there are so far.</summary>
    public int Count => _batch.BatchCommands.Count;

    /// <summary>A statement without parameters.</summary>
    public void Add(string sql) => _batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));

    public void Add(Write write)
    {
        Forget();
        write.Bind(this);
        Add(PostgreSqlText.Of(write.GetType(), write.Sql, _names));
    }

    public void Add(Query query)
    {
        Forget();
        query.Bind(this);
        Add(PostgreSqlText.Of(query.GetType(), query.Sql, _names));
    }

    public Task ExecuteAsync() => _batch.ExecuteNonQueryAsync();

    public Task<NpgsqlDataReader> ReadAsync(CancellationToken cancellationToken) => _batch.ExecuteReaderAsync(cancellationToken);

    /// <summary>How many rows a statement has touched or found.</summary>
    public ulong RowsOf(int statement) => _batch.BatchCommands[statement].Rows;

    /// <summary>Which statement failed.</summary>
    public int IndexOf(NpgsqlBatchCommand? failed) => failed is null ? -1 : _batch.BatchCommands.IndexOf(failed);

    public void Add(string name, long? value) => Set(name, NpgsqlDbType.Bigint, value);

    public void Add(string name, bool? value) => Set(name, NpgsqlDbType.Boolean, value);

    // PostgreSQL keeps no NUL, so a text with one equals nothing there, and is never worth an error.
    public void Add(string name, string? value) => Set(name, NpgsqlDbType.Text, value?.Replace('\0', '\uFFFD'));

    public void Add(string name, byte[] value) => Set(name, NpgsqlDbType.Bytea, value);

    public void Add(string name, Guid? value) => Set(name, NpgsqlDbType.Uuid, value);

    public void Add(string name, DateOnly? value) => Set(name, NpgsqlDbType.Date, value);

    public void Add(string name, DateTimeOffset? value) =>
        Set(name, NpgsqlDbType.TimestampTz, value is { } instant ? PostgreSqlBookingDbContext.Keep(instant) : null);

    public void Add(string name, TimeSpan value) => Set(name, NpgsqlDbType.Interval, value);

    /// <summary>The statements; what makes a collection of it.</summary>
    public IEnumerator GetEnumerator() => _batch.BatchCommands.GetEnumerator();

    public ValueTask DisposeAsync() => _batch.DisposeAsync();

    private void Add(PostgreSqlText text)
    {
        foreach (var (sql, parameters) in text.Statements)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var parameter in parameters)
            {
                var (type, value) = _values[parameter];
                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value });
            }

            _batch.BatchCommands.Add(command);
        }
    }

    private void Set(string name, NpgsqlDbType type, object? value)
    {
        _names.Add(name);
        _values.Add((type, value ?? DBNull.Value));
    }

    private void Forget()
    {
        _names.Clear();
        _values.Clear();
    }
}
