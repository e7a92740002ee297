using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.ChangeBooking;

/// <summary>
/// A bare program that writes given rows and does nothing else: one connection behind a gate, every statement prepared, one
/// durable commit for each call.
/// </summary>
internal sealed class RowsOnSqlite : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<Type, SqliteStatement> _statements = [];
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly Func<int, Write[]> _rows;

    public RowsOnSqlite(SqliteSettings settings, Func<int, Write[]> rows)
    {
        (_connection, _rows) = (settings.OpenWriter(), rows);
        (_begin, _commit) = (new SqliteStatement(_connection, "BEGIN IMMEDIATE"), new SqliteStatement(_connection, "COMMIT"));
    }

    public async Task WriteAsync(int number)
    {
        await _gate.WaitAsync();
        try
        {
            _begin.Execute();
            foreach (var write in _rows(number))
            {
                if (!StatementOf(write).Execute(write))
                {
                    throw new InvalidOperationException($"{write} touched no row.");
                }
            }

            _commit.Execute();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in (SqliteStatement[])[.. _statements.Values, _begin, _commit])
        {
            statement.Dispose();
        }

        await _connection.DisposeAsync();
        _gate.Dispose();
    }

    private SqliteStatement StatementOf(Write write) => _statements.TryGetValue(write.GetType(), out var known)
        ? known
        : _statements[write.GetType()] = new SqliteStatement(_connection, write.Sql);
}
