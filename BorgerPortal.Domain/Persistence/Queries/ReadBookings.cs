using BorgerPortal.Domain.Bookings;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>
/// A citizen's bookings that are not cancelled and start at an instant or later, or are pending, earliest first; null where
/// nobody is known by that key.
/// </summary>
internal sealed record ReadBookings(CitizenKey Citizen, DateTimeOffset From) : Query<IReadOnlyList<Booking>?>
{
    private static readonly string Statement = $"""
        SELECT id FROM citizens WHERE id = {CitizenKey.IdSql};

        SELECT {BookingRows.Columns}
        FROM bookings
        WHERE citizen_id = {CitizenKey.IdSql} AND state <> {(int)BookingState.Cancelled}
          AND (starts_at >= @from OR state = {(int)BookingState.Pending})
        ORDER BY starts_at, id
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        Citizen.Bind(parameters);
        parameters.Add("@from", From);
    }

    public override IReadOnlyList<Booking>? Read(QueryRows rows)
    {
        var isKnown = rows.ToList(row => row.LongNumber()).Count > 0;
        var bookings = rows.ToList(BookingRows.Read);
        return isKnown ? bookings : null;
    }
}

/// <summary>One booking, whoever's it is, and who asks for it.</summary>
internal sealed record ReadBooking(CitizenKey Citizen, Guid BookingId) : Query<BookingAndAsker>
{
    private static readonly string Statement = $"""
        SELECT id FROM citizens WHERE id = {CitizenKey.IdSql};

        SELECT {BookingRows.Columns}
        FROM bookings WHERE id = @booking
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        Citizen.Bind(parameters);
        parameters.Add("@booking", BookingId);
    }

    public override BookingAndAsker Read(QueryRows rows) => new(
        rows.ToList(row => row.LongNumber()) is [var citizen] ? citizen : null, rows.FirstOrDefault(BookingRows.Read));
}

/// <summary>What was found.</summary>
/// <param name="Asker">Our own id of the citizen who asks; null where nobody is known.</param>
/// <param name="Booking">The booking; null where there is none.</param>
internal sealed record BookingAndAsker(long? Asker, Booking? Booking);
