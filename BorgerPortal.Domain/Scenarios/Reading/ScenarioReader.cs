using System.Text.Json;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>Reads a scenario file: its shape and the facets of its values. What a row refers to is looked at later.</summary>
internal static class ScenarioReader
{
    /// <returns>Null where it is no JSON; with faults in the list, the file holds empty values in their places.</returns>
    public static async Task<ScenarioFile?> ReadAsync(
        Stream json, DateOnly today, FaultList faults, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(json, cancellationToken: cancellationToken);
            return new JsonFields(document.RootElement, JsonPath.Root, faults, new ScenarioDates(today)).ReadAll(Read);
        }
        catch (JsonException exception)
        {
            // Only the place is told: the parser's own message may repeat what stands there.
            var (line, position) = (exception.LineNumber.GetValueOrDefault() + 1, exception.BytePositionInLine.GetValueOrDefault() + 1);
            faults.Add(JsonPath.Root, $"Not JSON: broken at line {line}, position {position}.");
            return null;
        }
    }

    private static ScenarioFile Read(JsonFields fields) => new(
        fields.Objects("jobcentre", JobCentreReader.Read),
        fields.Objects("sagsbehandlere", CaseWorkerReader.Read),
        fields.Objects("borgere", CitizenReader.Read),
        fields.Objects("moedetilbud", OptionReader.Read),
        fields.Objects("moedetider", TimeslotReader.Read),
        fields.Objects("indkaldelser", BookingReader.Read));
}
