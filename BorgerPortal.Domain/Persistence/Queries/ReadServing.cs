using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>An offer and the caseworkers who serve it; null where there is no such offer.</summary>
internal sealed record ReadServing(Guid OptionId) : Query<(PlannedOption? Option, List<CaseWorker> Serving)>
{
    private static readonly string Statement = $"""
        SELECT {PlannerRows.OptionColumns}
        FROM options WHERE id = @option;

        SELECT {PlannerRows.CaseWorkerColumns}
        FROM option_case_workers AS l JOIN case_workers AS w ON w.id = l.case_worker_id
        WHERE l.option_id = @option ORDER BY l.position
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@option", OptionId);

    public override (PlannedOption? Option, List<CaseWorker> Serving) Read(QueryRows rows) =>
        (rows.FirstOrDefault(PlannerRows.ReadOption), rows.ToList(PlannerRows.ReadCaseWorker));
}
