using BorgerPortal.Domain.Bookings;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>The times of some offers in an interval, free or not; at most <see cref="MostAtOnce"/> offers, as in <see cref="ReadCalendars"/>.</summary>
/// <param name="OptionIds">The offers.</param>
/// <param name="CitizenId">Who asks.</param>
/// <param name="From">The first instant, inclusive.</param>
/// <param name="To">The last instant, exclusive.</param>
internal sealed record ReadTimesOfOptions(IReadOnlyList<Guid> OptionIds, long CitizenId, DateTimeOffset From, DateTimeOffset To)
    : Query<IReadOnlyDictionary<Guid, OptionTimes>>
{
    public const int MostAtOnce = 8;

    private static readonly IReadOnlyList<string> Names = [.. "abcdefgh".Select(letter => $"@option_{letter}")];

    private static readonly string Statement = $"""
        SELECT t.option_id, {TimeslotReader.Columns}
        FROM timeslots AS t JOIN timeslot_case_workers AS l ON l.timeslot_id = t.id
        WHERE t.option_id IN ({string.Join(", ", Names)}) AND t.starts_at >= @from AND t.starts_at < @to
        ORDER BY t.option_id, t.starts_at, l.position;

        SELECT option_id, starts_at FROM bookings
        WHERE citizen_id = @citizen AND option_id IN ({string.Join(", ", Names)}) AND state <> {(int)BookingState.Cancelled}
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        for (var number = 0; number < MostAtOnce; number++)
        {
            parameters.Add(Names[number], number < OptionIds.Count ? OptionIds[number] : Guid.Empty);
        }

        parameters.Add("@citizen", CitizenId);
        parameters.Add("@from", From);
        parameters.Add("@to", To);
    }

    public override IReadOnlyDictionary<Guid, OptionTimes> Read(QueryRows rows)
    {
        var readers = new Dictionary<Guid, TimeslotReader>();
        rows.ForEach(row =>
        {
            var option = row.UniqueId();
            if (!readers.TryGetValue(option, out var reader))
            {
                readers[option] = reader = new TimeslotReader();
            }

            reader.Read(row);
        });
        var own = rows.ToList(row => (row.UniqueId(), row.Instant())).ToLookup(row => row.Item1, row => row.Item2);
        return readers.ToDictionary(reader => reader.Key, reader => new OptionTimes(reader.Value.Times, [.. own[reader.Key]]));
    }
}

/// <summary>What was found of one offer.</summary>
/// <param name="Times">Its times, earliest first.</param>
/// <param name="OwnStarts">The starts at which the citizen has a seat of it already.</param>
internal sealed record OptionTimes(List<TimeslotRow> Times, HashSet<DateTimeOffset> OwnStarts);
