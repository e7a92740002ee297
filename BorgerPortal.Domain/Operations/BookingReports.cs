using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>Tells the caseworkers that an offer makes bookings that break a rule: one report for each rule.</summary>
internal static class BookingReports
{
    /// <param name="unsound">The rules that are broken.</param>
    /// <param name="booking">The booking that the offer made.</param>
    /// <param name="moment">When.</param>
    /// <param name="broken">The wire names of what breaks the contract, where that is what is wrong.</param>
    public static IReadOnlyList<Write> Of(IReadOnlyList<Error> unsound, Booking booking, Moment moment, IReadOnlyList<string>? broken = null) =>
        Of(unsound, booking.JobCentreCode, booking.OptionId!.Value, moment, broken is null ? null : string.Join(", ", broken));

    public static IReadOnlyList<Write> Of(IReadOnlyList<Error> unsound, string jobCentreCode, Guid optionId, Moment moment, string? text = null) =>
    [
        .. unsound.Select(error => new FileErrorReport(new ErrorReport
        {
            JobCentreCode = jobCentreCode,
            OptionId = optionId,
            Code = error.Code.Number,
            Origin = ErrorOrigin.Dfdg,
            Text = text is { Length: > ErrorReport.LongestText } ? text[..ErrorReport.LongestText] : text,
            At = moment.Now,
            FiledByPortal = true,
        })),
    ];
}
