using BorgerPortal.Domain.Planner;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain.ExternalBooking;

/// <summary>A wrong configuration stops the start with the key's name.</summary>
internal sealed class ExternalBookingOptionsValidator : IValidateOptions<ExternalBookingOptions>
{
    public ValidateOptionsResult Validate(string? name, ExternalBookingOptions options)
    {
        var faults = new List<string>();
        foreach (var (code, jobCentre) in options.Jobcentres)
        {
            var key = $"{ExternalBookingOptions.Section}:Jobcentres:{code}";
            if (!Facets.IsJobCentreCode(code))
            {
                faults.Add($"{key}: a jobcentre's code is five digits.");
            }

            if (jobCentre.Adapter != JobCentreOptions.Embedded)
            {
                faults.Add($"{key}:Adapter: '{jobCentre.Adapter}' is not an adapter of this release, which has {JobCentreOptions.Embedded}.");
            }
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
