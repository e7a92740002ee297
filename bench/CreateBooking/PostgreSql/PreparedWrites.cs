using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.PostgreSql;
using Npgsql;
using NpgsqlTypes;

namespace BorgerPortal.Bench.CreateBooking.PostgreSql;

/// <summary>A connection with the statements of a booking prepared: their parameters are made once, and get new values each time.</summary>
internal sealed class PreparedWrites : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlBatch _batch;
    private readonly NpgsqlCommand _commit;
    private readonly List<List<(NpgsqlParameter Parameter, int Place)>> _parameters = [];
    private readonly Values _values = new();

    private PreparedWrites(NpgsqlConnection connection, IReadOnlyList<Write> samples)
    {
        _connection = connection;
        _batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand("BEGIN") } };
        _commit = new NpgsqlCommand("COMMIT", connection);
        foreach (var sample in samples)
        {
            _values.Take(sample);
            var (sql, places) = PostgreSqlText.Of(sample.GetType(), sample.Sql, _values.Names).Statements.Single();
            var command = new NpgsqlBatchCommand(sql);
            _parameters.Add([.. places.Select(place => (new NpgsqlParameter { NpgsqlDbType = _values.Types[place], Value = _values.All[place] }, place))]);
            command.Parameters.AddRange(_parameters[^1].Select(parameter => parameter.Parameter).ToArray());
            _batch.BatchCommands.Add(command);
        }
    }

    public static async Task<PreparedWrites> PrepareAsync(PostgreSqlSettings settings, IReadOnlyList<Write> samples)
    {
        var connection = settings.CreateConnection();
        await connection.OpenAsync();
        var prepared = new PreparedWrites(connection, samples);
        await prepared._batch.PrepareAsync();
        await prepared._commit.PrepareAsync();
        return prepared;
    }

    public async Task ExecuteAsync(IReadOnlyList<Write> writes)
    {
        for (var index = 0; index < writes.Count; index++)
        {
            _values.Take(writes[index]);
            foreach (var (parameter, place) in _parameters[index])
            {
                parameter.Value = _values.All[place];
            }
        }

        await _batch.ExecuteNonQueryAsync();
        for (var index = 1; index < _batch.BatchCommands.Count; index++)
        {
            if (_batch.BatchCommands[index].Rows != 1)
            {
                throw new InvalidOperationException($"{_batch.BatchCommands[index].CommandText} touched {_batch.BatchCommands[index].Rows} rows.");
            }
        }

        await _commit.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _commit.DisposeAsync();
        await _batch.DisposeAsync();
        await _connection.DisposeAsync();
    }

    /// <summary>What a write gives its parameters.</summary>
    private sealed class Values : IWriteParameters
    {
        public List<string> Names { get; } = [];

        public List<NpgsqlDbType> Types { get; } = [];

        public List<object> All { get; } = [];

        public void Take(Write write)
        {
            Names.Clear();
            Types.Clear();
            All.Clear();
            write.Bind(this);
        }

        public void Add(string name, long? value) => Add(name, NpgsqlDbType.Bigint, value);

        public void Add(string name, bool? value) => Add(name, NpgsqlDbType.Boolean, value);

        public void Add(string name, string? value) => Add(name, NpgsqlDbType.Text, value);

        public void Add(string name, byte[] value) => Add(name, NpgsqlDbType.Bytea, value);

        public void Add(string name, Guid? value) => Add(name, NpgsqlDbType.Uuid, value);

        public void Add(string name, DateOnly? value) => Add(name, NpgsqlDbType.Date, value);

        public void Add(string name, DateTimeOffset? value) => Add(name, NpgsqlDbType.TimestampTz, value);

        public void Add(string name, TimeSpan value) => Add(name, NpgsqlDbType.Interval, value);

        private void Add(string name, NpgsqlDbType type, object? value)
        {
            Names.Add(name);
            Types.Add(type);
            All.Add(value ?? DBNull.Value);
        }
    }
}
