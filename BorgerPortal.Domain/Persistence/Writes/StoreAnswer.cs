using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Requests;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Keeps the answer of a request id; an answer that has outlived its time makes room.</summary>
public sealed record StoreAnswer(StoredAnswer Answer) : Write
{
    public override string Sql => """
        INSERT INTO stored_answers (client, operation, request_id, payload_hash, answered_at, pending, booking_id, errors)
        VALUES (@client, @operation, @request_id, @payload_hash, @answered_at, @pending, @booking, @errors)
        ON CONFLICT (client, operation, request_id) DO UPDATE
        SET payload_hash = excluded.payload_hash, answered_at = excluded.answered_at,
            pending = excluded.pending, booking_id = excluded.booking_id, errors = excluded.errors
        WHERE stored_answers.answered_at < @outlived
        """;

    public override WriteRefusal? Refusal => WriteRefusal.Answered;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@client", Answer.Client);
        parameters.Add("@operation", Answer.Operation);
        parameters.Add("@request_id", Answer.RequestId);
        parameters.Add("@payload_hash", Answer.PayloadHash);
        parameters.Add("@answered_at", Answer.AnsweredAt);
        parameters.Add("@pending", Answer.Pending);
        parameters.Add("@booking", Answer.BookingId);
        parameters.Add("@errors", Conversions.Join(Answer.Errors));
        parameters.Add("@outlived", Answer.AnsweredAt - StoredAnswer.Lifetime);
    }
}
