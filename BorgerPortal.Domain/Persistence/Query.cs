namespace BorgerPortal.Domain.Persistence;

/// <summary>
/// A question that every booking asks, as one command of SELECTs that both databases understand. It is prepared once and
/// answered in one go; all other questions go through <see cref="BookingDbContext"/>. A row whose version is checked
/// again at the write is selected first: on PostgreSQL, what comes after it may be newer.
/// </summary>
public abstract record Query
{
    /// <summary>The SELECTs, with a semicolon between them and parameters named @like_this. One text per type.</summary>
    public abstract string Sql { get; }

    /// <summary>Gives each parameter its value, always in the same order.</summary>
    public abstract void Bind(IWriteParameters parameters);
}

/// <summary>A <see cref="Query"/> with its answer.</summary>
/// <typeparam name="T">The answer.</typeparam>
public abstract record Query<T> : Query
{
    /// <summary>Reads the answer: the rows of each SELECT in their order.</summary>
    public abstract T Read(QueryRows rows);
}
