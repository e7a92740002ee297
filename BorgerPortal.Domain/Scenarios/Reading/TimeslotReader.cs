using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Reading;

internal static class TimeslotReader
{
    public static ScenarioTimeslot Read(JsonFields fields) => new(
        fields.Path,
        fields.Required<Guid>("moedetilbudId", JsonValues.Id),
        Lengths.Start(fields),
        fields.OptionalFilledList("samtaleformer", JsonValues.Number())?.Distinct().ToList(),
        fields.Optional("maksimaltMoededeltagerantal", JsonValues.Number(min: 0)),
        fields.FilledList("sagsbehandlere", JsonValues.Text(TextFacet.Identifier)));
}
