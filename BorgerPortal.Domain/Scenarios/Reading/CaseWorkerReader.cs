using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Reading;

internal static class CaseWorkerReader
{
    private static readonly string[] Roles = ["laese", "booke", "administrere"];
    private static readonly TextFacet Role = new(Roles.Contains, $"A role is one of {string.Join(", ", Roles)}.");

    public static ScenarioCaseWorker Read(JsonFields fields) => new(
        fields.Path,
        fields.Text("eksterntId", TextFacet.Identifier),
        fields.Text("fornavne", TextFacet.GivenNames),
        fields.OptionalText("mellemnavn", TextFacet.Surname),
        fields.Text("efternavn", TextFacet.Surname),
        fields.Text("jobcenter", TextFacet.JobCentreCode),
        fields.OptionalList("roller", JsonValues.Text(Role))?.Distinct().ToList() ?? [.. Roles]);
}
