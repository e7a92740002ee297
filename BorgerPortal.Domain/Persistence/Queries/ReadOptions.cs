using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>The offers of a jobcentre that a citizen may see on a day, whatever contact group they are meant for.</summary>
/// <param name="JobCentreCode">The jobcentre.</param>
/// <param name="CitizenId">Who asks: offers for named citizens are told to those alone.</param>
/// <param name="Today">The day, Danish calendar.</param>
/// <param name="Now">Free times are looked for from here on.</param>
internal sealed record ReadOptions(string JobCentreCode, long CitizenId, DateOnly Today, DateTimeOffset Now) : Query<OptionRows>
{
    private const string IsOpen = """
        o.job_centre_code = @centre AND o.active
        AND (o.valid_from IS NULL OR o.valid_from <= @today) AND (o.valid_to IS NULL OR o.valid_to >= @today)
        AND (NOT o.for_named_citizens
             OR EXISTS (SELECT 1 FROM option_citizens AS c WHERE c.option_id = o.id AND c.citizen_id = @citizen))
        """;

    // An instant and a length of time are numbers to one database and types of their own to the other: both can add them.
    // The inner query reads an offer's times in order and stops at the first that is free. Nothing is asked of what it finds:
    // SQLite would look for it twice.
    private static readonly string Statement = $"""
        SELECT {PlannerRows.OptionColumns}, (
            SELECT s.starts_at FROM timeslots AS s
            WHERE s.option_id = o.id AND s.starts_at >= @now AND s.total_seats IS NULL
              AND NOT EXISTS (
                  SELECT 1 FROM bookings AS b
                  WHERE b.citizen_id = @citizen AND b.option_id = o.id AND b.starts_at = s.starts_at
                    AND b.state <> {(int)BookingState.Cancelled})
              AND EXISTS (
                  SELECT 1 FROM timeslot_case_workers AS l
                  WHERE l.timeslot_id = s.id AND NOT EXISTS (
                      SELECT 1 FROM occupancies AS t
                      WHERE t.case_worker_id = l.case_worker_id
                        AND t.starts_at < s.starts_at + CASE WHEN o.duration_minutes < 1 THEN 1 ELSE o.duration_minutes END * @minute
                        AND t.starts_at > s.starts_at - @longest
                        AND t.ends_at > s.starts_at))
            ORDER BY s.starts_at LIMIT 1)
        FROM options AS o WHERE {IsOpen} ORDER BY title, id;

        SELECT l.option_id, {PlannerRows.CaseWorkerColumns}
        FROM options AS o JOIN option_case_workers AS l ON l.option_id = o.id JOIN case_workers AS w ON w.id = l.case_worker_id
        WHERE {IsOpen} ORDER BY l.option_id, l.position
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@centre", JobCentreCode);
        parameters.Add("@today", Today);
        parameters.Add("@citizen", CitizenId);
        parameters.Add("@now", Now);
        parameters.Add("@minute", TimeSpan.FromMinutes(1));
        parameters.Add("@longest", Occupancy.LongestPiece);
    }

    public override OptionRows Read(QueryRows rows) => new(
        rows.ToList(row => new OpenOption(PlannerRows.ReadOption(row), row.InstantOrNull())),
        rows.ToList(row => (row.UniqueId(), PlannerRows.ReadCaseWorker(row))).ToLookup(row => row.Item1, row => row.Item2));
}

/// <summary>What was found.</summary>
/// <param name="Options">The offers, in the order in which they are shown.</param>
/// <param name="Serving">Their caseworkers, in each one's order.</param>
internal sealed record OptionRows(List<OpenOption> Options, ILookup<Guid, CaseWorker> Serving);

/// <summary>An offer that the citizen may see.</summary>
/// <param name="Option">As it is kept.</param>
/// <param name="FirstFree">Its first free individual time, where it has one.</param>
internal sealed record OpenOption(PlannedOption Option, DateTimeOffset? FirstFree);
