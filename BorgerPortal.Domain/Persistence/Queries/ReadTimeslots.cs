using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence.Mappings;
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

        SELECT t.id, l.case_worker_id, t.starts_at, t.contact_types, t.total_seats, t.seats_taken
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

    /// <summary>A time has a row for each of its caseworkers; what they share is read from the first.</summary>
    private sealed class TimeslotReader
    {
        private readonly List<TimeslotRow> _times = [];
        private readonly Dictionary<string, IReadOnlyList<int>> _contactTypes = new(StringComparer.Ordinal);

        public List<TimeslotRow> ReadAll(QueryRows rows)
        {
            rows.ForEach(Read);
            return _times;
        }

        private void Read(QueryRows row)
        {
            var (id, caseWorker) = (row.LongNumber(), row.LongNumber());
            if (_times.Count > 0 && _times[^1].Id == id)
            {
                _times[^1].CaseWorkerIds.Add(caseWorker);
                return;
            }

            _times.Add(new TimeslotRow(id, row.Instant(), Split(row.Text()), row.NumberOrNull(), row.Number(), [caseWorker]));
        }

        // Nearly all times of an offer say the same.
        private IReadOnlyList<int> Split(string text) =>
            _contactTypes.TryGetValue(text, out var types) ? types : _contactTypes[text] = Conversions.Split(text);
    }
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
