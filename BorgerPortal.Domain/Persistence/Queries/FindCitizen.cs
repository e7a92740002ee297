namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>Whom a query is about: our own id of the citizen, or the keyed hash of a personnummer (empty where there is none).</summary>
public readonly record struct CitizenKey(long? Id, byte[] Lookup)
{
    private const long Nobody = 0;

    /// <summary>
    /// Our own id, as a value within a statement: PostgreSQL and SQLite find it with one look into one index, where an OR
    /// of the two would take two and a bitmap.
    /// </summary>
    public const string IdSql = "COALESCE((SELECT id FROM citizens WHERE personnummer_lookup = @lookup), @id)";

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
    public override string Sql => $"SELECT id FROM citizens WHERE id = {CitizenKey.IdSql}";

    public override void Bind(IWriteParameters parameters) => Citizen.Bind(parameters);

    public override long? Read(QueryRows rows) => rows.ToList(row => row.LongNumber()) is [var id] ? id : null;
}
