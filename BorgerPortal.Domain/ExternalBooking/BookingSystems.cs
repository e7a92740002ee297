using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain.ExternalBooking;

/// <summary>Finds the planner of a jobcentre.</summary>
public interface IBookingSystems
{
    /// <summary>The jobcentre's planner; null where none is configured (9018).</summary>
    IExternalBookingSystem? Find(string jobCentreCode);
}

/// <summary>As the configuration says.</summary>
public sealed class ConfiguredBookingSystems(IOptions<ExternalBookingOptions> options, Embedded.EmbeddedPlanner embedded) : IBookingSystems
{
    public IExternalBookingSystem? Find(string jobCentreCode) =>
        options.Value.Jobcentres.ContainsKey(jobCentreCode) ? embedded : null;
}
