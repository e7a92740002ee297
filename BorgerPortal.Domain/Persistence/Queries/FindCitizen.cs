namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>Whom a query is about: our own id of the citizen, or the keyed hash of a personnummer (empty where there is none).</summary>
public readonly record struct CitizenKey(long? Id, byte[] Lookup);

/// <summary>Our own id of a citizen; null where nobody is known.</summary>
public sealed record FindCitizen(CitizenKey Citizen) : Query<long?>
{
    public override string Sql => "SELECT id FROM citizens WHERE id = @id OR personnummer_lookup = @lookup";

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@id", Citizen.Id);
        parameters.Add("@lookup", Citizen.Lookup);
    }

    public override long? Read(QueryRows rows) => rows.ToList(row => row.LongNumber()) is [var id] ? id : null;
}
