using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>Whole bookings as several queries select and read them: in the order of <see cref="BookingColumns.Names"/>.</summary>
internal static class BookingRows
{
    public static readonly string Columns = string.Join(", ", BookingColumns.Names);

    public static Booking Read(QueryRows row) => new()
    {
        Id = row.UniqueId(),
        CitizenId = row.LongNumber(),
        JobCentreCode = row.Text(),
        OptionId = row.UniqueIdOrNull(),
        CaseWorkerId = row.LongNumberOrNull(),
        CaseWorkerChoice = row.Boolean(),
        State = (BookingState)row.Number(),
        CreatedAt = row.Instant(),
        SelfBooked = row.Boolean(),
        Accepted = row.Boolean(),
        CitizenShouldAccept = row.Boolean(),
        ImmediateBooking = row.Boolean(),
        Details = ReadDetails(row),
    };

    private static BookingDetails ReadDetails(QueryRows row) => new()
    {
        OriginatorCode = row.Number(),
        OriginatorType = row.Number(),
        Start = row.Instant(),
        End = row.InstantOrNull(),
        DurationMinutes = row.NumberOrNull(),
        InterviewType = row.Number(),
        InterviewFormType = row.Number(),
        ContactType = row.Number(),
        Title = row.Text(),
        Description = row.TextOrNull(),
        RebookingPossible = row.Boolean(),
        RebookingDeadline = row.InstantOrNull(),
        CancellationPossible = row.Boolean(),
        CancellationDeadline = row.InstantOrNull(),
        CompulsoryAttendance = row.Boolean(),
        ReferenceInterview = row.Boolean(),
        Supervisor = ReadSupervisor(row),
        ShowCaseWorker = row.Boolean(),
        Location = Conversions.FromJson<InterviewLocation>(row.TextOrNull()),
        DigitalContact = row.TextOrNull(),
        PhoneNumber = row.TextOrNull(),
        ShouldCitizenCall = row.BooleanOrNull(),
        UnemploymentFundParticipation = row.BooleanOrNull(),
        MoreAuthorities = row.BooleanOrNull(),
        Participants = Conversions.FromJson<List<Participant>>(row.Text())!,
        PrintComment = row.TextOrNull(),
    };

    private static Supervisor ReadSupervisor(QueryRows row) => new(row.Text(), row.TextOrNull(), row.Text(), row.Text());
}
