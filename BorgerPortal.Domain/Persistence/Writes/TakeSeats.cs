namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Takes a piece of a caseworker's time; the database refuses one that overlaps another session's.</summary>
public sealed record OccupyCaseWorker(long CaseWorkerId, DateTimeOffset Start, DateTimeOffset End, Guid Session) : Write
{
    // On PostgreSQL, plain inserts that overlap wait for each other and end in deadlocks; these wait in line. SQLite's trigger raises.
    public override string Sql => """
        INSERT INTO occupancies (case_worker_id, starts_at, ends_at, session) VALUES (@case_worker, @start, @end, @session)
        ON CONFLICT DO NOTHING
        """;

    public override WriteRefusal? Refusal => WriteRefusal.SeatTaken;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@case_worker", CaseWorkerId);
        parameters.Add("@start", Start);
        parameters.Add("@end", End);
        parameters.Add("@session", Session);
    }
}

/// <summary>Takes a seat of a group time; the table's own check refuses one too many.</summary>
public sealed record TakeGroupSeat(long TimeslotId) : Write
{
    public override string Sql => "UPDATE timeslots SET seats_taken = seats_taken + 1 WHERE id = @id AND total_seats IS NOT NULL";

    public override WriteRefusal? Refusal => WriteRefusal.SeatTaken;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@id", TimeslotId);
}

/// <summary>Takes the citizen's one place for a current booking of an exclusive kind, where the last one has been held (one that is pending has not).</summary>
public sealed record TakeExclusiveKind(long CitizenId, int InterviewType, DateOnly StartDate, Guid BookingId, DateOnly Today) : Write
{
    public override string Sql => """
        INSERT INTO exclusive_kinds (citizen_id, interview_type, start_date, booking_id)
        VALUES (@citizen, @type, @start_date, @booking)
        ON CONFLICT (citizen_id, interview_type) DO UPDATE
        SET start_date = excluded.start_date, booking_id = excluded.booking_id
        WHERE exclusive_kinds.start_date < @today
            AND NOT EXISTS (SELECT 1 FROM bookings WHERE id = exclusive_kinds.booking_id AND state IN (1, 4))
        """;

    public override WriteRefusal? Refusal => WriteRefusal.KindTaken;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@citizen", CitizenId);
        parameters.Add("@type", InterviewType);
        parameters.Add("@start_date", StartDate);
        parameters.Add("@booking", BookingId);
        parameters.Add("@today", Today);
    }
}
