using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>
/// Notes the current bookings of which CreateBooking allows one (8273, 9220). An import may bring several: the row holds
/// the latest, so that it guards as long as any of them is to come.
/// </summary>
internal static class ExclusiveKindLoader
{
    public static void Load(ImportWork work)
    {
        var latest = work.Bookings
            .Where(booking => !booking.IsCancelled
                && ExclusiveKind.Covers(booking.Details.InterviewType)
                && booking.Details.Start.DanishDate() >= work.Moment.Today)
            .GroupBy(booking => (booking.Citizen, booking.Details.InterviewType))
            .Select(bookings => bookings.MaxBy(booking => booking.Details.Start)!);
        foreach (var booking in latest)
        {
            var startDate = booking.Details.Start.DanishDate();
            if (!work.Rows.ExclusiveKinds.TryGetValue((booking.Citizen.Id, booking.Details.InterviewType), out var there))
            {
                work.AddLater(() => new ExclusiveKind
                {
                    CitizenId = booking.Citizen.Id,
                    InterviewType = booking.Details.InterviewType,
                    StartDate = startDate,
                    BookingId = booking.Row.Id,
                });
            }
            else if (there.StartDate < startDate)
            {
                (there.StartDate, there.BookingId) = (startDate, booking.Row.Id);
            }
        }
    }
}
