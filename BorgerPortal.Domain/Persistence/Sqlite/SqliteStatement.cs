using Microsoft.Data.Sqlite;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>A statement that is prepared once and bound again for each use.</summary>
internal sealed class SqliteStatement(SqliteCommand command) : IWriteParameters, IDisposable
{
    private int _next;

    public SqliteStatement(SqliteConnection connection, string sql)
        : this(new SqliteCommand(sql, connection))
    {
    }

    /// <summary>Carries a statement without parameters out.</summary>
    public void Execute() => command.ExecuteNonQuery();

    /// <summary>Tells whether a row was touched, or found.</summary>
    public bool Execute(Write write)
    {
        _next = 0;
        write.Bind(this);
        using var reader = command.ExecuteReader();
        return reader.HasRows || reader.RecordsAffected > 0;
    }

    public void Read(Question question)
    {
        _next = 0;
        question.Query.Bind(this);
        using var reader = command.ExecuteReader();
        question.Read(new SqliteRows(reader));
    }

    public void Add(string name, long? value) => Set(name, value);

    public void Add(string name, bool? value) => Set(name, value is null ? null : value.Value ? 1L : 0L);

    public void Add(string name, string? value) => Set(name, value);

    public void Add(string name, byte[] value) => Set(name, value);

    public void Add(string name, Guid? value) => Set(name, value);

    public void Add(string name, DateOnly? value) => Set(name, value);

    public void Add(string name, DateTimeOffset? value) => Set(name, value?.ToUnixTimeMilliseconds());

    public void Add(string name, TimeSpan value) => Set(name, (long)value.TotalMilliseconds);

    public void Dispose() => command.Dispose();

    private void Set(string name, object? value)
    {
        if (_next == command.Parameters.Count)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        command.Parameters[_next++].Value = value ?? DBNull.Value;
    }

    private sealed class SqliteRows(SqliteDataReader reader) : QueryRows(reader)
    {
        protected override DateTimeOffset ReadInstant(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Reader.GetInt64(column));
    }
}
