namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>The faults of a file, in the order in which they were found.</summary>
internal sealed class FaultList
{
    private readonly List<ImportFault> _faults = [];

    public bool IsEmpty => _faults.Count == 0;

    public void Add(JsonPath path, string message) => _faults.Add(new ImportFault(path.ToString(), message));

    public ImportOutcome ToOutcome() => new(null, _faults);
}
