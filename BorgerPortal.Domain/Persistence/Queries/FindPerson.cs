namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>A citizen, as far as somebody who looks them up must know them.</summary>
public sealed record FoundCitizen(long Id, string GivenNames, string Surname, string JobCentreCode);

/// <summary>Who a personnummer or an id is of; null where nobody is known.</summary>
public sealed record FindPerson(CitizenKey Citizen) : Query<FoundCitizen?>
{
    public override string Sql => $"SELECT id, given_names, surname, job_centre_code FROM citizens WHERE id = {CitizenKey.IdSql}";

    public override void Bind(IWriteParameters parameters) => Citizen.Bind(parameters);

    public override FoundCitizen? Read(QueryRows rows) =>
        rows.FirstOrDefault(row => new FoundCitizen(row.LongNumber(), row.Text(), row.Text(), row.Text()));
}
