using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence.Writes;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>One booking, whoever's it is; null where the id never was.</summary>
public sealed record ReadBooking(Guid BookingId) : Query<Booking?>
{
    private static readonly string Statement = $"SELECT {string.Join(", ", BookingColumns.Names)} FROM bookings WHERE id = @id";

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@id", BookingId);

    public override Booking? Read(QueryRows rows) => rows.FirstOrDefault(BookingColumns.Read);
}
