namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Removes some of the answers that were given before an instant and are settled; refused where there are none left.</summary>
public sealed record RemoveAnswers(DateTimeOffset Before) : Write
{
    public override string Sql => """
        DELETE FROM stored_answers WHERE (client, operation, request_id) IN (
            SELECT client, operation, request_id FROM stored_answers
            WHERE answered_at < @before AND pending = @pending ORDER BY answered_at LIMIT 500)
        """;

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@before", Before);
        parameters.Add("@pending", false);
    }
}
