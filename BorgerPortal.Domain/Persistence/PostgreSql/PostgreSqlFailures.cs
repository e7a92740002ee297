using Npgsql;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>What PostgreSQL's and Npgsql's errors mean here.</summary>
internal static class PostgreSqlFailures
{
    /// <summary>
    /// Whether what was not yet committed may be done again at once. A pool may hold connections to a server that has
    /// been restarted since; it lets go of all of them at the first that is found broken, so that once is enough.
    /// </summary>
    public static bool MayBeRepeated(NpgsqlException exception, int attempt) =>
        IsLostRace(exception) ? attempt < 10 : exception.IsTransient && attempt < 2;

    /// <summary>A plan has waited in vain for a larger change to end.</summary>
    public static bool IsClosedGate(PostgresException exception) =>
        exception is { SqlState: PostgresErrorCodes.LockNotAvailable, BatchCommand: { } failed } && failed.CommandText == PostgreSqlGate.Share;

    /// <summary>A guard said no: a unique index, a CHECK or the exclusion constraint. A foreign key that is missing is a bug.</summary>
    public static bool IsRefusal(PostgresException exception) => exception.SqlState is
        PostgresErrorCodes.UniqueViolation or
        PostgresErrorCodes.CheckViolation or
        PostgresErrorCodes.ExclusionViolation;

    /// <summary>The statement itself or its values are wrong: no later attempt would do better.</summary>
    public static bool IsBug(NpgsqlException exception) =>
        exception is PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] };

    /// <summary>What is thrown instead, for those who need not know which database this is.</summary>
    public static BookingStoreUnavailableException Unavailable(NpgsqlException exception) =>
        new("The PostgreSQL database cannot be used at the moment.", exception);

    private static bool IsLostRace(NpgsqlException exception) =>
        exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
