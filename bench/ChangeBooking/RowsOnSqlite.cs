using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Sqlite;

namespace BorgerPortal.Bench.ChangeBooking;

/// <summary>
/// A bare program that writes given rows and does nothing else: every statement prepared, one
/// durable commit for each call.
/// </summary>
internal sealed class RowsOnSqlite : IAsyncDisposable
{
    private readonly Dictionary<Type, SqliteStatement> _statements = [];
    private readonly BareWriter _writer;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly Func<int, Write[]> _rows;

    public RowsOnSqlite(SqliteSettings settings, Func<int, Write[]> rows)
    {
        (_writer, _rows) = (new BareWriter(settings), rows);
        (_begin, _commit) = (new SqliteStatement(_writer.Connection, "BEGIN IMMEDIATE"), new SqliteStatement(_writer.Connection, "COMMIT"));
    }

    public Task WriteAsync(int number) => _writer.WriteAsync(() => Write(_rows(number)));

    public ValueTask DisposeAsync()
    {
        foreach (var statement in (SqliteStatement[])[.. _statements.Values, _begin, _commit])
        {
            statement.Dispose();
        }

        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private int Write(Write[] rows)
    {
        _begin.Execute();
        foreach (var write in rows)
        {
            if (!StatementOf(write).Execute(write))
            {
                throw new InvalidOperationException($"{write} touched no row.");
            }
        }

        _commit.Execute();
        return rows.Length;
    }

    private SqliteStatement StatementOf(Write write) => _statements.TryGetValue(write.GetType(), out var known)
        ? known
        : _statements[write.GetType()] = new SqliteStatement(_writer.Connection, write.Sql);
}
