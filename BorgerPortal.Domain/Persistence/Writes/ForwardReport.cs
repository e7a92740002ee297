using BorgerPortal.Domain.ErrorReports;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Takes a report up for one try to tell its planner: of several portals that see it due, one gets it.</summary>
public sealed record ClaimReport(ErrorReport Report, DateTimeOffset NextTryAt) : Write
{
    public override string Sql => """
        UPDATE error_reports SET forward_tries = forward_tries + 1, forward_at = @next_try_at
        WHERE id = @id AND forward_tries = @tries AND forward_at IS NOT NULL
        """;

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@next_try_at", NextTryAt);
        parameters.Add("@id", Report.Id);
        parameters.Add("@tries", Report.ForwardTries);
    }
}

/// <summary>The planner has been told.</summary>
public sealed record ReportForwarded(long ReportId) : Write
{
    public override string Sql => "UPDATE error_reports SET forward_at = NULL WHERE id = @id";

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@id", ReportId);
}
