namespace BorgerPortal.Domain.ExternalBooking;

/// <summary>ExternalBooking: which adapter serves which jobcentre. A jobcentre that is not there has no booking system (9018).</summary>
public sealed class ExternalBookingOptions
{
    public const string Section = "ExternalBooking";

    public Dictionary<string, JobCentreOptions> Jobcentres { get; } = new(StringComparer.Ordinal);
}

/// <summary>ExternalBooking:Jobcentres:CODE.</summary>
public sealed class JobCentreOptions
{
    public const string Embedded = "Embedded";

    /// <summary>The name that the pages show; the database's where it is left out.</summary>
    public string? Name { get; set; }

    public string Adapter { get; set; } = Embedded;
}
