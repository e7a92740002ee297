using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Bench.CreateBooking;

/// <summary>A booking as CreateBooking makes it.</summary>
internal static class SampleBooking
{
    public static Booking Of(Guid id, long citizen, Guid option, long caseWorker, DateTimeOffset start, DateTimeOffset now) => new()
    {
        Id = id,
        CitizenId = citizen,
        JobCentreCode = SeedFile.JobCentre,
        OptionId = option,
        CaseWorkerId = caseWorker,
        CaseWorkerChoice = false,
        State = BookingState.Active,
        CreatedAt = now,
        SelfBooked = true,
        Accepted = true,
        CitizenShouldAccept = false,
        ImmediateBooking = false,
        Details = new BookingDetails
        {
            OriginatorCode = 10101,
            OriginatorType = 1,
            Start = start,
            End = start.AddMinutes(Schedule.DurationMinutes),
            DurationMinutes = Schedule.DurationMinutes,
            InterviewType = InterviewType.JobInterview,
            InterviewFormType = InterviewFormType.Individual,
            ContactType = ContactType.Personal,
            Title = SeedFile.Title,
            RebookingPossible = true,
            RebookingDeadline = start.AddHours(-24),
            CancellationPossible = true,
            CancellationDeadline = start.AddHours(-24),
            CompulsoryAttendance = true,
            ReferenceInterview = false,
            Supervisor = new Supervisor("Mette", null, "Holm", $"RID-{caseWorker}"),
            ShowCaseWorker = true,
            Location = SeedFile.Location,
            ShouldCitizenCall = false,
        },
    };
}
