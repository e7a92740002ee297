using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Scenarios.Loading;

namespace BorgerPortal.Domain.Scenarios.Checks;

/// <summary>What a row may refer to: what stands in the file before it, and what the portal has already.</summary>
internal sealed class KnownKeys(SeenKeys seen, PortalRows rows)
{
    public SeenKeys Seen => seen;

    public bool HasJobCentre(string code) => seen.JobCentres.Contains(code) || rows.Staff.JobCentres.ContainsKey(code);

    public bool HasCaseWorker(string jobCentreCode, string identifier) =>
        seen.CaseWorkers.Contains((jobCentreCode, identifier)) || rows.Staff.CaseWorkers.ContainsKey((jobCentreCode, identifier));

    public bool HasCitizen(Personnummer personnummer) => seen.Citizens.Contains(personnummer) || rows.Citizens.ContainsKey(personnummer);

    /// <summary>The jobcentre of an offer; null where there is no such offer.</summary>
    public string? JobCentreOfOption(Guid optionId) =>
        seen.Options.GetValueOrDefault(optionId) ?? rows.Options.GetValueOrDefault(optionId)?.JobCentreCode;
}
