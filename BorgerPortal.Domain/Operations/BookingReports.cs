using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>Tells the caseworkers that an offer makes bookings that break a rule: one report for each rule.</summary>
internal static class BookingReports
{
    public static IReadOnlyList<Write> Of(IReadOnlyList<Error> unsound, Booking booking, Moment moment) =>
        Of(unsound, booking.JobCentreCode, booking.OptionId!.Value, moment);

    public static IReadOnlyList<Write> Of(IReadOnlyList<Error> unsound, string jobCentreCode, Guid optionId, Moment moment) =>
    [
        .. unsound.Select(error => new FileErrorReport(new ErrorReport
        {
            JobCentreCode = jobCentreCode,
            OptionId = optionId,
            Code = error.Code.Number,
            Origin = ErrorOrigin.Dfdg,
            At = moment.Now,
            FiledByPortal = true,
        })),
    ];
}
