using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.Persistence.Mappings;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Writes a receipt, for good; refused where there is one by that reference.</summary>
public sealed record InsertEvidence(EvidenceReceipt Receipt) : Write
{
    public override string Sql => """
        INSERT INTO evidence_receipts (id, citizen_id, job_centre_code, kind, at, interview_type, book_by, hold_by, answers)
        VALUES (@id, @citizen, @job_centre, @kind, @at, @interview_type, @book_by, @hold_by, @answers)
        ON CONFLICT (id) DO NOTHING
        """;

    public override WriteRefusal? Refusal => WriteRefusal.Answered;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@id", Receipt.Id);
        parameters.Add("@citizen", Receipt.CitizenId);
        parameters.Add("@job_centre", Receipt.JobCentreCode);
        parameters.Add("@kind", (int)Receipt.Kind);
        parameters.Add("@at", Receipt.At);
        parameters.Add("@interview_type", Receipt.InterviewType);
        parameters.Add("@book_by", Receipt.BookBy);
        parameters.Add("@hold_by", Receipt.HoldBy);
        parameters.Add("@answers", Conversions.ToJsonList(Receipt.Answers));
    }
}
