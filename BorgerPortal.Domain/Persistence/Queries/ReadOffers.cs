using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>Every offer of a jobcentre, offered today or not, and whether it names a citizen; by title.</summary>
/// <param name="JobCentreCode">The jobcentre.</param>
/// <param name="CitizenId">The citizen.</param>
internal sealed record ReadOffers(string JobCentreCode, long CitizenId) : Query<IReadOnlyList<OfferRow>>
{
    private static readonly string Statement = $"""
        SELECT {PlannerRows.OptionColumns},
               for_named_citizens AND EXISTS (SELECT 1 FROM option_citizens AS c WHERE c.option_id = options.id AND c.citizen_id = @citizen)
        FROM options WHERE job_centre_code = @centre ORDER BY title, id
        """;

    public override string Sql => Statement;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@centre", JobCentreCode);
        parameters.Add("@citizen", CitizenId);
    }

    public override IReadOnlyList<OfferRow> Read(QueryRows rows) => rows.ToList(row => new OfferRow(PlannerRows.ReadOption(row), row.Boolean()));
}

/// <summary>An offer.</summary>
/// <param name="Option">As it is kept.</param>
/// <param name="NamesCitizen">Whether it is for those alone whom it names, and the citizen is one of them.</param>
internal sealed record OfferRow(PlannedOption Option, bool NamesCitizen);
