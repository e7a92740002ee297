using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence.Writes;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>
/// A citizen's bookings that are not cancelled and start at an instant or later, or are not settled, earliest first; null where
/// nobody is known by that key.
/// </summary>
internal sealed record ReadBookings(CitizenKey Citizen, DateTimeOffset From) : Query<BookingsOfCitizen?>
{
    private static readonly string Columns = string.Join(", ", BookingColumns.Names);

    private static readonly string Statement = $"""
        SELECT id FROM citizens WHERE id = {CitizenKey.IdSql};

        SELECT {Columns}
        FROM bookings
        WHERE citizen_id = {CitizenKey.IdSql} AND state <> {(int)BookingState.Cancelled}
          AND (starts_at >= @from OR state IN ({(int)BookingState.Pending}, {(int)BookingState.Changing}))
        ORDER BY starts_at, id
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        Citizen.Bind(parameters);
        parameters.Add("@from", From);
    }

    public override BookingsOfCitizen? Read(QueryRows rows)
    {
        var known = rows.ToList(row => row.LongNumber());
        var bookings = rows.ToList(BookingColumns.Read);
        return known is [var citizen] ? new BookingsOfCitizen(citizen, bookings) : null;
    }
}

/// <summary>A citizen's own id, and the bookings that were asked for.</summary>
internal sealed record BookingsOfCitizen(long CitizenId, IReadOnlyList<Booking> Bookings);
