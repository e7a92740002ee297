using Microsoft.Data.Sqlite;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>A statement of one type of <see cref="Write"/>, prepared once and bound again for each row.</summary>
internal sealed class SqliteWriteCommand(SqliteCommand command) : IWriteParameters, IDisposable
{
    private int _next;

    public int Execute(Write write, SqliteTransaction transaction)
    {
        _next = 0;
        write.Bind(this);
        command.Transaction = transaction;
        return command.ExecuteNonQuery();
    }

    public void Add(string name, long? value) => Set(name, value);

    public void Add(string name, bool? value) => Set(name, value is null ? null : value.Value ? 1L : 0L);

    public void Add(string name, string? value) => Set(name, value);

    public void Add(string name, byte[] value) => Set(name, value);

    public void Add(string name, Guid? value) => Set(name, value);

    public void Add(string name, DateOnly value) => Set(name, value);

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
}
