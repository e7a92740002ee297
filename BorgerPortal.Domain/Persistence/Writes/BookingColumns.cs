using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>The columns of a booking, for the statements that write all of them.</summary>
internal static class BookingColumns
{
    public static readonly IReadOnlyList<string> Names =
    [
        "id", "citizen_id", "job_centre_code", "option_id", "case_worker_id", "case_worker_choice", "state", "created_at", "self_booked", "accepted",
        "citizen_should_accept", "immediate_booking", "moves", "originator_code", "originator_type", "starts_at", "ends_at",
        "duration_minutes", "interview_type", "interview_form_type", "contact_type", "title", "description",
        "rebooking_possible", "rebooking_deadline", "cancellation_possible", "cancellation_deadline", "compulsory_attendance",
        "reference_interview", "supervisor_given_name", "supervisor_middle_name", "supervisor_surname", "supervisor_identifier",
        "show_case_worker", "location", "digital_contact", "phone_number", "should_citizen_call",
        "unemployment_fund_participation", "more_authorities", "participants", "print_comment",
    ];

    /// <summary>Reads a booking whose columns were selected in the order of <see cref="Names"/>.</summary>
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
        Moves = row.Number(),
        Details = new BookingDetails
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
            Supervisor = new Supervisor(row.Text(), row.TextOrNull(), row.Text(), row.Text()),
            ShowCaseWorker = row.Boolean(),
            Location = Conversions.FromJson<InterviewLocation>(row.TextOrNull()),
            DigitalContact = row.TextOrNull(),
            PhoneNumber = row.TextOrNull(),
            ShouldCitizenCall = row.BooleanOrNull(),
            UnemploymentFundParticipation = row.BooleanOrNull(),
            MoreAuthorities = row.BooleanOrNull(),
            Participants = Conversions.FromJson<List<Participant>>(row.Text())!,
            PrintComment = row.TextOrNull(),
        },
    };

    /// <summary>Gives each column's parameter (@ and its name) its value, in the order of <see cref="Names"/>.</summary>
    public static void Bind(Booking booking, IWriteParameters parameters)
    {
        var details = booking.Details;
        parameters.Add("@id", booking.Id);
        parameters.Add("@citizen_id", booking.CitizenId);
        parameters.Add("@job_centre_code", booking.JobCentreCode);
        parameters.Add("@option_id", booking.OptionId);
        parameters.Add("@case_worker_id", booking.CaseWorkerId);
        parameters.Add("@case_worker_choice", booking.CaseWorkerChoice);
        parameters.Add("@state", (int)booking.State);
        parameters.Add("@created_at", booking.CreatedAt);
        parameters.Add("@self_booked", booking.SelfBooked);
        parameters.Add("@accepted", booking.Accepted);
        parameters.Add("@citizen_should_accept", booking.CitizenShouldAccept);
        parameters.Add("@immediate_booking", booking.ImmediateBooking);
        parameters.Add("@moves", booking.Moves);
        parameters.Add("@originator_code", details.OriginatorCode);
        parameters.Add("@originator_type", details.OriginatorType);
        parameters.Add("@starts_at", details.Start);
        parameters.Add("@ends_at", details.End);
        parameters.Add("@duration_minutes", details.DurationMinutes);
        parameters.Add("@interview_type", details.InterviewType);
        parameters.Add("@interview_form_type", details.InterviewFormType);
        parameters.Add("@contact_type", details.ContactType);
        parameters.Add("@title", details.Title);
        parameters.Add("@description", details.Description);
        parameters.Add("@rebooking_possible", details.RebookingPossible);
        parameters.Add("@rebooking_deadline", details.RebookingDeadline);
        parameters.Add("@cancellation_possible", details.CancellationPossible);
        parameters.Add("@cancellation_deadline", details.CancellationDeadline);
        parameters.Add("@compulsory_attendance", details.CompulsoryAttendance);
        parameters.Add("@reference_interview", details.ReferenceInterview);
        parameters.Add("@supervisor_given_name", details.Supervisor.GivenName);
        parameters.Add("@supervisor_middle_name", details.Supervisor.MiddleName);
        parameters.Add("@supervisor_surname", details.Supervisor.Surname);
        parameters.Add("@supervisor_identifier", details.Supervisor.Identifier);
        parameters.Add("@show_case_worker", details.ShowCaseWorker);
        parameters.Add("@location", Conversions.ToJson(details.Location));
        parameters.Add("@digital_contact", details.DigitalContact);
        parameters.Add("@phone_number", details.PhoneNumber);
        parameters.Add("@should_citizen_call", details.ShouldCitizenCall);
        parameters.Add("@unemployment_fund_participation", details.UnemploymentFundParticipation);
        parameters.Add("@more_authorities", details.MoreAuthorities);
        parameters.Add("@participants", Conversions.ToJsonList(details.Participants));
        parameters.Add("@print_comment", details.PrintComment);
    }
}
