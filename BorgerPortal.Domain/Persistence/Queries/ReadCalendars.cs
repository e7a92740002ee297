using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>
/// Who some caseworkers are, and what is taken of their time. There are at most <see cref="MostAtOnce"/> of them: a list
/// of any length cannot be said in SQL that both databases understand.
/// </summary>
/// <param name="CaseWorkerIds">The caseworkers.</param>
/// <param name="From">Their time is looked at from here...</param>
/// <param name="To">...to here.</param>
/// <param name="Moving">A booking whose own seat does not count; empty where there is none.</param>
internal sealed record ReadCalendars(IReadOnlyList<long> CaseWorkerIds, DateTimeOffset From, DateTimeOffset To, Guid Moving) : Query<CalendarRows>
{
    public const int MostAtOnce = 8;

    /// <summary>Fills the list up. No null: PostgreSQL would plan anew for each null instead of keeping a plan.</summary>
    private const long Nobody = 0;

    /// <summary>The parameters that name the caseworkers.</summary>
    public static readonly IReadOnlyList<string> Names = [.. "abcdefgh".Select(letter => $"@worker_{letter}")];

    private static readonly string Statement = $"""
        SELECT {PlannerRows.CaseWorkerColumns}
        FROM case_workers AS w WHERE w.id IN ({string.Join(", ", Names)});

        SELECT case_worker_id, starts_at, ends_at
        FROM occupancies
        WHERE case_worker_id IN ({string.Join(", ", Names)}) AND starts_at > @long_before AND starts_at < @to AND ends_at > @from AND session <> @moving
        ORDER BY case_worker_id, starts_at
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        for (var number = 0; number < MostAtOnce; number++)
        {
            parameters.Add(Names[number], number < CaseWorkerIds.Count ? CaseWorkerIds[number] : Nobody);
        }

        parameters.Add("@long_before", From - Occupancy.LongestPiece);
        parameters.Add("@from", From);
        parameters.Add("@to", To);
        parameters.Add("@moving", Moving);
    }

    public override CalendarRows Read(QueryRows rows) => new(rows.ToList(PlannerRows.ReadCaseWorker), rows.ToList(PlannerRows.ReadBlock));
}

/// <summary>The caseworkers, and what is taken of their time, each one's earliest first.</summary>
internal sealed record CalendarRows(List<CaseWorker> CaseWorkers, List<Block> Taken);
