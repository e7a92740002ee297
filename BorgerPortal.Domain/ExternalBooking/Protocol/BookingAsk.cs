using System.Globalization;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>A booking that a planner is about to be asked for.</summary>
/// <param name="Booking">Pending, with what is known before the planner has assembled it.</param>
/// <param name="Intent">What is written down of it.</param>
/// <param name="Call">What the planner is asked.</param>
/// <param name="Moment">When the citizen asked.</param>
internal sealed record BookingAsk(Booking Booking, BookingIntent Intent, ReserveCall Call, Moment Moment)
{
    public static BookingAsk Of(BookingFacts facts, string? supervisorIdentifier, Caller caller, IdSource ids)
    {
        var citizen = facts.File.Citizen;
        var booking = new Booking
        {
            Id = ids.Next(),
            CitizenId = citizen.Id,
            JobCentreCode = citizen.JobCentreCode,
            OptionId = facts.Option.Id,
            CaseWorkerChoice = facts.Option.AllowChoiceOfSupervisor,
            State = BookingState.Pending,
            CreatedAt = facts.Moment.Now,
            SelfBooked = true,
            Accepted = true,
            CitizenShouldAccept = false,
            ImmediateBooking = facts.IsImmediateBooking,
            Details = Expected(facts),
        };
        var intent = BookingIntent.Of(IntentKind.Book, booking.Id, booking, caller, facts.Moment.Now, ids);
        var call = new ReserveCall(
            booking.Id, facts.File.Profile, facts.Option, facts.Start, facts.ContactType, supervisorIdentifier,
            facts.IsImmediateBooking, intent.ReserveRequest);
        return new BookingAsk(booking, intent, call, facts.Moment);
    }

    /// <summary>What is written before the planner is asked. The booking counts as current from then on.</summary>
    public IReadOnlyList<Write> Begin(BookingFacts facts) =>
    [
        new ExpectCitizen(Booking.CitizenId, facts.File.Citizen.Version),
        new InsertBooking(Booking),
        .. ExclusiveKind.Covers(facts.Option.InterviewType)
            ? [new TakeExclusiveKind(Booking.CitizenId, facts.Option.InterviewType, facts.StartDate, Booking.Id, Moment.Today)]
            : Array.Empty<Write>(),
        new InsertIntent(Intent),
    ];

    /// <summary>Until the planner has assembled the booking it is as its offer says; it can be neither moved nor cancelled.</summary>
    private static BookingDetails Expected(BookingFacts facts) => new()
    {
        OriginatorCode = int.Parse(facts.File.Citizen.JobCentreCode, CultureInfo.InvariantCulture),
        OriginatorType = 1,
        Start = facts.Start,
        DurationMinutes = facts.Option.DurationMinutes,
        InterviewType = facts.Option.InterviewType,
        InterviewFormType = facts.Option.InterviewFormType,
        ContactType = facts.ContactType,
        Title = facts.Option.Title,
        Description = facts.Option.Description,
        RebookingPossible = false,
        CancellationPossible = false,
        CompulsoryAttendance = false,
        ReferenceInterview = false,
        Supervisor = Supervisor.Hidden,
        ShowCaseWorker = false,
        Location = facts.Option.Location,
    };
}
