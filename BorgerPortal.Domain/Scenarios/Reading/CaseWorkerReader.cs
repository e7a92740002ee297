using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Reading;

internal static class CaseWorkerReader
{
    private static readonly TextFacet Role = new(CaseWorkerRoles.All.Contains, $"A role is one of {string.Join(", ", CaseWorkerRoles.All)}.");

    public static ScenarioCaseWorker Read(JsonFields fields) => new(
        fields.Path,
        fields.Text("eksterntId", TextFacet.Identifier),
        fields.Text("fornavne", TextFacet.GivenNames),
        fields.OptionalText("mellemnavn", TextFacet.Surname),
        fields.Text("efternavn", TextFacet.Surname),
        fields.Text("jobcenter", TextFacet.JobCentreCode),
        fields.OptionalList("roller", JsonValues.Text(Role))?.Distinct().ToList() ?? [.. CaseWorkerRoles.All]);
}
