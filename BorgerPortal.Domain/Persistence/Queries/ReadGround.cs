using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>What the embedded planner knows that a decision on one time of one offer goes by.</summary>
/// <param name="OptionId">The offer.</param>
/// <param name="Citizen">Who asks: it can be read with the citizen, before our own id of them is known.</param>
/// <param name="Start">When the time starts.</param>
/// <param name="DayFrom">The caseworkers' meetings are counted from here...</param>
/// <param name="DayTo">...to here.</param>
/// <param name="SupervisorIdentifier">The caseworker wished for, if any.</param>
/// <param name="Moving">A booking whose own seat does not count; empty where there is none.</param>
internal sealed record ReadGround(
    Guid OptionId,
    CitizenKey Citizen,
    DateTimeOffset Start,
    DateTimeOffset DayFrom,
    DateTimeOffset DayTo,
    string? SupervisorIdentifier,
    Guid Moving) : Query<GroundRows>
{
    /// <summary>Never null: PostgreSQL would plan anew for each null instead of keeping a plan.</summary>
    private const string Nobody = "";

    private const int ColumnsOfTimeslot = 7;

    // One SELECT: to a server each costs more than its few rows. A caseworker is counted: whether one exists, PostgreSQL would
    // look up for all jobcentres at once. A row is a caseworker, once for the offer and once for the time;
    // where there is neither, it is the offer alone.
    private static readonly string Statement = $"""
        SELECT who.serving, who.candidate, {PlannerRows.CaseWorkerColumns},
               who.candidate IS NOT NULL AND t.total_seats IS NULL AND EXISTS (
                   SELECT 1 FROM occupancies AS b
                   WHERE b.case_worker_id = who.case_worker_id AND b.session <> @moving AND b.ends_at > @start AND b.starts_at > @long_before
                     AND b.starts_at < @start + CASE WHEN o.duration_minutes < 1 THEN 1 ELSE o.duration_minutes END * @minute),
               CASE WHEN who.candidate IS NOT NULL AND t.total_seats IS NULL THEN (
                   SELECT COUNT(*) FROM occupancies AS b
                   WHERE b.case_worker_id = who.case_worker_id AND b.session <> @moving AND b.starts_at >= @day_from AND b.starts_at < @day_to) ELSE 0 END,
               t.id, t.option_id, t.starts_at, t.contact_types, t.total_seats, t.seats_taken, t.session, o.*
        FROM (
            SELECT {PlannerRows.OptionColumns},
                   for_named_citizens AND EXISTS (SELECT 1 FROM option_citizens AS c WHERE c.option_id = options.id AND c.citizen_id = {CitizenKey.IdSql}),
                   @supervisor <> '' AND (SELECT COUNT(*) FROM case_workers AS w WHERE w.job_centre_code = options.job_centre_code AND w.identifier = @supervisor) > 0
            FROM options WHERE id = @option) AS o
        LEFT JOIN timeslots AS t ON t.option_id = @option AND t.starts_at = @start
        LEFT JOIN (
            SELECT case_worker_id, position AS serving, CAST(NULL AS integer) AS candidate FROM option_case_workers WHERE option_id = @option
            UNION ALL
            SELECT c.case_worker_id, NULL, c.position FROM timeslot_case_workers AS c
            WHERE c.timeslot_id = (SELECT s.id FROM timeslots AS s WHERE s.option_id = @option AND s.starts_at = @start)) AS who ON TRUE
        LEFT JOIN case_workers AS w ON w.id = who.case_worker_id
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@option", OptionId);
        Citizen.Bind(parameters);
        parameters.Add("@supervisor", SupervisorIdentifier ?? Nobody);
        parameters.Add("@start", Start);
        parameters.Add("@long_before", Start - Occupancy.LongestPiece);
        parameters.Add("@minute", TimeSpan.FromMinutes(1));
        parameters.Add("@day_from", DayFrom);
        parameters.Add("@day_to", DayTo);
        parameters.Add("@moving", Moving);
    }

    public override GroundRows Read(QueryRows rows)
    {
        OptionRow? option = null;
        PlannedTimeslot? timeslot = null;
        List<(int Position, CaseWorker CaseWorker)> serving = [];
        List<(int Position, Candidate Candidate)> candidates = [];
        rows.ForEach(row =>
        {
            var (ofOption, ofTime) = (row.NumberOrNull(), row.NumberOrNull());
            var worker = row.Joined(PlannerRows.ColumnsOfCaseWorker, PlannerRows.ReadCaseWorker);
            var (isTaken, meetings) = (row.Boolean(), row.LongNumber());
            if (ofOption is { } place)
            {
                serving.Add((place, worker!));
            }
            else if (ofTime is { } position)
            {
                candidates.Add((position, new Candidate(worker!, isTaken, meetings)));
            }

            if (option is null)
            {
                timeslot = row.Joined(ColumnsOfTimeslot, ReadTimeslot);
                option = new OptionRow(PlannerRows.ReadOption(row), row.Boolean(), row.Boolean());
            }
        });
        return new GroundRows(
            option?.Option,
            option?.NamesCitizen ?? false,
            [.. serving.OrderBy(each => each.Position).Select(each => each.CaseWorker)],
            option?.KnowsSupervisor ?? false,
            timeslot,
            [.. candidates.OrderBy(each => each.Position).Select(each => each.Candidate)]);
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
/// <param name="NamesCitizen">Whether the offer is for those alone whom it names, and the citizen is one of them.</param>
/// <param name="Serving">The offer's caseworkers, in its order.</param>
/// <param name="KnowsSupervisor">Whether a caseworker is wished for who is one of the jobcentre's.</param>
/// <param name="Timeslot">The time; null where there is none.</param>
/// <param name="CaseWorkers">The time's caseworkers, in its order.</param>
internal sealed record GroundRows(
    PlannedOption? Option,
    bool NamesCitizen,
    List<CaseWorker> Serving,
    bool KnowsSupervisor,
    PlannedTimeslot? Timeslot,
    List<Candidate> CaseWorkers);

/// <summary>A caseworker of a time.</summary>
/// <param name="CaseWorker">Who it is.</param>
/// <param name="IsTaken">Whether something else is in the way; never in that of a group time.</param>
/// <param name="Meetings">How many meetings they have that day; not counted for a group time.</param>
internal sealed record Candidate(CaseWorker CaseWorker, bool IsTaken, long Meetings);
