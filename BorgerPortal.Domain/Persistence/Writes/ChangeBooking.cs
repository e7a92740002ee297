using BorgerPortal.Domain.Bookings;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Takes a booking from one state to another.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="From">Where it must stand.</param>
/// <param name="To">Where it stands then.</param>
/// <param name="Otherwise">What it means when it stands elsewhere.</param>
public sealed record MoveBookingState(Guid BookingId, BookingState From, BookingState To, WriteRefusal Otherwise = WriteRefusal.Stale) : Write
{
    public override string Sql => "UPDATE bookings SET state = @to WHERE id = @id AND state = @from";

    public override WriteRefusal? Refusal => Otherwise;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@to", (int)To);
        parameters.Add("@id", BookingId);
        parameters.Add("@from", (int)From);
    }
}

/// <summary>
/// Writes a booking anew. The database refuses a time at which the citizen has another booking of the same offer: to the
/// citizen that time is taken.
/// </summary>
/// <param name="Booking">As it is to be.</param>
/// <param name="From">Where it must stand; decided on the citizen's version, so that it does not is lost with that.</param>
public sealed record RewriteBooking(Booking Booking, BookingState From) : Write
{
    private static readonly string Statement = $"""
        UPDATE bookings SET {string.Join(", ", BookingColumns.Names.Where(name => name != "id").Select(name => $"{name} = @{name}"))}
        WHERE id = @id AND state = @from
        """;

    public override string Sql => Statement;

    public override WriteRefusal? Refusal => WriteRefusal.SeatTaken;

    public override void Bind(IWriteParameters parameters)
    {
        BookingColumns.Bind(Booking, parameters);
        parameters.Add("@from", (int)From);
    }
}

/// <summary>A deadline is open again: the booking that met it does so no longer.</summary>
public sealed record ReopenDeadline(long DeadlineId, Guid BookingId) : Write
{
    public override string Sql => "UPDATE deadlines SET met_by = NULL WHERE id = @id AND met_by = @booking";

    public override WriteRefusal? Refusal => WriteRefusal.Stale;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@id", DeadlineId);
        parameters.Add("@booking", BookingId);
    }
}

/// <summary>The citizen's one place for a booking of an exclusive kind is taken until another date, where this booking has it.</summary>
public sealed record MoveExclusiveKind(long CitizenId, Guid BookingId, DateOnly StartDate) : Write
{
    public override string Sql => "UPDATE exclusive_kinds SET start_date = @start_date WHERE citizen_id = @citizen AND booking_id = @booking";

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@start_date", StartDate);
        parameters.Add("@citizen", CitizenId);
        parameters.Add("@booking", BookingId);
    }
}
