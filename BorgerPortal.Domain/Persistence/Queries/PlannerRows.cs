using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>The embedded planner's rows as several queries select and read them: columns and readers go by the same order.</summary>
internal static class PlannerRows
{
    public const string OptionColumns = """
        id, job_centre_code, active, valid_from, valid_to, contact_groups, for_named_citizens, interview_type, interview_form_type,
        contact_types, location, duration_minutes, title, description, first_timeslot, last_timeslot, allow_choice_of_supervisor,
        rebooking_possible, rebooking_deadline_hours, rebooking_deadline, cancellation_possible, cancellation_deadline_hours,
        cancellation_deadline, compulsory_attendance, show_case_worker, should_citizen_call, phone_number, digital_contact,
        print_comment, version
        """;

    /// <summary>With the table as w.</summary>
    public const string CaseWorkerColumns = "w.id, w.job_centre_code, w.identifier, w.given_name, w.middle_name, w.surname, w.roles";

    public const int ColumnsOfCaseWorker = 7;

    public static PlannedOption ReadOption(QueryRows row) => new()
    {
        Id = row.UniqueId(),
        JobCentreCode = row.Text(),
        Active = row.Boolean(),
        ValidFrom = row.DateOrNull(),
        ValidTo = row.DateOrNull(),
        ContactGroups = Conversions.Split(row.Text()),
        ForNamedCitizens = row.Boolean(),
        InterviewType = row.Number(),
        InterviewFormType = row.Number(),
        ContactTypes = Conversions.Split(row.Text()),
        Location = Conversions.FromJson<InterviewLocation>(row.TextOrNull()),
        DurationMinutes = row.Number(),
        Title = row.Text(),
        Description = row.TextOrNull(),
        FirstTimeslot = row.InstantOrNull(),
        LastTimeslot = row.InstantOrNull(),
        AllowChoiceOfSupervisor = row.Boolean(),
        RebookingPossible = row.Boolean(),
        RebookingDeadlineHours = row.NumberOrNull(),
        RebookingDeadline = row.InstantOrNull(),
        CancellationPossible = row.Boolean(),
        CancellationDeadlineHours = row.NumberOrNull(),
        CancellationDeadline = row.InstantOrNull(),
        CompulsoryAttendance = row.Boolean(),
        ShowCaseWorker = row.Boolean(),
        ShouldCitizenCall = row.Boolean(),
        PhoneNumber = row.TextOrNull(),
        DigitalContact = row.TextOrNull(),
        PrintComment = row.TextOrNull(),
        Version = row.LongNumber(),
    };

    public static CaseWorker ReadCaseWorker(QueryRows row) => new()
    {
        Id = row.LongNumber(),
        JobCentreCode = row.Text(),
        Identifier = row.Text(),
        GivenName = row.Text(),
        MiddleName = row.TextOrNull(),
        Surname = row.Text(),
        Roles = Conversions.SplitWords(row.Text()),
    };

    public static Block ReadBlock(QueryRows row) => new(row.LongNumber(), row.Instant(), row.Instant());
}
