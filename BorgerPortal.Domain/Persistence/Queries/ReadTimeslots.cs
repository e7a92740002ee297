using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>An offer and its times in an interval, free or not.</summary>
/// <param name="OptionId">The offer.</param>
/// <param name="CitizenId">Who asks.</param>
/// <param name="From">The first instant, inclusive.</param>
/// <param name="To">The last instant, exclusive.</param>
/// <param name="Moving">A booking whose own seat does not count; empty where there is none.</param>
internal sealed record ReadTimeslots(Guid OptionId, long CitizenId, DateTimeOffset From, DateTimeOffset To, Guid Moving) : Query<TimeslotRows>
{
    private static readonly string Statement = $"""
        SELECT {PlannerRows.OptionColumns}
        FROM options WHERE id = @option;

        SELECT citizen_id FROM option_citizens WHERE option_id = @option AND citizen_id = @citizen;

        SELECT {TimeslotReader.Columns}
        FROM timeslots AS t JOIN timeslot_case_workers AS l ON l.timeslot_id = t.id
        WHERE t.option_id = @option AND t.starts_at >= @from AND t.starts_at < @to
        ORDER BY t.starts_at, l.position;

        SELECT starts_at FROM bookings
        WHERE citizen_id = @citizen AND option_id = @option AND id <> @moving AND state <> {(int)BookingState.Cancelled}
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@option", OptionId);
        parameters.Add("@citizen", CitizenId);
        parameters.Add("@from", From);
        parameters.Add("@to", To);
        parameters.Add("@moving", Moving);
    }

    public override TimeslotRows Read(QueryRows rows) => new(
        rows.FirstOrDefault(PlannerRows.ReadOption),
        rows.ToList(row => row.LongNumber()).Count > 0,
        new TimeslotReader().ReadAll(rows),
        [.. rows.ToList(row => row.Instant())]);
}

/// <summary>What was found.</summary>
/// <param name="Option">The offer; null where there is none.</param>
/// <param name="NamesCitizen">Whether the citizen is one whom the offer names.</param>
/// <param name="Times">The times, earliest first; one that nobody serves is left out.</param>
/// <param name="OwnStarts">The starts at which the citizen has a seat of the offer already.</param>
internal sealed record TimeslotRows(
    PlannedOption? Option, bool NamesCitizen, List<TimeslotRow> Times, HashSet<DateTimeOffset> OwnStarts);

/// <summary>A time, with its caseworkers in its order.</summary>
internal sealed record TimeslotRow(
    long Id, DateTimeOffset Start, IReadOnlyList<int> ContactTypes, int? TotalSeats, int SeatsTaken, List<long> CaseWorkerIds);
