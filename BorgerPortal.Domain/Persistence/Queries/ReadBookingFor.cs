using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence.Writes;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>One booking, whoever's it is, and who asks for it.</summary>
internal sealed record ReadBookingFor(CitizenKey Citizen, Guid BookingId) : Query<BookingAndAsker>
{
    private static readonly string Statement = $"""
        SELECT id FROM citizens WHERE id = {CitizenKey.IdSql};

        SELECT {string.Join(", ", BookingColumns.Names)}
        FROM bookings WHERE id = @booking
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        Citizen.Bind(parameters);
        parameters.Add("@booking", BookingId);
    }

    public override BookingAndAsker Read(QueryRows rows) => new(
        rows.ToList(row => row.LongNumber()) is [var citizen] ? citizen : null, rows.FirstOrDefault(BookingColumns.Read));
}

/// <summary>What was found.</summary>
/// <param name="Asker">Our own id of the citizen who asks; null where nobody is known.</param>
/// <param name="Booking">The booking; null where there is none.</param>
internal sealed record BookingAndAsker(long? Asker, Booking? Booking);
