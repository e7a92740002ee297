using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>What the embedded planner knows that a decision on one time of one offer goes by.</summary>
/// <param name="OptionId">The offer.</param>
/// <param name="Citizen">Who asks: it can be read with the citizen, before our own id of them is known.</param>
/// <param name="Start">When the time starts.</param>
/// <param name="TakenFrom">The caseworkers' time is looked at from here...</param>
/// <param name="TakenTo">...to here.</param>
/// <param name="SupervisorIdentifier">The caseworker wished for, if any.</param>
/// <param name="Moving">A booking whose own seat does not count; empty where there is none.</param>
internal sealed record ReadGround(
    Guid OptionId,
    CitizenKey Citizen,
    DateTimeOffset Start,
    DateTimeOffset TakenFrom,
    DateTimeOffset TakenTo,
    string? SupervisorIdentifier,
    Guid Moving) : Query<GroundRows>
{
    /// <summary>Never null: PostgreSQL would plan anew for each null instead of keeping a plan.</summary>
    private const string Nobody = "";

    private static readonly string Statement = $"""
        SELECT {PlannerRows.OptionColumns},
               EXISTS (SELECT 1 FROM option_citizens AS c WHERE c.option_id = options.id AND c.citizen_id = {CitizenKey.IdSql}),
               EXISTS (SELECT 1 FROM case_workers AS w WHERE w.job_centre_code = options.job_centre_code AND w.identifier = @supervisor)
        FROM options WHERE id = @option;

        SELECT {PlannerRows.CaseWorkerColumns}
        FROM option_case_workers AS l JOIN case_workers AS w ON w.id = l.case_worker_id
        WHERE l.option_id = @option ORDER BY l.position;

        SELECT t.id, t.option_id, t.starts_at, t.contact_types, t.total_seats, t.seats_taken, t.session, {PlannerRows.CaseWorkerColumns}
        FROM timeslots AS t
        LEFT JOIN timeslot_case_workers AS l ON l.timeslot_id = t.id
        LEFT JOIN case_workers AS w ON w.id = l.case_worker_id
        WHERE t.option_id = @option AND t.starts_at = @start ORDER BY l.position;

        SELECT b.case_worker_id, b.starts_at, b.ends_at
        FROM timeslots AS t
        JOIN timeslot_case_workers AS l ON l.timeslot_id = t.id
        JOIN occupancies AS b ON b.case_worker_id = l.case_worker_id
        WHERE t.option_id = @option AND t.starts_at = @start AND t.total_seats IS NULL
          AND b.starts_at > @long_before AND b.starts_at < @to AND b.ends_at > @from AND b.session <> @moving
        ORDER BY b.starts_at
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@option", OptionId);
        Citizen.Bind(parameters);
        parameters.Add("@supervisor", SupervisorIdentifier ?? Nobody);
        parameters.Add("@start", Start);
        parameters.Add("@long_before", TakenFrom - Occupancy.LongestPiece);
        parameters.Add("@from", TakenFrom);
        parameters.Add("@to", TakenTo);
        parameters.Add("@moving", Moving);
    }

    public override GroundRows Read(QueryRows rows)
    {
        var option = rows.FirstOrDefault(row => new OptionRow(PlannerRows.ReadOption(row), row.Boolean(), row.Boolean()));
        var serving = rows.ToList(PlannerRows.ReadCaseWorker);
        PlannedTimeslot? timeslot = null;
        List<CaseWorker> caseWorkers = [];
        rows.ForEach(row =>
        {
            timeslot = ReadTimeslot(row);
            if (!row.NextIsNull())
            {
                caseWorkers.Add(PlannerRows.ReadCaseWorker(row));
            }
        });
        return new GroundRows(
            option?.Option, option?.NamesCitizen ?? false, serving, option?.KnowsSupervisor ?? false, timeslot, caseWorkers,
            rows.ToList(PlannerRows.ReadBlock));
    }

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

    private sealed record OptionRow(PlannedOption Option, bool NamesCitizen, bool KnowsSupervisor);
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
