namespace BorgerPortal.Domain.Planner;

/// <summary>A jobcentre: an organisation with a code of five digits. Whether it has a booking system is configuration, not data.</summary>
public sealed class JobCentre
{
    public required string Code { get; set; }

    public required string Name { get; set; }
}
