using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>What an operation answers at the gates of a booking, where that differs.</summary>
/// <param name="UnknownCitizen">Nobody is known by the personnummer.</param>
/// <param name="NotOwn">The booking is another citizen's.</param>
/// <param name="OfTheLiving">Whether it is refused to the dead (4405).</param>
internal readonly record struct GateCodes(ErrorCode UnknownCitizen, ErrorCode NotOwn, bool OfTheLiving = false);

/// <summary>Who and what came through the gates, or at which it ended.</summary>
/// <param name="Refusal">The gate's code, alone; null where all is open.</param>
/// <param name="File">The citizen; null where nobody is known.</param>
/// <param name="Booking">The citizen's own booking.</param>
/// <param name="System">The planner of the booking's jobcentre.</param>
internal sealed record GatePassage(ErrorCode? Refusal, CitizenFile? File = null, Booking? Booking = null, IExternalBookingSystem? System = null);

/// <summary>What the gates ask, as part of a reading.</summary>
/// <param name="File">The citizen.</param>
/// <param name="Booking">The booking, whoever's it is.</param>
internal sealed record GateQuestions(Question<CitizenFile?> File, Question<Booking?> Booking);

/// <summary>The gates that every operation on a booking of one's own has, after 1014: the citizen, 4405, 4768, 8107, 9018.</summary>
public sealed class BookingGate(CitizenFiles files, IBookingReader reader, IBookingSystems systems)
{
    internal async Task<GatePassage> PassAsync(
        CitizenReference citizen, Guid bookingId, GateCodes codes, Moment moment, CancellationToken cancellationToken)
    {
        var reading = new Reading();
        var questions = Ask(reading, citizen, bookingId, moment);
        await reader.ReadAsync(reading, cancellationToken);
        return Pass(questions, codes);
    }

    /// <summary>The citizen first: a change of the booking after that is told by the citizen's version.</summary>
    internal GateQuestions Ask(Reading reading, CitizenReference citizen, Guid bookingId, Moment moment) =>
        new(reading.Add(files.FileOf(citizen, moment)), reading.Add(new ReadBooking(bookingId)));

    internal GatePassage Pass(GateQuestions questions, GateCodes codes)
    {
        if (questions.File.Answer is not { } file)
        {
            return new GatePassage(codes.UnknownCitizen);
        }

        if (codes.OfTheLiving && file.Citizen.Dead)
        {
            return new GatePassage(Errors.CitizenIsDead, file);
        }

        if (questions.Booking.Answer is not { State: not BookingState.Cancelled } booking)
        {
            return new GatePassage(Errors.UnknownBooking, file);
        }

        if (booking.CitizenId != file.Citizen.Id)
        {
            return new GatePassage(codes.NotOwn, file);
        }

        return systems.Find(booking.JobCentreCode) is { } system
            ? new GatePassage(Refusal: null, file, booking, system)
            : new GatePassage(Errors.BookingSystemNotConfigured, file, booking);
    }
}
