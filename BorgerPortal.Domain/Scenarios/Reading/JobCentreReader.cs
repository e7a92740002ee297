using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Reading;

internal static class JobCentreReader
{
    private static readonly TextFacet Name = TextFacet.Length(1, 200);

    public static ScenarioJobCentre Read(JsonFields fields) => new(
        fields.Path,
        fields.Text("kode", TextFacet.JobCentreCode),
        fields.Text("navn", Name));
}
