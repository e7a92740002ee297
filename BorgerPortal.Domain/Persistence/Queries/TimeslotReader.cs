using BorgerPortal.Domain.Persistence.Mappings;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>Reads an offer's times. A time has a row for each of its caseworkers; what they share is read from the first.</summary>
internal sealed class TimeslotReader
{
    /// <summary>With the tables as t and l.</summary>
    public const string Columns = "t.id, l.case_worker_id, t.starts_at, t.contact_types, t.total_seats, t.seats_taken";

    private readonly Dictionary<string, IReadOnlyList<int>> _contactTypes = new(StringComparer.Ordinal);

    /// <summary>What has been read so far, in the order of the rows.</summary>
    public List<TimeslotRow> Times { get; } = [];

    public List<TimeslotRow> ReadAll(QueryRows rows)
    {
        rows.ForEach(Read);
        return Times;
    }

    public void Read(QueryRows row)
    {
        var (id, caseWorker) = (row.LongNumber(), row.LongNumber());
        if (Times.Count > 0 && Times[^1].Id == id)
        {
            Times[^1].CaseWorkerIds.Add(caseWorker);
            return;
        }

        Times.Add(new TimeslotRow(id, row.Instant(), Split(row.Text()), row.NumberOrNull(), row.Number(), [caseWorker]));
    }

    // Nearly all times of an offer say the same.
    private IReadOnlyList<int> Split(string text) =>
        _contactTypes.TryGetValue(text, out var types) ? types : _contactTypes[text] = Conversions.Split(text);
}
