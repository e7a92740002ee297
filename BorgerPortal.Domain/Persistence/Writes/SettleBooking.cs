using BorgerPortal.Domain.Bookings;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Writes what a planner has assembled into a booking that is pending.</summary>
public sealed record FillPendingBooking(Booking Booking) : Write
{
    private static readonly string Statement = $"""
        UPDATE bookings SET {string.Join(", ", BookingColumns.Names.Where(name => name != "id").Select(name => $"{name} = @{name}"))}
        WHERE id = @id AND state = {(int)BookingState.Pending}
        """;

    public override string Sql => Statement;

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters) => BookingColumns.Bind(Booking, parameters);
}

/// <summary>Settles a pending booking: it is active, or it came to nothing.</summary>
public sealed record SettlePendingBooking(Guid BookingId, BookingState State) : Write
{
    public override string Sql => $"UPDATE bookings SET state = @state WHERE id = @id AND state = {(int)BookingState.Pending}";

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@state", (int)State);
        parameters.Add("@id", BookingId);
    }
}

/// <summary>The booking is still pending, and stays so until this commit: whoever is told to wait for it is told in time.</summary>
public sealed record ExpectPending(Guid BookingId) : Write
{
    public override string Sql => $"UPDATE bookings SET state = state WHERE id = @id AND state = {(int)BookingState.Pending}";

    public override WriteRefusal? Refusal => WriteRefusal.Stale;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@id", BookingId);
}

/// <summary>Removes a pending booking of which the planner never held a seat.</summary>
public sealed record DropPendingBooking(Guid BookingId) : Write
{
    public override string Sql => $"DELETE FROM bookings WHERE id = @id AND state = {(int)BookingState.Pending}";

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@id", BookingId);
}

/// <summary>Gives back the citizen's one place for a booking of an exclusive kind, where this booking has it.</summary>
public sealed record FreeExclusiveKind(long CitizenId, Guid BookingId) : Write
{
    public override string Sql => "DELETE FROM exclusive_kinds WHERE citizen_id = @citizen AND booking_id = @booking";

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@citizen", CitizenId);
        parameters.Add("@booking", BookingId);
    }
}
