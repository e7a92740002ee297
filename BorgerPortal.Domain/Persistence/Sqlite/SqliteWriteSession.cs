using Microsoft.Data.Sqlite;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>The one connection that writes, with every statement prepared.</summary>
internal sealed class SqliteWriteSession : IDisposable
{
    private readonly Dictionary<Type, SqliteStatement> _statements = [];
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _save;
    private readonly SqliteStatement _release;
    private readonly SqliteStatement _undo;

    public SqliteWriteSession(SqliteSettings settings)
    {
        Connection = settings.OpenWriter();
        _begin = new SqliteStatement(Connection, "BEGIN IMMEDIATE");
        _commit = new SqliteStatement(Connection, "COMMIT");
        _save = new SqliteStatement(Connection, "SAVEPOINT plan");
        _release = new SqliteStatement(Connection, "RELEASE plan");
        _undo = new SqliteStatement(Connection, "ROLLBACK TO plan");
    }

    public SqliteConnection Connection { get; }

    public void Begin() => _begin.Execute();

    /// <summary>Returns when all that was written since <see cref="Begin"/> is on the disk.</summary>
    public void Commit() => _commit.Execute();

    /// <summary>Brings everything into the database file itself, so that whoever copies a stopped portal's file has it all.</summary>
    public void Checkpoint()
    {
        using var checkpoint = new SqliteStatement(Connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        checkpoint.Execute();
    }

    /// <summary>Carries out a plan, or nothing of it; what the transaction holds already stays.</summary>
    /// <exception cref="SqliteException">A constraint that no refusal stands for was broken: a bug in the plan.</exception>
    public WriteRefusal? Apply(WritePlan plan)
    {
        _save.Execute();
        WriteRefusal? refusal;
        try
        {
            refusal = Execute(plan);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            Undo();
            throw;
        }

        if (refusal is null)
        {
            _release.Execute();
        }
        else
        {
            Undo();
        }

        return refusal;
    }

    public void Dispose()
    {
        foreach (var statement in (IEnumerable<SqliteStatement>)[.. _statements.Values, _begin, _commit, _save, _release, _undo])
        {
            statement.Dispose();
        }

        Connection.Dispose();
    }

    private void Undo()
    {
        _undo.Execute();
        _release.Execute();
    }

    private WriteRefusal? Execute(WritePlan plan)
    {
        foreach (var write in plan.Writes)
        {
            if (Execute(write) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private WriteRefusal? Execute(Write write)
    {
        if (!_statements.TryGetValue(write.GetType(), out var statement))
        {
            _statements[write.GetType()] = statement = new SqliteStatement(Connection, write.Sql);
        }

        try
        {
            return statement.Execute(write) ? null : write.Refusal;
        }
        catch (SqliteException exception) when (write.Refusal is not null && IsRefusal(exception))
        {
            return write.Refusal;
        }
    }

    /// <summary>A trigger, a unique index or a CHECK said no; a foreign key that is missing is a bug and no refusal.</summary>
    private static bool IsRefusal(SqliteException exception) => exception.SqliteExtendedErrorCode is
        SQLitePCL.raw.SQLITE_CONSTRAINT_TRIGGER or
        SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE or
        SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY or
        SQLitePCL.raw.SQLITE_CONSTRAINT_CHECK;
}
