using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>
/// The reader on SQLite. It keeps connections whose statements stay prepared: an EF query opens a connection and has its
/// statement compiled each time, which costs more than the reading.
/// </summary>
public sealed class SqliteBookingReader(SqliteSettings settings) : IBookingReader, IDisposable
{
    private readonly ConcurrentBag<Connection> _idle = [];

    public ValueTask ReadAsync(Reading reading, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = _idle.TryTake(out var idle) ? idle : new Connection(settings);
        try
        {
            foreach (var question in reading.Questions)
            {
                connection.Read(question);
            }

            _idle.Add(connection);
            return ValueTask.CompletedTask;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private sealed class Connection(SqliteSettings settings) : IDisposable
    {
        private readonly SqliteConnection _connection = settings.OpenReader();
        private readonly Dictionary<Type, SqliteStatement> _statements = [];

        public void Read(Question question)
        {
            var query = question.Query;
            if (!_statements.TryGetValue(query.GetType(), out var statement))
            {
                // One transaction: all SELECTs see the same state.
                _statements[query.GetType()] = statement = new SqliteStatement(_connection, $"BEGIN; {query.Sql}; COMMIT");
            }

            statement.Read(question);
        }

        public void Dispose()
        {
            foreach (var statement in _statements.Values)
            {
                statement.Dispose();
            }

            _connection.Dispose();
        }
    }
}
