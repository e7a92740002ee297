using System.Data.Common;

namespace BorgerPortal.Domain.Persistence;

/// <summary>
/// The rows that a <see cref="Query{T}"/> has found. Columns are read in the order in which they were selected, each by
/// its type; how an instant is kept is each database's own.
/// </summary>
public abstract class QueryRows(DbDataReader reader)
{
    private int _column;

    protected DbDataReader Reader => reader;

    /// <summary>All rows of a SELECT; the next call reads the next SELECT.</summary>
    public List<T> ToList<T>(Func<QueryRows, T> read)
    {
        var list = new List<T>();
        ForEach(row => list.Add(read(row)));
        return list;
    }

    /// <summary>Looks at each row of a SELECT; the next call reads the next SELECT.</summary>
    public void ForEach(Action<QueryRows> look)
    {
        while (NextRow())
        {
            look(this);
        }

        reader.NextResult();
    }

    /// <summary>The first row of a SELECT, or null where there is none; the next call reads the next SELECT.</summary>
    public T? FirstOrDefault<T>(Func<QueryRows, T> read)
        where T : class
    {
        var first = NextRow() ? read(this) : null;
        reader.NextResult();
        return first;
    }

    public bool Boolean() => reader.GetBoolean(_column++);

    public int Number() => reader.GetInt32(_column++);

    public int? NumberOrNull() => IsNull() ? null : Number();

    public long LongNumber() => reader.GetInt64(_column++);

    public long? LongNumberOrNull() => IsNull() ? null : LongNumber();

    public bool? BooleanOrNull() => IsNull() ? null : Boolean();

    public string Text() => reader.GetString(_column++);

    public string? TextOrNull() => IsNull() ? null : Text();

    public byte[] Bytes() => reader.GetFieldValue<byte[]>(_column++);

    public Guid UniqueId() => reader.GetGuid(_column++);

    public Guid? UniqueIdOrNull() => IsNull() ? null : UniqueId();

    public DateOnly Date() => reader.GetFieldValue<DateOnly>(_column++);

    public DateOnly? DateOrNull() => IsNull() ? null : Date();

    public DateTimeOffset Instant() => ReadInstant(_column++);

    public DateTimeOffset? InstantOrNull() => IsNull() ? null : Instant();

    /// <summary>What a join has found, or null where it found nothing: then its columns, which begin with one that is never empty, are passed over.</summary>
    public T? Joined<T>(int columns, Func<QueryRows, T> read)
        where T : class
    {
        if (!reader.IsDBNull(_column))
        {
            return read(this);
        }

        Skip(columns);
        return null;
    }

    /// <summary>Passes over columns that say nothing in this row.</summary>
    public void Skip(int columns) => _column += columns;

    protected abstract DateTimeOffset ReadInstant(int column);

    private bool NextRow()
    {
        _column = 0;
        return reader.Read();
    }

    // A column without a value is passed over.
    private bool IsNull()
    {
        var isNull = reader.IsDBNull(_column);
        _column += isNull ? 1 : 0;
        return isNull;
    }
}
