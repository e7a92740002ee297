using BorgerPortal.Domain.Worklist;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Writes a step with a case, for good; refused where somebody else has taken a step since.</summary>
public sealed record InsertWorkHandling(WorkHandling Handling) : Write
{
    public override string Sql => """
        INSERT INTO work_handlings (report_id, receipt_id, number, at, case_worker_id, step, taken_by, is_handled, note)
        VALUES (@report, @receipt, @number, @at, @case_worker, @step, @taken_by, @handled, @note)
        ON CONFLICT DO NOTHING
        """;

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@report", Handling.ReportId);
        parameters.Add("@receipt", Handling.ReceiptId);
        parameters.Add("@number", Handling.Number);
        parameters.Add("@at", Handling.At);
        parameters.Add("@case_worker", Handling.CaseWorkerId);
        parameters.Add("@step", (int)Handling.Step);
        parameters.Add("@taken_by", Handling.TakenBy);
        parameters.Add("@handled", Handling.IsHandled);
        parameters.Add("@note", Handling.Note);
    }
}

/// <summary>Closes an error report or opens it again; refused where the portal has filed the same anew since, and that one is open.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="At">Since when nothing is left to do; null where something is.</param>
public sealed record SetReportHandled(long ReportId, DateTimeOffset? At) : Write
{
    public override string Sql => """
        UPDATE error_reports SET handled_at = @at
        WHERE id = @id AND NOT (@at IS NULL AND filed_by_portal AND EXISTS (
            SELECT 1 FROM error_reports AS other
            WHERE other.option_id = error_reports.option_id AND other.code = error_reports.code AND other.filed_by_portal
              AND other.handled_at IS NULL AND other.id <> error_reports.id))
        """;

    public override WriteRefusal? Refusal => WriteRefusal.Stale;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@at", At);
        parameters.Add("@id", ReportId);
    }
}
