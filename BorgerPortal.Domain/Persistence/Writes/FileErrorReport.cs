using BorgerPortal.Domain.ErrorReports;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Files an error report; one that the portal has filed already, and nobody has handled, stays the only one.</summary>
public sealed record FileErrorReport(ErrorReport Report) : Write
{
    public override string Sql => """
        INSERT INTO error_reports (job_centre_code, citizen_id, option_id, booking_id, code, origin, text, at, filed_by_portal, forward_request, forward_at, forward_tries)
        VALUES (@job_centre, @citizen, @option, @booking, @code, @origin, @text, @at, @filed_by_portal, @forward_request, @forward_at, 0)
        ON CONFLICT (option_id, code) WHERE filed_by_portal AND handled_at IS NULL DO NOTHING
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@job_centre", Report.JobCentreCode);
        parameters.Add("@citizen", Report.CitizenId);
        parameters.Add("@option", Report.OptionId);
        parameters.Add("@booking", Report.BookingId);
        parameters.Add("@code", Report.Code);
        parameters.Add("@origin", (int)Report.Origin);
        parameters.Add("@text", Report.Text);
        parameters.Add("@at", Report.At);
        parameters.Add("@filed_by_portal", Report.FiledByPortal);
        parameters.Add("@forward_request", Report.ForwardRequest);
        parameters.Add("@forward_at", Report.ForwardAt);
    }
}
