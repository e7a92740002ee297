using System.Runtime.CompilerServices;
using System.Text.Json;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>
/// Reads a scenario file some rows at a time: their shape and the facets of their values. What a row refers to is looked
/// at later. A row with faults has empty values in their places.
/// </summary>
internal sealed class ScenarioReader(Stream json, ScenarioIndex index, ScenarioDates dates, FaultList faults)
{
    /// <summary>As many rows as are checked and written together.</summary>
    private const int ChunkSize = 2000;

    public IAsyncEnumerable<IReadOnlyList<ScenarioJobCentre>> JobCentresAsync(CancellationToken token) => ReadAsync("jobcentre", JobCentreReader.Read, token);

    public IAsyncEnumerable<IReadOnlyList<ScenarioCaseWorker>> CaseWorkersAsync(CancellationToken token) => ReadAsync("sagsbehandlere", CaseWorkerReader.Read, token);

    public IAsyncEnumerable<IReadOnlyList<ScenarioCitizen>> CitizensAsync(CancellationToken token) => ReadAsync("borgere", CitizenReader.Read, token);

    public IAsyncEnumerable<IReadOnlyList<ScenarioOption>> OptionsAsync(CancellationToken token) => ReadAsync("moedetilbud", OptionReader.Read, token);

    public IAsyncEnumerable<IReadOnlyList<ScenarioTimeslot>> TimeslotsAsync(CancellationToken token) => ReadAsync("moedetider", TimeslotReader.Read, token);

    public IAsyncEnumerable<IReadOnlyList<ScenarioBooking>> BookingsAsync(CancellationToken token) => ReadAsync("indkaldelser", BookingReader.Read, token);

    /// <summary>The same file, for reading a collection once more; what is wrong with it is told to another list.</summary>
    public ScenarioReader Again(FaultList others) => new(json, index, dates, others);

    private async IAsyncEnumerable<IReadOnlyList<T>> ReadAsync<T>(
        string collection, Func<JsonFields, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (index.Find(collection) is not { } place)
        {
            yield break;
        }

        await using var part = new StreamPart(json, place.Start, place.End);
        var path = JsonPath.Root.Member(collection);
        var chunk = new List<T>(ChunkSize);
        var number = 0;
        await foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(part, cancellationToken: cancellationToken))
        {
            chunk.Add(new JsonFields(element, path.Item(number++), faults, dates).ReadAll(read));
            if (chunk.Count == ChunkSize)
            {
                yield return chunk;
                chunk = new List<T>(ChunkSize);
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }
}
