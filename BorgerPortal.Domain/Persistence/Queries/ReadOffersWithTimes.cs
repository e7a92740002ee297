using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>Every offer of a jobcentre with its times from an instant on, free or not, and what is taken of its caseworkers' time from then on.</summary>
internal sealed record ReadOffersWithTimes(string JobCentreCode, DateTimeOffset From) : Query<OffersWithTimes>
{
    private static readonly string Statement = $"""
        SELECT {PlannerRows.OptionColumns}
        FROM options WHERE job_centre_code = @centre ORDER BY title, id;

        SELECT t.option_id, {TimeslotReader.Columns}
        FROM options AS o
        JOIN timeslots AS t ON t.option_id = o.id AND t.starts_at >= @from
        JOIN timeslot_case_workers AS l ON l.timeslot_id = t.id
        WHERE o.job_centre_code = @centre ORDER BY t.option_id, t.starts_at;

        SELECT b.case_worker_id, b.starts_at, b.ends_at
        FROM case_workers AS w JOIN occupancies AS b ON b.case_worker_id = w.id AND b.starts_at > @long_before
        WHERE w.job_centre_code = @centre AND b.ends_at > @from ORDER BY b.case_worker_id, b.starts_at
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@centre", JobCentreCode);
        parameters.Add("@from", From);
        parameters.Add("@long_before", From - Occupancy.LongestPiece);
    }

    public override OffersWithTimes Read(QueryRows rows)
    {
        var options = rows.ToList(PlannerRows.ReadOption);
        var times = options.ToDictionary(option => option.Id, _ => new TimeslotReader());
        rows.ForEach(row =>
        {
            // An offer that came after the first SELECT is left for the next look.
            if (times.TryGetValue(row.UniqueId(), out var reader))
            {
                reader.Read(row);
            }
        });
        return new OffersWithTimes(
            options, times.ToDictionary(reader => reader.Key, reader => reader.Value.Times), new Calendar(rows.ToList(PlannerRows.ReadBlock)));
    }
}

/// <summary>What was found.</summary>
/// <param name="Options">By title.</param>
/// <param name="Times">Of each offer, earliest first; one that nobody serves is left out.</param>
/// <param name="Calendar">What is taken of the caseworkers' time.</param>
internal sealed record OffersWithTimes(
    List<PlannedOption> Options, IReadOnlyDictionary<Guid, List<TimeslotRow>> Times, Calendar Calendar);
