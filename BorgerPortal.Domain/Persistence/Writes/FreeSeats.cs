namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Lets go of the time that a session took of caseworkers.</summary>
public sealed record FreeCaseWorker(Guid Session) : Write
{
    public override string Sql => "DELETE FROM occupancies WHERE session = @session";

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@session", Session);
}

/// <summary>Lets go of what a session took before the pieces that it took last: ids rise.</summary>
/// <param name="Session">The session.</param>
/// <param name="Kept">How many pieces it has taken just now.</param>
public sealed record FreeFormerTime(Guid Session, int Kept) : Write
{
    // id + 0, lest PostgreSQL walk all ids backwards instead of looking the session up.
    public override string Sql => """
        DELETE FROM occupancies WHERE session = @session
            AND id NOT IN (SELECT id FROM occupancies WHERE session = @session ORDER BY id + 0 DESC LIMIT @kept)
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@session", Session);
        parameters.Add("@kept", Kept);
    }
}

/// <summary>Lets go of a seat of a group time, where the offer still has that time.</summary>
public sealed record FreeGroupSeat(Guid OptionId, DateTimeOffset Start) : Write
{
    public override string Sql => """
        UPDATE timeslots SET seats_taken = seats_taken - 1
        WHERE option_id = @option AND starts_at = @start AND total_seats IS NOT NULL AND seats_taken > 0
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@option", OptionId);
        parameters.Add("@start", Start);
    }
}
