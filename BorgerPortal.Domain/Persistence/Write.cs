namespace BorgerPortal.Domain.Persistence;

/// <summary>Why a plan was not carried out.</summary>
public enum WriteRefusal
{
    /// <summary>The citizen or the offer has changed since the decision: read and decide again.</summary>
    Stale = 1,

    /// <summary>The seat or the caseworker's time is taken.</summary>
    SeatTaken,

    /// <summary>The citizen has a current booking of an exclusive kind already.</summary>
    KindTaken,

    /// <summary>The request id has an answer already: give that one.</summary>
    Answered,

    /// <summary>Somebody else has settled what this plan was about.</summary>
    MovedOn,
}

/// <summary>
/// One row to write or to look at, as one statement that both databases understand. A statement that touches or finds no
/// row, or that a constraint of the database refuses, ends its plan with <see cref="Refusal"/>.
/// </summary>
public abstract record Write
{
    /// <summary>The statement, with parameters named @like_this. One text per type: it is prepared once.</summary>
    public abstract string Sql { get; }

    /// <summary>What it means when no row was touched or found; null where that is fine.</summary>
    public abstract WriteRefusal? Refusal { get; }

    /// <summary>Gives each parameter its value, always in the same order.</summary>
    public abstract void Bind(IWriteParameters parameters);
}

/// <summary>Where a <see cref="Write"/> puts its values; each database turns them into its own types.</summary>
public interface IWriteParameters
{
    void Add(string name, long? value);

    void Add(string name, bool? value);

    void Add(string name, string? value);

    void Add(string name, byte[] value);

    void Add(string name, Guid? value);

    void Add(string name, DateOnly? value);

    /// <summary>An instant.</summary>
    void Add(string name, DateTimeOffset? value);

    /// <summary>A length of time, in the unit in which the database keeps instants.</summary>
    void Add(string name, TimeSpan value);
}
