namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>Whom a query is about: our own id of the citizen, or the keyed hash of a personnummer (empty where there is none).</summary>
public readonly record struct CitizenKey(long? Id, byte[] Lookup)
{
    private const long Nobody = 0;

    /// <summary>As @id and @lookup. Never null: PostgreSQL would plan anew for each null instead of keeping a plan.</summary>
    public void Bind(IWriteParameters parameters)
    {
        parameters.Add("@id", Id ?? Nobody);
        parameters.Add("@lookup", Lookup);
    }
}

/// <summary>Our own id of a citizen; null where nobody is known.</summary>
public sealed record FindCitizen(CitizenKey Citizen) : Query<long?>
{
    public override string Sql => "SELECT id FROM citizens WHERE id = @id OR personnummer_lookup = @lookup";

    public override void Bind(IWriteParameters parameters) => Citizen.Bind(parameters);

    public override long? Read(QueryRows rows) => rows.ToList(row => row.LongNumber()) is [var id] ? id : null;
}
