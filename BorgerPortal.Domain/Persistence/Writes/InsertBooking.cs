using BorgerPortal.Domain.Bookings;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>
/// Writes a booking. The database refuses a second one that is not cancelled of the same citizen at the same time of
/// the same offer: to the citizen that time is taken.
/// </summary>
public sealed record InsertBooking(Booking Booking) : Write
{
    private static readonly string Statement =
        $"INSERT INTO bookings ({string.Join(", ", BookingColumns.Names)}) VALUES ({string.Join(", ", BookingColumns.Names.Select(name => "@" + name))})";

    public override string Sql => Statement;

    public override WriteRefusal? Refusal => WriteRefusal.SeatTaken;

    public override void Bind(IWriteParameters parameters) => BookingColumns.Bind(Booking, parameters);
}
