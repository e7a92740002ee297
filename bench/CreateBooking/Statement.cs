using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.CreateBooking;

/// <summary>A prepared statement: its parameters are made once, and some of them are given new values each time.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _varying;

    private Statement(SqliteCommand command, SqliteParameter[] varying)
    {
        (_command, _varying) = (command, varying);
        _command.Prepare();
    }

    public static Statement Plain(SqliteConnection connection, string sql) => new(new SqliteCommand(sql, connection), []);

    public static Statement Insert(SqliteConnection connection, string table, params string[] columns)
    {
        var names = columns.Select(column => "@" + column).ToList();
        var command = new SqliteCommand($"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", names)})", connection);
        command.Parameters.AddRange(names.Select(name => new SqliteParameter { ParameterName = name }));
        return new Statement(command, [.. command.Parameters.Cast<SqliteParameter>()]);
    }

    /// <summary>The statement of one of the domain's own writes; what does not vary keeps the sample's value.</summary>
    public static Statement Of(SqliteConnection connection, Write sample, params string[] varying)
    {
        var command = new SqliteCommand(sample.Sql, connection);
        sample.Bind(new SqliteStatement(command));
        return new Statement(command, [.. varying.Select(name => command.Parameters[name])]);
    }

    /// <summary>Gives back how many rows were touched; a look at a row that is there counts as one.</summary>
    public int Execute(params ReadOnlySpan<object> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            _varying[index].Value = values[index];
        }

        using var reader = _command.ExecuteReader();
        return reader.HasRows ? 1 : reader.RecordsAffected;
    }

    public void Dispose() => _command.Dispose();
}
