using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Requests;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>The answer that a request id got, if any.</summary>
public sealed record ReadStoredAnswer(RequestKey Key) : Query<StoredAnswer?>
{
    public override string Sql => """
        SELECT client, operation, request_id, payload_hash, answered_at, pending, booking_id, errors
        FROM stored_answers WHERE client = @client AND operation = @operation AND request_id = @request_id
        """;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@client", Key.Client);
        parameters.Add("@operation", Key.Operation);
        parameters.Add("@request_id", Key.Id);
    }

    public override StoredAnswer? Read(QueryRows rows) => rows.FirstOrDefault(row => new StoredAnswer
    {
        Client = row.Text(),
        Operation = row.Text(),
        RequestId = row.Text(),
        PayloadHash = row.Bytes(),
        AnsweredAt = row.Instant(),
        Pending = row.Boolean(),
        BookingId = row.UniqueIdOrNull(),
        Errors = Conversions.SplitWords(row.Text()),
    });
}
