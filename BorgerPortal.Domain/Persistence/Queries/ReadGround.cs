using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>What the embedded planner knows that a decision on one time of one offer goes by.</summary>
/// <param name="OptionId">The offer.</param>
/// <param name="CitizenId">Who asks.</param>
/// <param name="Start">When the time starts.</param>
/// <param name="TakenFrom">The caseworkers' time is looked at from here...</param>
/// <param name="TakenTo">...to here.</param>
/// <param name="SupervisorIdentifier">The caseworker wished for, if any.</param>
internal sealed record ReadGround(
    Guid OptionId,
    long CitizenId,
    DateTimeOffset Start,
    DateTimeOffset TakenFrom,
    DateTimeOffset TakenTo,
    string? SupervisorIdentifier) : Query<GroundRows>
{
    private const string CaseWorkerColumns = "w.id, w.job_centre_code, w.identifier, w.given_name, w.middle_name, w.surname, w.roles";

    public override string Sql => $"""
        SELECT id, job_centre_code, active, valid_from, valid_to, contact_groups, for_named_citizens, interview_type, interview_form_type,
               contact_types, location, duration_minutes, title, description, first_timeslot, last_timeslot, allow_choice_of_supervisor,
               rebooking_possible, rebooking_deadline_hours, rebooking_deadline, cancellation_possible, cancellation_deadline_hours,
               cancellation_deadline, compulsory_attendance, show_case_worker, should_citizen_call, phone_number, digital_contact,
               print_comment, version
        FROM options WHERE id = @option;

        SELECT citizen_id FROM option_citizens WHERE option_id = @option AND citizen_id = @citizen;

        SELECT {CaseWorkerColumns}
        FROM option_case_workers AS l JOIN case_workers AS w ON w.id = l.case_worker_id
        WHERE l.option_id = @option ORDER BY l.position;

        SELECT w.id
        FROM options AS o JOIN case_workers AS w ON w.job_centre_code = o.job_centre_code
        WHERE o.id = @option AND w.identifier = @supervisor;

        SELECT id, option_id, starts_at, contact_types, total_seats, seats_taken, session
        FROM timeslots WHERE option_id = @option AND starts_at = @start;

        SELECT {CaseWorkerColumns}
        FROM timeslots AS t
        JOIN timeslot_case_workers AS l ON l.timeslot_id = t.id
        JOIN case_workers AS w ON w.id = l.case_worker_id
        WHERE t.option_id = @option AND t.starts_at = @start ORDER BY l.position;

        SELECT b.case_worker_id, b.starts_at, b.ends_at
        FROM timeslots AS t
        JOIN timeslot_case_workers AS l ON l.timeslot_id = t.id
        JOIN occupancies AS b ON b.case_worker_id = l.case_worker_id
        WHERE t.option_id = @option AND t.starts_at = @start AND t.total_seats IS NULL
          AND b.starts_at > @long_before AND b.starts_at < @to AND b.ends_at > @from
        ORDER BY b.starts_at
        """;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@option", OptionId);
        parameters.Add("@citizen", CitizenId);
        parameters.Add("@supervisor", SupervisorIdentifier);
        parameters.Add("@start", Start);
        parameters.Add("@long_before", TakenFrom - Occupancy.LongestPiece);
        parameters.Add("@from", TakenFrom);
        parameters.Add("@to", TakenTo);
    }

    public override GroundRows Read(QueryRows rows) => new(
        rows.FirstOrDefault(ReadOption),
        rows.ToList(row => row.LongNumber()).Count > 0,
        rows.ToList(ReadCaseWorker),
        rows.ToList(row => row.LongNumber()).Count > 0,
        rows.FirstOrDefault(ReadTimeslot),
        rows.ToList(ReadCaseWorker),
        rows.ToList(row => new Block(row.LongNumber(), row.Instant(), row.Instant())));

    private static PlannedOption ReadOption(QueryRows row) => new()
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

    private static CaseWorker ReadCaseWorker(QueryRows row) => new()
    {
        Id = row.LongNumber(),
        JobCentreCode = row.Text(),
        Identifier = row.Text(),
        GivenName = row.Text(),
        MiddleName = row.TextOrNull(),
        Surname = row.Text(),
        Roles = Conversions.SplitWords(row.Text()),
    };

    private static PlannedTimeslot ReadTimeslot(QueryRows row) => new()
    {
        Id = row.LongNumber(),
        OptionId = row.UniqueId(),
        Start = row.Instant(),
        ContactTypes = Conversions.Split(row.Text()),
        TotalSeats = row.NumberOrNull(),
        SeatsTaken = row.Number(),
        Session = row.UniqueIdOrNull(),
    };
}

/// <summary>What was found.</summary>
/// <param name="Option">The offer; null where there is none.</param>
/// <param name="NamesCitizen">Whether the citizen is one whom the offer names.</param>
/// <param name="Serving">The offer's caseworkers, in its order.</param>
/// <param name="KnowsSupervisor">Whether the caseworker wished for is one of the jobcentre's.</param>
/// <param name="Timeslot">The time; null where there is none.</param>
/// <param name="CaseWorkers">The time's caseworkers, in its order.</param>
/// <param name="Taken">What is taken of their time, earliest first; left out for a group time.</param>
internal sealed record GroundRows(
    PlannedOption? Option,
    bool NamesCitizen,
    List<CaseWorker> Serving,
    bool KnowsSupervisor,
    PlannedTimeslot? Timeslot,
    List<CaseWorker> CaseWorkers,
    List<Block> Taken);
