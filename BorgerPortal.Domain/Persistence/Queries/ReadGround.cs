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
/// <param name="Moving">A booking whose own seat does not count; empty where there is none.</param>
internal sealed record ReadGround(
    Guid OptionId,
    long CitizenId,
    DateTimeOffset Start,
    DateTimeOffset TakenFrom,
    DateTimeOffset TakenTo,
    string? SupervisorIdentifier,
    Guid Moving) : Query<GroundRows>
{
    public override string Sql => $"""
        SELECT {PlannerRows.OptionColumns}
        FROM options WHERE id = @option;

        SELECT citizen_id FROM option_citizens WHERE option_id = @option AND citizen_id = @citizen;

        SELECT {PlannerRows.CaseWorkerColumns}
        FROM option_case_workers AS l JOIN case_workers AS w ON w.id = l.case_worker_id
        WHERE l.option_id = @option ORDER BY l.position;

        SELECT w.id
        FROM options AS o JOIN case_workers AS w ON w.job_centre_code = o.job_centre_code
        WHERE o.id = @option AND w.identifier = @supervisor;

        SELECT id, option_id, starts_at, contact_types, total_seats, seats_taken, session
        FROM timeslots WHERE option_id = @option AND starts_at = @start;

        SELECT {PlannerRows.CaseWorkerColumns}
        FROM timeslots AS t
        JOIN timeslot_case_workers AS l ON l.timeslot_id = t.id
        JOIN case_workers AS w ON w.id = l.case_worker_id
        WHERE t.option_id = @option AND t.starts_at = @start ORDER BY l.position;

        SELECT b.case_worker_id, b.starts_at, b.ends_at
        FROM timeslots AS t
        JOIN timeslot_case_workers AS l ON l.timeslot_id = t.id
        JOIN occupancies AS b ON b.case_worker_id = l.case_worker_id
        WHERE t.option_id = @option AND t.starts_at = @start AND t.total_seats IS NULL
          AND b.starts_at > @long_before AND b.starts_at < @to AND b.ends_at > @from AND b.session <> @moving
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
        parameters.Add("@moving", Moving);
    }

    public override GroundRows Read(QueryRows rows) => new(
        rows.FirstOrDefault(PlannerRows.ReadOption),
        rows.ToList(row => row.LongNumber()).Count > 0,
        rows.ToList(PlannerRows.ReadCaseWorker),
        rows.ToList(row => row.LongNumber()).Count > 0,
        rows.FirstOrDefault(ReadTimeslot),
        rows.ToList(PlannerRows.ReadCaseWorker),
        rows.ToList(PlannerRows.ReadBlock));

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
